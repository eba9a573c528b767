'use client'

import { useEffect, useState } from 'react'
import { cn } from './ui/cn.ts'

export interface LocalPictureProps {
  file: File
  alt: string
  /** It is there, with its size. */
  onLoad?: () => void
  className?: string
}

/** A picture that lies on this device and has not been sent. Shows nothing where the browser can't read it. */
export function LocalPicture({ file, alt, onLoad, className }: LocalPictureProps) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (!url) return null
  return (
    // biome-ignore lint/performance/noImgElement: the image optimiser can't see this device
    <img
      src={url}
      alt={alt}
      onLoad={onLoad}
      onError={() => setUrl(null)}
      className={cn('max-h-[60dvh] w-full rounded-lg border border-border object-contain', className)}
    />
  )
}
