'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button'
import { Spinner } from '#components/ui/spinner'
import type { CameraDialogProps } from './camera-dialog.tsx'
import { CameraGuideMarks } from './camera-guide-marks.tsx'
import { HintText } from './hint-text.tsx'
import { takePicture } from './take-picture.ts'
import { useCamera } from './use-camera.ts'
import { useLiveLook } from './use-live-look.ts'

export type CameraViewProps = Omit<CameraDialogProps, 'open' | 'onClose'>

/** What the camera sees, where the document or face belongs, one thing to do better, and the shutter. */
export function CameraView({ kind, texts, look, words, onFile }: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null)
  const { state, retry } = useCamera(kind === 'selfie' ? 'user' : 'environment')
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  const hint = useLiveLook(video, size !== null, kind, look)
  const stream = state.phase === 'live' ? state.stream : null
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
    if (!stream) setSize(null)
  }, [stream])
  const shoot = async () => {
    const file = video.current && (await takePicture(video.current, `${kind}.jpg`))
    if (file) onFile(file)
  }
  if (state.phase === 'failed') {
    const { title, advice } = words[state.trouble]
    return (
      <div className="grid content-center justify-items-center gap-4 p-6 text-center">
        <div role="alert">
          <p className="text-lg font-semibold">{title}</p>
          <p className="mt-1">{advice}</p>
        </div>
        <Button size="lg" onClick={retry}>
          {texts.tryAgain}
        </Button>
      </div>
    )
  }
  return (
    <div className="grid grid-rows-[minmax(0,1fr)_auto_auto]">
      <div className="relative">
        <video
          ref={video}
          autoPlay
          muted
          playsInline
          onResize={({ currentTarget: { videoWidth: width, videoHeight: height } }) => setSize({ width, height })}
          className="absolute inset-0 size-full object-contain"
        />
        {size && <CameraGuideMarks kind={kind} picture={size} good={hint === 'good'} />}
        {!size && (
          <p className="absolute inset-0 flex items-center justify-center gap-2 p-6">
            <Spinner /> {texts.startingCamera}
          </p>
        )}
      </div>
      <HintText hint={hint} kind={kind} texts={texts} />
      <div className="flex justify-center p-4">
        <button
          type="button"
          aria-label={texts.takePhoto}
          disabled={!size}
          onClick={shoot}
          className="size-18 rounded-full border-4 border-white bg-white bg-clip-content p-1 disabled:opacity-40"
        />
      </div>
    </div>
  )
}
