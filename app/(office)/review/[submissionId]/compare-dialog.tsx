'use client'

import { useState, useTransition } from 'react'
import CaptureCompare, { type ComparedCapture } from '#components/capture-compare'
import { orRefusal } from '#components/or-refusal'
import { Button } from '#components/ui/button'
import { Dialog } from '#components/ui/dialog'
import { Notice } from '#components/ui/notice'
import { captureKindTitle } from '#lib/domain/capture'
import { show } from './actions.ts'
import type { Pictures } from './use-pictures.tsx'
import type { WorkspaceView } from './workspace-view.ts'

/** A capture of another attempt or another case. */
export interface OtherCapture {
  captureId: string
  submissionId: string
  title: string
  widthPx: number
  heightPx: number
  rotation: number
  /** Of another case: its picture has to be asked for, and the asking is logged. */
  elsewhere: boolean
}

export interface CompareDialogProps {
  view: WorkspaceView
  pictures: Pictures
  ownCaptureId: string
  other: OtherCapture
  onClose: () => void
}

const height = 'h-[calc(100dvh-10rem)]'

/** A capture of this submission held against one of another attempt or another case. */
export default function CompareDialog({ view, pictures, ownCaptureId, other, onClose }: CompareDialogProps) {
  const [open, setOpen] = useState(!other.elsewhere)
  const own = view.captures.find(({ id }) => id === ownCaptureId)
  if (!own) return null
  const captures: ComparedCapture[] = [
    { ...shape(own), id: own.id, title: `${captureKindTitle[own.kind]}, this attempt` },
    { ...shape(other), id: other.captureId, title: other.title },
  ]
  return (
    <Dialog
      open
      title="Side by side"
      className="max-w-[min(110rem,calc(100vw-2rem))]"
      onOpenChange={(stays) => !stays && onClose()}
    >
      {open ? (
        <CaptureCompare captures={captures} watermark={pictures.watermark} className={height} />
      ) : (
        <AskForPicture other={other} onShown={() => setOpen(true)} />
      )}
    </Dialog>
  )
}

function shape({ widthPx, heightPx, rotation }: Pick<OtherCapture, 'widthPx' | 'heightPx' | 'rotation'>) {
  return { picture: { width: widthPx, height: heightPx }, rotation, box: null }
}

function AskForPicture({ other, onShown }: { other: OtherCapture; onShown: () => void }) {
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const ask = () =>
    start(async () => {
      const answer = await orRefusal(show({ submissionId: other.submissionId }))
      if (answer.ok) onShown()
      else setProblem(answer.message)
    })
  return (
    <div className={`grid place-content-center ${height}`}>
      <Notice
        title={other.title}
        action={
          <Button busy={pending} onClick={ask}>
            Show pictures
          </Button>
        }
      >
        It belongs to another case. Showing its pictures is noted in the audit log.
        {problem && <p className="text-danger">{problem}</p>}
      </Notice>
    </div>
  )
}
