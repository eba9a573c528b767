'use client'

import { useEffect, useState } from 'react'
import type { LivePolicy } from '#lib/checks/live-policy'
import type { CaptureKind } from '#lib/domain/capture'
import { canLook, startLookWorker } from './look-worker.ts'
import type { PhotoLook } from './photo-look.ts'

/**
 * Looks at a chosen photo on this device, in a worker that is loaded for it and ends with it; nothing is sent. Null where nothing
 * can be said: no photo, a file or browser that doesn't lend itself to it, a worker that failed or took too long.
 */
export function usePhotoLook(file: File | null, kind: CaptureKind, policy: LivePolicy): PhotoLook | 'looking' | null {
  const [done, setDone] = useState<{ file: File; look: PhotoLook | null } | null>(null)
  const isLookedAt = file?.type.startsWith('image/') === true && canLook()
  useEffect(() => {
    if (!file || !isLookedAt) return
    const worker = startLookWorker()
    void worker.look({ picture: file, kind, policy }).then((look) => {
      worker.end()
      setDone({ file, look })
    })
    return worker.end
  }, [file, isLookedAt, kind, policy])
  if (!isLookedAt) return null
  return done?.file === file ? done.look : 'looking'
}
