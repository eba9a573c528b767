'use client'

import { useMemo, useState } from 'react'

/** How light and colour of a picture are changed for the eye; the capture and what is measured on it stay as they are. */
export interface Adjustments {
  /** 1 leaves the picture as it is. */
  brightness: number
  contrast: number
  sharpen: boolean
  grey: boolean
  invert: boolean
}

export const noAdjustments: Adjustments = { brightness: 1, contrast: 1, sharpen: false, grey: false, invert: false }

/** Id of the SVG filter that `SharpenFilter` puts on the page. */
export const sharpenFilterId = 'retake-sharpen'

export interface AdjustmentControl {
  adjustments: Adjustments
  change: (part: Partial<Adjustments>) => void
  reset: () => void
  /** As a CSS filter; undefined where nothing is changed, so that the picture is painted without one. */
  filter: string | undefined
}

/** Adjustments of the picture on show; they last as long as the page, since what one picture needs misleads on the next. */
export function useAdjustments(): AdjustmentControl {
  const [adjustments, setAdjustments] = useState(noAdjustments)
  const filter = useMemo(() => filterOf(adjustments), [adjustments])
  return {
    adjustments,
    change: (part) => setAdjustments((before) => ({ ...before, ...part })),
    reset: () => setAdjustments(noAdjustments),
    filter,
  }
}

function filterOf({ brightness, contrast, sharpen, grey, invert }: Adjustments): string | undefined {
  const parts = [
    brightness !== 1 && `brightness(${brightness})`,
    contrast !== 1 && `contrast(${contrast})`,
    grey && 'grayscale(1)',
    invert && 'invert(1)',
    sharpen && `url(#${sharpenFilterId})`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}
