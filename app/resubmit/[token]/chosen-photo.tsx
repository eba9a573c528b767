import { CircleCheck, FileText, TriangleAlert } from 'lucide-react'
import { RegionMarks } from '#components/customer/region-marks'
import { LocalPicture } from '#components/local-picture'
import { Spinner } from '#components/ui/spinner'
import type { Language } from '#lib/domain/language'
import type { LookReason } from '#lib/queries/resubmission-page'
import type { PhotoLook } from './photo-look.ts'

export interface ChosenPhotoProps {
  file: File
  /** What a look at it on this device gave; null where nothing can be said. */
  look: PhotoLook | 'looking' | null
  /** The most actionable first. */
  reasons: readonly LookReason[]
  texts: Language['page']
}

/** The new photo before it is sent, with what may be wrong with it marked and told; a PDF only by its name. */
export function ChosenPhoto({ file, look, reasons, texts }: ChosenPhotoProps) {
  const seen = look === 'looking' ? null : look
  return (
    <figure className="grid gap-2">
      {file.type === 'application/pdf' ? (
        <p className="flex items-center gap-2 rounded-lg border border-border bg-card p-4">
          <FileText aria-hidden className="size-6 shrink-0" /> <bdi className="truncate">{file.name}</bdi>
        </p>
      ) : (
        <div className="relative overflow-hidden rounded-lg">
          <LocalPicture file={file} alt={texts.chosen} />
          {seen && <RegionMarks width={seen.widthPx} height={seen.heightPx} regions={seen.regions} />}
        </div>
      )}
      <figcaption role="status">
        {look === 'looking' ? (
          <p className="flex items-center gap-2 text-sm text-muted-foreground">
            <Spinner /> {texts.looking}
          </p>
        ) : seen && seen.reasons.length > 0 ? (
          <Problems reasons={reasons.filter(({ code }) => seen.reasons.includes(code))} texts={texts} />
        ) : (
          <p className="flex items-center gap-2 text-sm font-medium text-success">
            {seen && <CircleCheck aria-hidden className="size-4 shrink-0" />}
            {seen ? `${texts.looksGood}. ${texts.ready}.` : `${texts.chosen}: ${texts.ready}`}
          </p>
        )}
      </figcaption>
    </figure>
  )
}

/** What may keep the photo from being taken; sending it stays the customer's choice. */
function Problems({ reasons, texts }: Pick<ChosenPhotoProps, 'reasons' | 'texts'>) {
  return (
    <div className="grid gap-3 rounded-lg bg-warning-soft p-4">
      <ul className="grid gap-3">
        {reasons.map(({ code, title, advice }) => (
          <li key={code}>
            <p className="flex items-start gap-2 font-semibold text-warning">
              <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" /> {title}
            </p>
            <p className="mt-1">{advice}</p>
          </li>
        ))}
      </ul>
      <p className="text-sm">{texts.mayRetake}</p>
    </div>
  )
}
