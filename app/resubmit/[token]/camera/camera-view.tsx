'use client'

import { useEffect, useRef, useState } from 'react'
import { Spinner } from '#components/ui/spinner'
import { CameraControls } from './camera-controls.tsx'
import type { CameraDialogProps } from './camera-dialog.tsx'
import { CameraGuideMarks } from './camera-guide-marks.tsx'
import { HintText } from './hint-text.tsx'
import { takePicture } from './take-picture.ts'
import { TroubleView } from './trouble-view.tsx'
import { useCamera } from './use-camera.ts'
import { useLiveLook } from './use-live-look.ts'

export type CameraViewProps = Omit<CameraDialogProps, 'open' | 'onClose'>

/** What the camera sees, where the document or face belongs, one thing to do better, and the shutter. */
export function CameraView(props: CameraViewProps) {
  const { kind, texts, look, acceptance, onFile } = props
  const video = useRef<HTMLVideoElement>(null)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  const [taking, setTaking] = useState(false)
  const { state, retry, switchCamera } = useCamera(kind === 'selfie' ? 'user' : 'environment')
  const hint = useLiveLook(video, size !== null && !taking, kind, look)
  const stream = state.phase === 'live' ? state.stream : null
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
    if (!stream) setSize(null)
  }, [stream])
  if (state.phase === 'failed') return <TroubleView {...props} trouble={state.trouble} onRetry={retry} />

  const take = async () => {
    if (!video.current) return
    setTaking(true)
    const file = await takePicture(video.current, { name: `${kind}.jpg`, maxSizeBytes: acceptance.maxSizeBytes })
    setTaking(false)
    // Not when it was closed meanwhile.
    if (file && video.current) onFile(file)
  }
  return (
    <div className="grid grid-rows-[minmax(0,1fr)_auto_auto] low:grid-cols-[minmax(0,1fr)_17rem] low:grid-rows-[minmax(0,1fr)_auto]">
      <div className="relative bg-black low:row-span-2">
        <video
          ref={video}
          autoPlay
          muted
          playsInline
          onResize={({ currentTarget: { videoWidth: width, videoHeight: height } }) => setSize({ width, height })}
          className={`absolute inset-0 size-full object-contain ${kind === 'selfie' && isMirror(stream) ? '-scale-x-100' : ''}`}
        />
        {size ? (
          <CameraGuideMarks kind={kind} picture={size} good={hint === 'good'} />
        ) : (
          <p className="absolute inset-0 flex items-center justify-center gap-2 p-6 text-base text-white">
            <Spinner /> {texts.startingCamera}
          </p>
        )}
      </div>
      <HintText hint={hint} kind={kind} texts={texts} />
      <CameraControls {...props} ready={size !== null} taking={taking} onTake={take} onSwitch={switchCamera} />
    </div>
  )
}

/** People know themselves from mirrors; only a camera that looks away from them shows them as others do. */
function isMirror(stream: MediaStream | null): boolean {
  return stream?.getVideoTracks()[0]?.getSettings().facingMode !== 'environment'
}
