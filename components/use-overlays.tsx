'use client'

import { useCallback, useMemo, useState } from 'react'
import type { OverlayKind } from './overlay-kinds.ts'
import type { OverlayRegion } from './overlay-regions.tsx'
import { useHotkeys } from './use-hotkeys.tsx'

/** Which overlays are on. */
export interface OverlayControl {
  /** All together. */
  visible: boolean
  toggleAll: () => void
  /** Kinds switched off one by one. */
  hidden: ReadonlySet<OverlayKind>
  toggleKind: (kind: OverlayKind) => void
}

/** Overlay switches, with `o` for all of them. */
export function useOverlays(): OverlayControl {
  const [visible, setVisible] = useState(true)
  const [hidden, setHidden] = useState<ReadonlySet<OverlayKind>>(new Set())
  const toggleAll = useCallback(() => setVisible((on) => !on), [])
  const toggleKind = useCallback((kind: OverlayKind) => {
    setHidden((before) => {
      const after = new Set(before)
      if (!after.delete(kind)) after.add(kind)
      return after
    })
  }, [])
  useHotkeys([{ keys: ['o'], label: 'Overlays on and off', group: 'Picture', run: toggleAll }])
  return { visible, toggleAll, hidden, toggleKind }
}

/**
 * The regions that are switched on, and of those where nothing is wrong the ones pointed at; a stable list while nothing
 * changes, so that the shapes need no redrawing.
 */
export function useShownRegions(
  regions: readonly OverlayRegion[],
  { visible, hidden }: OverlayControl,
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
