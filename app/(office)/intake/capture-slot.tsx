'use client'

import { FileText, X } from 'lucide-react'
import { LocalPicture } from '#components/local-picture'
import { Button } from '#components/ui/button'
import { UploadDrop } from '#components/upload-drop'
import { type Acceptance, acceptAttribute, fileTypeTitle } from '#lib/domain/accept'
import { type CaptureKind, captureKindTitle } from '#lib/domain/capture'
import { formatBytes } from '#lib/domain/format'

export interface CaptureSlotProps {
  kind: CaptureKind
  /** The client's policy wants it; another one may be added all the same. */
  required: boolean
  acceptance: Acceptance
  file: File | null
  problem: string | null
  disabled: boolean
  /** Null takes the file away. */
  onFile: (file: File | null) => void
}

/** The place for one capture: empty, or with the picture that will be sent. */
export function CaptureSlot({ kind, required, acceptance, file, problem, disabled, onFile }: CaptureSlotProps) {
  const title = captureKindTitle[kind]
  const problemId = `${kind}-problem`
  return (
    <section aria-label={title} className="grid content-start gap-1.5">
      <h3 className="flex justify-between text-[0.8125rem] font-medium">
        {title}
        {!required && <span className="font-normal text-muted-foreground">Not required</span>}
      </h3>
      {file ? (
        <ChosenFile file={file} title={title} disabled={disabled} onRemove={() => onFile(null)} />
      ) : (
        <UploadDrop
          label={`Drop the photo, or choose it`}
          name={title}
          hint={`${acceptance.types.map((type) => fileTypeTitle[type]).join(', ')}, up to ${formatBytes(acceptance.maxSizeBytes)}`}
          accept={acceptAttribute(acceptance.types)}
          multiple={false}
          disabled={disabled}
          describedBy={problem ? problemId : undefined}
          onFiles={([dropped]) => onFile(dropped ?? null)}
        />
      )}
      {problem && (
        <p id={problemId} role="alert" className="text-xs font-medium text-danger">
          {problem}
        </p>
      )}
    </section>
  )
}

interface ChosenFileProps {
  file: File
  title: string
  disabled: boolean
  onRemove: () => void
}

function ChosenFile({ file, title, disabled, onRemove }: ChosenFileProps) {
  return (
    <figure className="grid gap-1.5 rounded-lg border border-border bg-card p-2">
      {file.type === 'application/pdf' ? (
        <FileText aria-hidden className="mx-auto my-8 size-8 text-muted-foreground" />
      ) : (
        <LocalPicture file={file} alt={`${title}, as it will be sent`} className="h-40 border-0 bg-stage" />
      )}
      <figcaption className="flex items-center gap-2 text-xs">
        <bdi className="truncate">{file.name}</bdi>
        <span className="shrink-0 text-muted-foreground">{formatBytes(file.size)}</span>
        <Button
          variant="ghost"
          size="icon-sm"
          className="ml-auto"
          aria-label={`Remove ${title}`}
          disabled={disabled}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </figcaption>
    </figure>
  )
}
