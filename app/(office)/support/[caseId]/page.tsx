import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { pageActor } from '#app/_server/session'
import { CopyButton } from '#components/copy-button'
import { DateTime } from '#components/date-time'
import { Facts } from '#components/facts'
import { StatusBadge } from '#components/status-badge'
import { Timeline } from '#components/timeline'
import { Card } from '#components/ui/card'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { can } from '#lib/domain/permissions'
import { isDecided, isOpen } from '#lib/domain/submission'
import { AppError } from '#lib/errors'
import { type SupportCase, supportCase } from '#lib/queries/support-case'
import { SearchBox } from '../search-box.tsx'
import { caseEvents } from './case-events.ts'
import { LinkCard } from './link-card.tsx'
import { LookAgain } from './look-again.tsx'
import { ReadyAnswer } from './ready-answer.tsx'
import { ReasonsTold } from './reasons-told.tsx'

export const metadata: Metadata = { title: 'Case' }

/** One case as support needs it: where it is, why, what now. No image, score or internal note is on this page. */
export default async function CasePage({ params }: PageProps<'/support/[caseId]'>) {
  const actor = await pageActor('case:support')
  const { caseId } = await params
  if (!z.uuid().safeParse(caseId).success) notFound()
  const found = await supportCase(actor, caseId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'NOT_FOUND') notFound()
    throw error
  })
  const { reference, status, attempt, language, answer, gloss, reasons, link, submissionId } = found
  return (
    <>
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-2 tabular-nums">
            {reference}
            <CopyButton text={reference} label="Copy reference" />
            <StatusBadge status={status} />
          </span>
        }
        description={`Attempt ${attempt}`}
      >
        <SearchBox />
      </PageHeader>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="grid gap-4">
          <WhatNow {...found} />
          {reasons.length > 0 && <ReasonsTold language={language} reasons={reasons} gloss={gloss?.reasons ?? null} />}
          <ReadyAnswer language={language} answer={answer} gloss={gloss?.answer ?? null} />
        </div>
        <div className="grid gap-4">
          <CustomerFacts {...found} />
          {status === 'resubmission_requested' && (
            <LinkCard submissionId={submissionId} link={link} mayIssue={can(actor.role, 'link:issue')} />
          )}
          <LookAgain
            submissionId={submissionId}
            mayAppeal={isDecided(status) && status !== 'approved' && can(actor.role, 'submission:appeal')}
            mayReopen={isDecided(status) && can(actor.role, 'submission:reopen')}
          />
          <Card title="What happened">
            <Timeline events={caseEvents(found)} />
          </Card>
        </div>
      </div>
    </>
  )
}

function WhatNow({ nextStep, needsHelp, status, dueAt }: SupportCase) {
  return (
    <Card title="What happens next">
      <p className="text-base">{nextStep}</p>
      {isOpen(status) && (
        <p className="mt-1 text-[0.8125rem] text-muted-foreground">
          Due <DateTime value={dueAt} />.
        </p>
      )}
      {needsHelp && status !== 'approved' && (
        <Notice tone="warning" title="This customer has tried often" className="mt-3">
          Other advice may help more than the same again: another document, daylight, another device, or a call.
        </Notice>
      )}
    </Card>
  )
}

function CustomerFacts({ email, externalId, clientName, language, receivedAt }: SupportCase) {
  return (
    <Card title="Customer">
      <Facts
        items={[
          [
            'E-mail',
            <span key="email" className="inline-flex flex-wrap items-center gap-1">
              <bdi>{email}</bdi> <CopyButton text={email} label="Copy e-mail" />
            </span>,
          ],
          ['Client’s id', <bdi key="id">{externalId}</bdi>],
          ['Client', clientName],
          ['Language', language.name],
          ['Sent', <DateTime key="sent" value={receivedAt} show="exact" />],
        ]}
      />
    </Card>
  )
}
