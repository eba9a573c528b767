import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { pageActor } from '#app/_server/session'
import type { UserActor } from '#lib/domain/actor'
import { AppError } from '#lib/errors'
import { caseNotes } from '#lib/queries/case-notes'
import { comparableCaptures } from '#lib/queries/comparable-captures'
import { decisionDesk } from '#lib/queries/decision-desk'
import { documentFields } from '#lib/queries/document-fields'
import { evidenceShown } from '#lib/queries/evidence-shown'
import { pictureAccess } from '#lib/queries/picture-access'
import { reviewWorkspace } from '#lib/queries/review-workspace'
import { reviewerMarks } from '#lib/queries/reviewer-marks'
import { submissionStanding } from '#lib/queries/submission-standing'
import { ReviewWorkspace } from './review-workspace.tsx'
import { workspaceView } from './workspace-view.ts'

export const metadata: Metadata = { title: 'Review' }

/** One submission with all its evidence. Fetching the page claims nothing; the open page does. */
export default async function ReviewPage({ params }: PageProps<'/review/[submissionId]'>) {
  const actor = await pageActor('submission:review')
  const { submissionId } = await params
  if (!z.uuid().safeParse(submissionId).success) notFound()
  const [evidence, workspace, desk, facts, notes, access, reviewed, comparable, standing] = await readAll(
    actor,
    submissionId,
  ).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'NOT_FOUND') notFound()
    throw error
  })
  return (
    <ReviewWorkspace
      key={submissionId}
      view={workspaceView(workspace)}
      {...{ evidence, desk, facts, notes, access, reviewed, comparable, standing }}
      viewer={actor.name}
    />
  )
}

/** The evidence first and the rest at once: a decision is never locked to more than is shown. */
async function readAll(actor: UserActor, submissionId: string) {
  const evidence = await evidenceShown(actor, submissionId)
  return Promise.all([
    evidence,
    reviewWorkspace(actor, submissionId),
    decisionDesk(actor, submissionId),
    documentFields(actor, submissionId),
    caseNotes(actor, submissionId),
    pictureAccess(actor, submissionId),
    reviewerMarks(actor, submissionId),
    comparableCaptures(actor, submissionId),
    submissionStanding(actor, submissionId),
  ])
}
