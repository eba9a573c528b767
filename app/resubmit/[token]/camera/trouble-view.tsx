import { CameraOff, Images, Smartphone } from 'lucide-react'
import { FileButton } from '#components/customer/file-button'
import { Button } from '#components/ui/button'
import { acceptAttribute } from '#lib/domain/accept'
import type { CameraDialogProps } from './camera-dialog.tsx'
import type { CameraTrouble } from './camera-trouble.ts'

export interface TroubleViewProps
  extends Pick<CameraDialogProps, 'kind' | 'title' | 'acceptance' | 'texts' | 'words' | 'onFile'> {
  trouble: CameraTrouble
  onRetry: () => void
}

/** Why there is no camera, how to allow it in this browser, and the ways to a photo without it. */
export function TroubleView({ trouble, kind, title, acceptance, texts, words, onRetry, onFile }: TroubleViewProps) {
  const told = trouble === 'unavailable' ? words.unavailable : words.denied
  const advice = { denied: words.allow ?? told.advice, off: texts.cameraOff, unavailable: told.advice }[trouble]
  return (
    <div className="grid content-center justify-items-center gap-6 overflow-y-auto p-6">
      <div role="alert" className="grid max-w-sm justify-items-center gap-2 text-center text-base leading-6">
        <CameraOff aria-hidden className="size-10 text-muted-foreground" />
        <p className="text-lg font-semibold">{told.title}</p>
        <p>{advice}</p>
      </div>
      <div className="grid w-full max-w-sm gap-2">
        <Button variant="primary" size="lg" onClick={onRetry} className="w-full">
          {texts.tryAgain}
        </Button>
        {/* What a phone's own camera takes is a file: no page has to be allowed it. */}
        <FileButton
          name={title}
          accept="image/*"
          camera={kind === 'selfie' ? 'user' : 'environment'}
          onFile={onFile}
          className="hidden pointer-coarse:inline-flex"
        >
          <Smartphone aria-hidden /> {texts.cameraApp}
        </FileButton>
        <FileButton name={title} accept={acceptAttribute(acceptance.types)} onFile={onFile}>
          <Images aria-hidden /> {texts.choosePhoto}
        </FileButton>
      </div>
    </div>
  )
}
