'use client'

import { type ReactNode, useEffect, useState, useTransition } from 'react'
import { keepOpened, openedPicture } from '#components/next-case'
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
  const opened = useOpened(open ? view.captures.map(({ id }) => id) : nothing)
  const veil = open ? null : <Veil view={view} claim={claim} />
  return {
    src: (captureId) => opened(captureId) ?? `/api/captures/${captureId}?size=${open ? 'fit' : 'veil'}`,
    thumbSrc: (captureId) => `/api/captures/${captureId}?size=thumb${open ? '&open' : ''}`,
    veil,
    watermark: open && <Watermark name={viewer} />,
  }
}

const nothing: readonly string[] = []

/** While a picture fetched ahead is being opened: an empty one of a pixel. */
const blank = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

/** Addresses of the pictures that were fetched ahead and are opened here; null for the others, which the server is asked for. */
function useOpened(captureIds: readonly string[]): (captureId: string) => string | null {
  const [urls, setUrls] = useState<Record<string, string | null>>({})
  const described = captureIds.join(' ')
  useEffect(() => {
    if (described) keepOpened(described.split(' '))
  }, [described])
  return (captureId) => {
    if (captureId in urls) return urls[captureId] ?? null
    const opening = captureIds.includes(captureId) ? openedPicture(captureId) : null
    if (!opening) return null
    void opening.then((url) => setUrls((before) => ({ ...before, [captureId]: url })))
    return blank
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
  if (standing === 'barred') {
    return (
      <Notice title="You have reviewed this submission" action={<ShowPictures submissionId={view.id} />}>
        It waits for somebody else. Showing its pictures is noted in the audit log.
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
