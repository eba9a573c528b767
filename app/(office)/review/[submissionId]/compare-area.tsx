'use client'

import { useState } from 'react'
import CaptureCompare, { type ComparedCapture } from '#components/capture-compare'
import { Button } from '#components/ui/button'
import { Select } from '#components/ui/select'
import { useShownKey } from '#components/use-hotkeys'
import { captureKindTitle, showsDocument } from '#lib/domain/capture'
import type { ComparableCapture } from '#lib/queries/comparable-captures'
import type { Pictures } from './use-pictures.tsx'
import type { CaptureView, WorkspaceView } from './workspace-view.ts'

export interface CompareAreaProps {
  view: WorkspaceView
  capture: CaptureView
  pictures: Pictures
  /** Of earlier attempts. */
  comparable: readonly ComparableCapture[]
  onFullScreen: () => void
  onClose: () => void
  className?: string
}

const all = 'all'

/** The capture on show against another: the same one of an earlier attempt, the person's portrait, or all there are. */
export default function CompareArea(props: CompareAreaProps) {
  const { view, capture, pictures, comparable, onFullScreen, onClose, className } = props
  const others = othersOf(view, capture, comparable)
  const [wanted, setWanted] = useState<string | null>(null)
  const chosen = others.find(({ id }) => id === wanted) ?? others[0]
  const isFacePair = chosen !== undefined && isPortraitPair(capture, chosen)
  const own = compared(view, capture, isFacePair)
  const captures =
    wanted === all
      ? view.captures.map((one) => compared(view, one, false))
      : [own, ...(chosen ? [{ ...chosen.picture, box: isFacePair ? chosen.picture.box : null }] : [])]
  const options = [
    ...others.map(({ id, picture: { title } }) => [id, title] as const),
    ...(view.captures.length > 2 ? [[all, 'All captures of this attempt'] as const] : []),
  ]
  return (
    <CaptureCompare
      key={captures.map(({ id }) => id).join()}
      captures={captures}
      onFullScreen={onFullScreen}
      watermark={pictures.watermark}
      className={className}
    >
      <Button variant="ghost" size="sm" aria-pressed aria-keyshortcuts={useShownKey('c')} onClick={onClose}>
        Stop comparing
      </Button>
      <Select
        aria-label="Compare with"
        options={options}
        value={wanted === all ? all : (chosen?.id ?? '')}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
    </CaptureCompare>
  )
}

interface Other {
  id: string
  kind: CaptureView['kind']
  picture: ComparedCapture
}

/** What the capture may be held against, the likeliest first: the same kind from before, then the portrait, then the rest. */
function othersOf(view: WorkspaceView, capture: CaptureView, comparable: readonly ComparableCapture[]): Other[] {
  const present = view.captures
    .filter(({ id }) => id !== capture.id)
    .map((one) => ({ id: one.id, kind: one.kind, picture: compared(view, one, true) }))
  const earlier: Other[] = comparable.map(({ id, kind, attempt, widthPx, heightPx, rotation }) => ({
    id,
    kind,
    picture: {
      id,
      title: `${captureKindTitle[kind]}, attempt ${attempt}`,
      picture: { width: widthPx, height: heightPx },
      rotation,
      box: null,
    },
  }))
  const rank = (other: Other) => (earlier.includes(other) ? 0 : isPortraitPair(capture, other) ? 1 : 2)
  const same = earlier.filter(({ kind }) => kind === capture.kind)
  const rest = [...present, ...earlier.filter(({ kind }) => kind !== capture.kind)]
  return [...same, ...rest.sort((a, b) => (rank(a) || 3) - (rank(b) || 3))]
}

/** A selfie and the side of a document that carries the portrait. */
function isPortraitPair(capture: CaptureView, other: Pick<Other, 'kind'>): boolean {
  return showsDocument(capture.kind) !== showsDocument(other.kind) && ![capture.kind, other.kind].includes('id_back')
}

function compared(view: WorkspaceView, capture: CaptureView, byFace: boolean): ComparedCapture {
  const { id, kind, widthPx, heightPx, rotation, context } = capture
  return {
    id,
    title: `${captureKindTitle[kind]}, attempt ${view.attempt}`,
    picture: { width: widthPx, height: heightPx },
    rotation,
    box: byFace ? context.face : null,
  }
}
