'use client'

import { orRefusal } from '#components/or-refusal'
import PairDialog from '#components/pair-dialog'
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
}

export interface CompareDialogProps {
  view: WorkspaceView
  pictures: Pictures
  ownCaptureId: string
  other: OtherCapture
  onClose: () => void
}

/** A capture of this submission beside one of another. The other's picture comes by the rule every picture comes by. */
export default function CompareDialog({ view, pictures, ownCaptureId, other, onClose }: CompareDialogProps) {
  const own = view.captures.find(({ id }) => id === ownCaptureId)
  if (!own) return null
  const onShow = async () => {
    const answer = await orRefusal(show({ submissionId: other.submissionId }))
    return answer.ok ? null : answer.message
  }
  return (
    <PairDialog
      title="Side by side"
      watermark={pictures.watermark}
      onShow={onShow}
      onClose={onClose}
      pair={[
        {
          captureId: own.id,
          title: `${captureKindTitle[own.kind]}, this attempt`,
          src: pictures.src(own.id),
          width: own.widthPx,
          height: own.heightPx,
        },
        {
          captureId: other.captureId,
          title: other.title,
          src: `/api/captures/${other.captureId}`,
          width: other.widthPx,
          height: other.heightPx,
        },
      ]}
    />
  )
}
