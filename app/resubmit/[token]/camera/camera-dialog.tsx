'use client'

import { ScreenDialog } from '#components/ui/screen-dialog'
import type { Acceptance } from '#lib/domain/accept'
import type { CaptureKind } from '#lib/domain/capture'
import type { Language } from '#lib/domain/language'
import type { OpenResubmission } from '#lib/queries/resubmission-page'
import { CameraView } from './camera-view.tsx'

/** What to say where the page's own camera can't be used. */
export type CameraWords = OpenResubmission['camera'] & {
  /** How to allow it in this browser; null where we don't know. */
  allow: string | null
}

export interface CameraDialogProps {
  kind: CaptureKind
  /** What is photographed, in the customer's language. */
  title: string
  texts: Language['page']
  look: OpenResubmission['look']
  words: CameraWords
  acceptance: Acceptance
  open: boolean
  onClose: () => void
  onFile: (file: File) => void
}

/** The camera over the whole page. It runs while this is open, and no longer. */
export function CameraDialog({ open, onClose, ...view }: CameraDialogProps) {
  return (
    <ScreenDialog title={view.title} closeLabel={view.texts.close} open={open} onClose={onClose}>
      {open && <CameraView {...view} />}
    </ScreenDialog>
  )
}
