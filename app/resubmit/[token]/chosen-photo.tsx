'use client'

import { FileText } from 'lucide-react'
import { useRef } from 'react'
import { RegionMarks } from '#components/customer/region-marks'
import { LocalPicture } from '#components/local-picture'
import type { Language } from '#lib/domain/language'
import type { PhotoLook } from './photo-look.ts'

export interface ChosenPhotoProps {
  file: File
  /** What a look at it on this device gave; null where nothing can be said. */
  look: PhotoLook | 'looking' | null
  texts: Language['page']
}

/** The new photo before it is sent, with what may be wrong with it marked; a PDF only by its name. Comes to the top when it is there. */
export function ChosenPhoto({ file, look, texts }: ChosenPhotoProps) {
  const figure = useRef<HTMLElement>(null)
  if (file.type === 'application/pdf') {
    return (
      <p className="flex items-center gap-2 rounded-lg border border-border bg-card p-4">
        <FileText aria-hidden className="size-6 shrink-0" /> <bdi className="truncate">{file.name}</bdi>
      </p>
    )
  }
  return (
    <figure ref={figure} className="relative scroll-mt-3 overflow-hidden rounded-lg">
      <LocalPicture file={file} alt={texts.chosen} onLoad={() => figure.current?.scrollIntoView()} />
      {look && look !== 'looking' && <RegionMarks width={look.widthPx} height={look.heightPx} rings={look.rings} />}
    </figure>
  )
}
