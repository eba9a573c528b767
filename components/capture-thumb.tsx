import { CreditCard, UserRound } from 'lucide-react'
import { type CaptureKind, captureKindTitle, showsDocument } from '#lib/domain/capture'

export interface CaptureThumbProps {
  /** Null where the viewer may not see pictures: an icon of the kind stands in. */
  src: string | null
  kind: CaptureKind
  /** The name of the kind stands beside it anyway. */
  decorative?: boolean
}

/** A capture at the size of a table row. */
export function CaptureThumb({ src, kind, decorative = false }: CaptureThumbProps) {
  const name = captureKindTitle[kind]
  const Icon = showsDocument(kind) ? CreditCard : UserRound
  return (
    <span className="grid h-8 w-11 shrink-0 place-content-center overflow-hidden rounded-sm bg-muted text-muted-foreground">
      {src ? (
        // biome-ignore lint/performance/noImgElement: the image optimiser would keep copies of people's documents on disk
        <img
          src={src}
          alt={decorative ? '' : name}
          width={44}
          height={32}
          loading="lazy"
          className="h-8 w-11 object-cover"
        />
      ) : (
        <Icon role={decorative ? undefined : 'img'} aria-label={decorative ? undefined : name} className="size-4" />
      )}
    </span>
  )
}
