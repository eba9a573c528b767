import { CircleCheck, TriangleAlert } from 'lucide-react'
import { type CaptureKind, showsDocument } from '#lib/domain/capture'
import type { Language } from '#lib/domain/language'
import type { CameraHint } from './camera-hint.ts'

export interface HintTextProps {
  hint: CameraHint
  kind: CaptureKind
  texts: Language['page']
}

/** One thing to do better, read out when it changes; in a place of the same height whatever it says. */
export function HintText({ hint, kind, texts }: HintTextProps) {
  return (
    <div role="status" className="grid min-h-28 content-center justify-items-center gap-1 px-4 py-2 text-center">
      {hint === null ? (
        <p>{showsDocument(kind) ? texts.fitDocument : texts.fitFace}</p>
      ) : hint === 'good' ? (
        <p className="flex items-center gap-2 font-semibold text-success">
          <CircleCheck aria-hidden className="size-5 shrink-0" /> {texts.looksGood}
        </p>
      ) : (
        <>
          <p className="flex items-center gap-2 font-semibold text-warning">
            <TriangleAlert aria-hidden className="size-5 shrink-0" /> {hint.title}
          </p>
          <p className="max-w-md text-sm">{hint.advice}</p>
        </>
      )}
    </div>
  )
}
