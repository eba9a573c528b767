'use client'

import { Camera } from 'lucide-react'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { FileButton, type FileButtonProps } from '#components/customer/file-button'
import { Button } from '#components/ui/button'
import type { CameraDialogProps } from './camera-dialog.tsx'
import { hasCamera } from './has-camera.ts'

export interface TakePhotoProps extends Pick<CameraDialogProps, 'kind' | 'title' | 'texts' | 'look' | 'words'> {
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
  const supported = useSyncExternalStore(noChange, hasCamera, () => false)
  const [state, setState] = useState<'closed' | 'loading' | 'open' | 'lost'>('closed')
  const [loaded, setLoaded] = useState<{ Dialog: Dialog } | null>(null)
  const { name, invalid, describedBy, disabled, primary, onFile } = input
  const label = (
    <>
      <Camera aria-hidden /> {children}
    </>
  )
  if (!supported || state === 'lost') {
    return (
      <FileButton {...input} accept="image/*" camera={camera.kind === 'selfie' ? 'user' : 'environment'}>
        {label}
      </FileButton>
    )
  }
  const open = async () => {
    setState('loading')
    const { CameraDialog } = await import('./camera-dialog.tsx').catch(() => ({ CameraDialog: null }))
    if (CameraDialog) setLoaded({ Dialog: CameraDialog })
    setState(CameraDialog ? 'open' : 'lost')
  }
  const close = () => setState('closed')
  return (
    <>
      <Button
        variant={primary ? 'primary' : 'secondary'}
        size="lg"
        aria-haspopup="dialog"
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        disabled={disabled}
        busy={state === 'loading'}
        onClick={open}
        className="w-full whitespace-normal"
      >
        {label}
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
