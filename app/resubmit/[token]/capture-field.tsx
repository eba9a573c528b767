'use client'

import { Camera, FileText, Images } from 'lucide-react'
import { FileButton } from '#components/customer/file-button'
import { MarkedPicture } from '#components/customer/marked-picture'
import { LocalPicture } from '#components/local-picture'
import { acceptAttribute } from '#lib/domain/accept'
import type { FileType } from '#lib/domain/artifacts'
import type { Language } from '#lib/domain/language'
import type { AskedCapture } from '#lib/queries/resubmission-page'
import { WhatToDo } from './what-to-do.tsx'

export interface CaptureFieldProps {
  capture: AskedCapture
  /** Null where the picture had not been sent at all. */
  pictureUrl: string | null
  /** In the customer's language. */
  title: string
  texts: Language['page']
  types: readonly FileType[]
  file: File | null
  /** Why the chosen file can't be taken. */
  problem: string | null
  disabled: boolean
  onFile: (file: File) => void
}

/** One photo that is asked for: the one that wasn't good enough, marked; what to do; the new one. */
export function CaptureField(props: CaptureFieldProps) {
  const { capture, pictureUrl, title, texts, types, file, problem, disabled, onFile } = props
  const { kind, widthPx, heightPx, regions, wordings } = capture
  const problemId = `${kind}-problem`
  const input = { disabled, onFile, invalid: problem !== null, describedBy: problem ? problemId : undefined }
  return (
    <section id={kind} aria-labelledby={`${kind}-title`} className="grid gap-3">
      <h2 id={`${kind}-title`} className="text-lg font-semibold">
        {title}
      </h2>
      {pictureUrl && (
        <MarkedPicture
          src={pictureUrl}
          alt={`${texts.marked}: ${title}`}
          width={widthPx}
          height={heightPx}
          regions={regions}
        />
      )}
      <WhatToDo wordings={wordings} texts={texts} />
      {file && <Chosen file={file} label={texts.chosen} ready={texts.ready} />}
      {problem && (
        <p id={problemId} role="alert" className="font-medium text-danger">
          {problem}
        </p>
      )}
      <div className="grid gap-2">
        <FileButton
          {...input}
          primary={!file}
          accept="image/*"
          camera={kind === 'selfie' ? 'user' : 'environment'}
          name={title}
        >
          <Camera aria-hidden /> {file ? texts.changePhoto : texts.takePhoto}
        </FileButton>
        <FileButton {...input} accept={acceptAttribute(types)} name={title}>
          <Images aria-hidden /> {texts.choosePhoto}
        </FileButton>
      </div>
    </section>
  )
}

/** The new photo before it is sent; a PDF only by its name. */
function Chosen({ file, label, ready }: { file: File; label: string; ready: string }) {
  return (
    <figure className="grid gap-2">
      {file.type === 'application/pdf' ? (
        <p className="flex items-center gap-2 rounded-lg border border-border bg-card p-4">
          <FileText aria-hidden className="size-6 shrink-0" /> <bdi className="truncate">{file.name}</bdi>
        </p>
      ) : (
        <LocalPicture file={file} alt={label} />
      )}
      <figcaption className="text-sm font-medium text-success">
        {label}: {ready}
      </figcaption>
    </figure>
  )
}
