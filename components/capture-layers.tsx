'use client'

import { memo, useState } from 'react'
import { type CaptureView, pictureMatrix, type Size, scaleOf } from './capture-geometry.ts'
import { captureUrl, tileUrl } from './capture-source.ts'
import { cn } from './ui/cn.ts'
import { sharpenFilterId } from './use-adjustments.tsx'
import { needsWholeView, type PlacedTile, visibleTiles } from './visible-tiles.ts'

export type { Matrix, Size } from './capture-geometry.ts'

export interface CaptureLayersProps {
  captureId: string
  /** The whole picture, as large as a stage, or what stands in for it. */
  src: string
  /** Names the picture; empty where the same picture is named beside it. */
  alt: string
  /** Size of the upright picture in its own pixels. */
  picture: Size
  view: CaptureView
  /** Null before it has been measured: the browser alone then fits the picture. */
  stage: Size | null
  /** A CSS filter, for the eye only. */
  filter?: string | undefined
  veiled?: boolean
}

/**
 * A capture on a stage, in layers from coarse to fine: a picture made to fit a stage, a larger one where that is enlarged, and
 * tiles of the capture's own pixels where that is, too. Each layer covers the one below as it arrives, so nothing flashes.
 */
export function CaptureLayers({ captureId, src, alt, picture, view, stage, filter, veiled }: CaptureLayersProps) {
  const density = stage ? window.devicePixelRatio : 1
  const closer = useEver(stage !== null && !veiled && needsWholeView(view, picture, stage, density))
  const tiles = useSeenTiles(stage && !veiled ? visibleTiles(view, picture, stage, density) : nothing)
  const [isCloserThere, setCloserThere] = useState(false)
  const scale = stage && scaleOf(view, picture, stage)
  const placed = stage && {
    width: picture.width,
    height: picture.height,
    transform: `matrix(${pictureMatrix(view, picture, stage).join(',')})`,
  }
  const layers = (
    <div
      data-testid="capture-layers"
      className={cn(
        'pointer-events-none absolute top-0 left-0',
        placed ? 'origin-top-left' : 'size-full',
        scale && scale >= 3 && '[&>img]:[image-rendering:pixelated]',
        veiled && 'blur-2xl',
      )}
      style={placed ?? undefined}
    >
      {/* What is covered is not painted, but the picture below the tiles stays: it closes the seams between them. */}
      <Layer src={src} alt={alt} className={cn('object-contain', isCloserThere && 'opacity-0')} />
      {closer && <Layer src={captureUrl(captureId, 'view')} alt="" onLoad={() => setCloserThere(true)} />}
      <Tiles captureId={captureId} tiles={tiles} />
    </div>
  )
  // Around the layers and not on them: what is filtered are the stage's pixels, not all of the picture's.
  return (
    <div className="pointer-events-none absolute inset-0" style={{ filter }}>
      {filter?.includes(sharpenFilterId) && <SharpenFilter />}
      {layers}
    </div>
  )
}

/** Adds what a place differs from its neighbours by. */
function SharpenFilter() {
  return (
    <svg aria-hidden className="absolute size-0">
      <filter id={sharpenFilterId} colorInterpolationFilters="sRGB">
        <feConvolveMatrix order="3" kernelMatrix="0 -1 0 -1 5 -1 0 -1 0" preserveAlpha="true" />
      </filter>
    </svg>
  )
}

const nothing: PlacedTile[] = []

interface LayerProps {
  src: string
  alt: string
  className?: string
  onLoad?: () => void
}

function Layer({ src, alt, className, onLoad }: LayerProps) {
  return (
    // biome-ignore lint/performance/noImgElement: the image optimiser would keep copies of people's documents on disk
    <img
      src={src}
      alt={alt}
      onLoad={onLoad}
      draggable={false}
      className={cn('absolute inset-0 size-full max-w-none', className)}
    />
  )
}

/** Apart and memoised: panning changes the box around them, not the tiles. */
const Tiles = memo(function Tiles({ captureId, tiles }: { captureId: string; tiles: readonly PlacedTile[] }) {
  return tiles.map((tile) => (
    // biome-ignore lint/performance/noImgElement: as above
    <img
      key={tile.key}
      src={tileUrl(captureId, tile)}
      alt=""
      draggable={false}
      className="absolute max-w-none"
      style={{ left: tile.left, top: tile.top, width: tile.width, height: tile.height }}
    />
  ))
})

/** True from the first time on. */
function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now)
  if (now && !ever) setEver(true)
  return ever || now
}

/** The tiles in view and all that were seen before, coarse levels first; the same list as long as nothing new is seen. */
function useSeenTiles(visible: readonly PlacedTile[]): readonly PlacedTile[] {
  const [seen, setSeen] = useState<readonly PlacedTile[]>(nothing)
  const known = new Set(seen.map(({ key }) => key))
  const fresh = visible.filter(({ key }) => !known.has(key))
  if (fresh.length === 0) return seen
  const next = [...seen, ...fresh].sort((a, b) => b.level - a.level)
  setSeen(next)
  return next
}
