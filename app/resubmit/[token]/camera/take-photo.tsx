'use client'

import { Camera } from 'lucide-react'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { FileButton, type FileButtonProps } from '#components/customer/file-button'
import { Button } from '#components/ui/button'
import { Spinner } from '#components/ui/spinner'
import type { CameraDialogProps } from './camera-dialog.tsx'

export interface TakePhotoProps
  extends Pick<CameraDialogProps, 'kind' | 'title' | 'texts' | 'look' | 'words' | 'acceptance'> {
  /** As for a file: its name, and how it is with the one chosen. */
  input: Omit<FileButtonProps, 'accept' | 'camera' | 'children'>
  children: ReactNode
}

type Dialog = (props: CameraDialogProps) => ReactNode

/**
 * Opens the camera within the page, whose code is loaded only then. Where a browser has none to give, or the code can't be had,
 * it opens the device's own camera instead.
 */
export function TakePhoto({ input, children, ...camera }: TakePhotoProps) {
  const supported = useSyncExternalStore(noChange, hasCamera, () => false) && camera.acceptance.types.includes('jpeg')
  const [state, setState] = useState<'closed' | 'loading' | 'open' | 'lost'>('closed')
  const [loaded, setLoaded] = useState<{ Dialog: Dialog } | null>(null)
  const { name, describedBy, disabled, primary, onFile } = input
  if (!supported || state === 'lost') {
    return (
      <FileButton {...input} accept="image/*" camera={camera.kind === 'selfie' ? 'user' : 'environment'}>
        <Camera aria-hidden /> {children}
      </FileButton>
    )
  }
  const open = async () => {
    setState('loading')
    const { CameraDialog } = await import('./camera-dialog.tsx').catch(() => ({ CameraDialog: null }))
    if (CameraDialog) setLoaded({ Dialog: CameraDialog })
    setState(CameraDialog ? 'open' : 'lost')
  }
  const isLoading = state === 'loading'
  const close = () => setState('closed')
  return (
    <>
      <Button
        variant={primary ? 'primary' : 'secondary'}
        size="lg"
        aria-haspopup="dialog"
        aria-describedby={describedBy}
        disabled={disabled}
        // Not disabled meanwhile: the focus has to be here when the camera closes.
        aria-busy={isLoading || undefined}
        onClick={isLoading ? undefined : open}
        className="w-full whitespace-normal"
      >
        {isLoading ? <Spinner /> : <Camera aria-hidden />} {children}
        <span className="sr-only">: {name}</span>
      </Button>
      {loaded && (
        <loaded.Dialog
          {...camera}
          open={state === 'open'}
          onClose={close}
          onFile={(file) => {
            close()
            onFile(file)
          }}
        />
      )}
    </>
  )
}

const noChange = () => () => {}

/** True where this page may ask for a camera: browsers offer none to pages that came unencrypted. */
function hasCamera(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function'
}
