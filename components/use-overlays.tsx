'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { OverlayKind } from '#lib/domain/overlay-colours'
import type { ContextLayer } from './overlay-context.tsx'
import type { OverlayRegion } from './overlay-regions.tsx'
import { useHotkeys } from './use-hotkeys.tsx'

/** What of the overlays can be switched: regions by kind, and layers of context. */
export type OverlayLayer = OverlayKind | ContextLayer

/** Which overlays are on, as this browser remembers it. */
export interface OverlayControl {
  /** All together. */
  visible: boolean
  toggleAll: () => void
  /** Switched off one by one. */
  hidden: ReadonlySet<OverlayLayer>
  toggle: (layer: OverlayLayer) => void
  /** Of shapes and maps, 0..1. */
  opacity: number
  setOpacity: (opacity: number) => void
}

interface Kept {
  hidden: OverlayLayer[]
  opacity: number
}

const storageKey = 'retake.overlays'
/** What is wrong shows at once; what was merely read has to be asked for. */
const initial: Kept = { hidden: ['words', 'fields', 'landmarks'], opacity: 1 }

/** Overlay switches, with `o` for all of them. Kinds and opacity are kept in this browser; all on or off is not. */
export function useOverlays(): OverlayControl {
  const [visible, setVisible] = useState(true)
  const [{ hidden, opacity }, setKept] = useState(initial)
  // After the first render, which has to be what the server sent.
  useEffect(() => setKept(remembered()), [])

  const change = useCallback((next: (kept: Kept) => Kept) => {
    setKept((kept) => {
      const changed = next(kept)
      remember(changed)
      return changed
    })
  }, [])
  const toggleAll = useCallback(() => setVisible((on) => !on), [])
  const toggle = useCallback(
    (layer: OverlayLayer) =>
      change(({ hidden, ...kept }) => ({
        ...kept,
        hidden: hidden.includes(layer) ? hidden.filter((one) => one !== layer) : [...hidden, layer],
      })),
    [change],
  )
  const setOpacity = useCallback((opacity: number) => change((kept) => ({ ...kept, opacity })), [change])
  useHotkeys([{ keys: ['o'], label: 'Overlays on and off', group: 'Picture', run: toggleAll }])
  const hiddenSet = useMemo(() => new Set(hidden), [hidden])
  return { visible, toggleAll, hidden: hiddenSet, toggle, opacity, setOpacity }
}

function remembered(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    return isKept(kept) ? kept : initial
  } catch {
    return initial
  }
}

function remember(kept: Kept): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing still shows what was chosen.
  }
}

function isKept(value: unknown): value is Kept {
  const { hidden, opacity } = (value ?? {}) as Partial<Kept>
  return Array.isArray(hidden) && typeof opacity === 'number' && opacity >= 0 && opacity <= 1
}

/**
 * The regions that are switched on, and of those where nothing is wrong the ones pointed at; a stable list while nothing
 * changes, so that the shapes need no redrawing.
 */
export function useShownRegions(
  regions: readonly OverlayRegion[],
  { visible, hidden }: Pick<OverlayControl, 'visible' | 'hidden'>,
  activeFindingId: string | null,
): OverlayRegion[] {
  const quietId = regions.some(({ quiet, findingId }) => quiet && findingId === activeFindingId)
    ? activeFindingId
    : null
  return useMemo(
    () =>
      visible
        ? regions.filter(({ kind, quiet, findingId }) => !hidden.has(kind) && (!quiet || findingId === quietId))
        : [],
    [regions, visible, hidden, quietId],
  )
}

/** The layers of context that are on; a stable set while nothing changes. */
export function useShownLayers(
  layers: readonly ContextLayer[],
  { visible, hidden }: Pick<OverlayControl, 'visible' | 'hidden'>,
): ReadonlySet<ContextLayer> {
  return useMemo(() => new Set(visible ? layers.filter((layer) => !hidden.has(layer)) : []), [layers, visible, hidden])
}
