'use client'

import { Link2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CopyButton } from '#components/copy-button'
import { DateTime } from '#components/date-time'
import { AlertDialog } from '#components/ui/alert-dialog'
import { Button } from '#components/ui/button'
import { Card } from '#components/ui/card'
import { Notice } from '#components/ui/notice'
import type { SupportCase } from '#lib/queries/support-case'
import { issueLink } from '../actions.ts'

export interface LinkCardProps {
  submissionId: string
  /** The newest link; null where none was made. */
  link: SupportCase['link']
  mayIssue: boolean
}

/** The customer's link: whether it still opens, and a new one to hand over. */
export function LinkCard({ submissionId, link, mayIssue }: LinkCardProps) {
  const router = useRouter()
  const [url, setUrl] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const issue = async () => {
    setBusy(true)
    const answer = await issueLink({ submissionId })
    setUrl(answer.ok ? answer.url : null)
    setProblem(answer.ok ? null : answer.message)
    setBusy(false)
    router.refresh()
  }

  return (
    <Card title="The customer’s link">
      <div className="grid gap-3 text-[0.8125rem]">
        <LinkState link={link} />
        {url && (
          <div className="flex items-center gap-2">
            <output className="min-w-0 flex-1 rounded-md bg-muted px-3 py-2 font-mono text-xs break-all">{url}</output>
            <CopyButton text={url} label="Copy link" />
          </div>
        )}
        {problem && (
          <Notice tone="danger" live>
            {problem}
          </Notice>
        )}
        {mayIssue ? (
          <AlertDialog
            tone="primary"
            title="Make a new link?"
            description="Earlier links of this customer stop working at once. Only the customer should get the new one: it opens their pictures."
            confirmLabel="Make a new link"
            onConfirm={issue}
            trigger={
              <Button busy={busy} className="justify-self-start">
                <Link2 aria-hidden /> New link
              </Button>
            }
          />
        ) : (
          <p className="text-muted-foreground">Support can make a new one.</p>
        )}
      </div>
    </Card>
  )
}

function LinkState({ link }: Pick<LinkCardProps, 'link'>) {
  if (!link) return <p>No link has been made.</p>
  if (link.state === 'used') return <p>It has been used.</p>
  return (
    <p>
      {link.state === 'works' ? 'Works until' : 'Ended'} <DateTime value={link.expiresAt} show="exact" />.
    </p>
  )
}
