'use client'

import { type ReactNode, useTransition } from 'react'
import { orRefusal } from '#components/or-refusal'
import { useRefresh } from '#components/session-lock'
import { Button } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import { Spinner } from '#components/ui/spinner'
import { toast } from '#components/ui/toast'
import { Watermark } from '#components/watermark'
import { isOpen } from '#lib/domain/submission'
import type { PictureRight } from '#lib/picture-rule'
import { show } from './actions.ts'
import type { ClaimControl } from './use-claim.ts'
import type { WorkspaceView } from './workspace-view.ts'

/** How the pictures of a submission may be looked at now; the server refuses what this doesn't offer. */
export interface Pictures {
  src: (captureId: string) => string
  thumbSrc: (captureId: string) => string
  /** Why they are veiled, with the way to see them; null where they are open. */
  veil: ReactNode
  watermark: ReactNode
}

interface Options {
  view: WorkspaceView
  access: PictureRight | null
  claim: ClaimControl
  viewer: string
}

/** Opens the pictures once the claim is there, and veils them when it has gone. */
export function usePictures({ view, access, claim, viewer }: Options): Pictures {
  const { standing } = claim
  // What a claim opened closes with it; the other rights last as long as the page.
  const lapsed = access === 'claim' && isOpen(view.status) && standing !== 'asking'
  const open = standing === 'mine' || (access !== null && !lapsed)
  const veil = open ? null : <Veil view={view} claim={claim} />
  return {
    src: (captureId) => `/api/captures/${captureId}?size=${open ? 'fit' : 'veil'}`,
    thumbSrc: (captureId) => `/api/captures/${captureId}?size=thumb${open ? '&open' : ''}`,
    veil,
    watermark: open && <Watermark name={viewer} />,
  }
}

function Veil({ view, claim: { standing, holder, take } }: Pick<Options, 'view' | 'claim'>) {
  if (!isOpen(view.status)) {
    return (
      <Notice title="Pictures are veiled" action={<ShowPictures submissionId={view.id} />}>
        This submission is settled. Showing its pictures is noted in the audit log.
      </Notice>
    )
  }
  if (standing === 'theirs') {
    return (
      <Notice title={`${holder} holds this submission`} action={<ShowPictures submissionId={view.id} />}>
        Its pictures are veiled for others. Showing them is noted in the audit log.
      </Notice>
    )
  }
  if (standing === 'ended') {
    return (
      <Notice title="Pictures are veiled" action={<Button onClick={take}>Claim it</Button>}>
        Claim this submission to see them.
      </Notice>
    )
  }
  return (
    <p role="status" className="flex items-center gap-2 rounded-md bg-popover px-3 py-2 shadow-raised">
      <Spinner /> Claiming…
    </p>
  )
}

function ShowPictures({ submissionId }: { submissionId: string }) {
  const refresh = useRefresh()
  const [pending, start] = useTransition()
  const ask = () =>
    start(async () => {
      const answer = await orRefusal(show({ submissionId }))
      if (answer.ok) refresh()
      else toast({ title: answer.message, tone: 'danger' })
    })
  return (
    <Button busy={pending} onClick={ask}>
      Show pictures
    </Button>
  )
}
