import { Camera, Images, SwitchCamera } from 'lucide-react'
import { FileButton } from '#components/customer/file-button'
import { Button } from '#components/ui/button'
import { Spinner } from '#components/ui/spinner'
import { acceptAttribute } from '#lib/domain/accept'
import type { CameraDialogProps } from './camera-dialog.tsx'

export interface CameraControlsProps extends Pick<CameraDialogProps, 'title' | 'texts' | 'acceptance' | 'onFile'> {
  ready: boolean
  /** The photo is being taken. */
  taking: boolean
  onTake: () => void
  /** Null where there is but one camera. */
  onSwitch: (() => void) | null
}

/** The shutter within reach of a thumb, beside it the way to a photo one has and to another camera. */
export function CameraControls({
  title,
  texts,
  acceptance,
  ready,
  taking,
  onTake,
  onSwitch,
  onFile,
}: CameraControlsProps) {
  return (
    <div className="grid grid-cols-[1fr_auto_1fr] items-center gap-2 px-2 pt-1 pb-4">
      <FileButton
        name={title}
        accept={acceptAttribute(acceptance.types)}
        onFile={onFile}
        className="h-auto min-h-11 w-auto max-w-36 flex-col gap-1 justify-self-start border-transparent bg-transparent p-1.5 text-center text-sm leading-5 shadow-none"
      >
        <Images aria-hidden /> {texts.choosePhoto}
      </FileButton>
      <button
        type="button"
        aria-label={texts.takePhoto}
        aria-busy={taking || undefined}
        disabled={!ready || taking}
        onClick={onTake}
        className="grid size-18 place-content-center rounded-full border-4 border-primary bg-primary bg-clip-content p-1 text-primary-foreground transition-transform active:scale-95 disabled:opacity-40 [&_svg]:size-7"
      >
        {taking ? <Spinner /> : <Camera aria-hidden />}
      </button>
      {onSwitch && (
        <Button
          variant="ghost"
          size="icon"
          aria-label={texts.switchCamera}
          title={texts.switchCamera}
          disabled={!ready || taking}
          onClick={onSwitch}
          className="size-11 justify-self-end [&_svg]:size-6"
        >
          <SwitchCamera aria-hidden />
        </Button>
      )}
    </div>
  )
}
