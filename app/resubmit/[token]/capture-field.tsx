'use client'

import { Images } from 'lucide-react'
import { FileButton } from '#components/customer/file-button'
import { MarkedPicture } from '#components/customer/marked-picture'
import { type Acceptance, acceptAttribute } from '#lib/domain/accept'
import type { Language } from '#lib/domain/language'
import type { AskedCapture, OpenResubmission } from '#lib/queries/resubmission-page'
import type { CameraWords } from './camera/camera-dialog.tsx'
import { TakePhoto } from './camera/take-photo.tsx'
import { ChosenPhoto } from './chosen-photo.tsx'
import { PhotoVerdict } from './photo-verdict.tsx'
import { usePhotoLook } from './use-photo-look.ts'
import { WhatToDo } from './what-to-do.tsx'

export interface CaptureFieldProps {
  capture: AskedCapture
  /** Null where the picture had not been sent at all. */
  pictureUrl: string | null
  /** In the customer's language. */
  title: string
  texts: Language['page']
  acceptance: Acceptance
  look: OpenResubmission['look']
  camera: CameraWords
  file: File | null
  /** Why the chosen file can't be taken. */
  problem: string | null
  disabled: boolean
  onFile: (file: File) => void
}

/** One photo that is asked for: the one that wasn't good enough, marked; what to do; the new one. */
export function CaptureField(props: CaptureFieldProps) {
  const { capture, pictureUrl, title, texts, acceptance, look, camera, file, problem, disabled, onFile } = props
  const { kind, widthPx, heightPx, rings, wordings } = capture
  const looked = usePhotoLook(file, kind, look.policy)
  const isDoubtful = looked !== null && looked !== 'looking' && looked.reasons.length > 0
  const problemId = `${kind}-problem`
  const input = {
    name: title,
    disabled,
    onFile,
    invalid: problem !== null,
    describedBy: problem ? problemId : undefined,
  }
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
          rings={rings}
        />
      )}
      <WhatToDo wordings={wordings} texts={texts} />
      {file && <ChosenPhoto file={file} look={looked} texts={texts} />}
      {problem && (
        <p id={problemId} role="alert" className="font-medium text-danger">
          {problem}
        </p>
      )}
      <div className="grid gap-2">
        <TakePhoto
          input={{ ...input, primary: !file || isDoubtful }}
          kind={kind}
          title={title}
          texts={texts}
          look={look}
          words={camera}
          acceptance={acceptance}
        >
          {file ? texts.changePhoto : texts.takePhoto}
        </TakePhoto>
        <FileButton {...input} accept={acceptAttribute(acceptance.types)}>
          <Images aria-hidden /> {texts.choosePhoto}
        </FileButton>
      </div>
      {file && <PhotoVerdict look={looked} reasons={look.reasons} texts={texts} />}
    </section>
  )
}
