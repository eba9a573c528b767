'use client'

import { useId, useRef } from 'react'
import { Kbd } from '#components/ui/kbd'
import { Select } from '#components/ui/select'
import { useHotkeys } from '#components/use-hotkeys'
import { type CaptureKind, captureKindTitle } from '#lib/domain/capture'
import type { ChosenReason } from '#lib/domain/decision'
import { isFlag } from '#lib/domain/finding'
import { type ReasonCode, reasons } from '#lib/domain/reasons'
import type { DecisionDesk } from '#lib/queries/decision-desk'
import type { WorkspaceView } from './workspace-view.ts'

export interface CustomerPlacesProps {
  view: WorkspaceView
  desk: DecisionDesk
  chosen: readonly ChosenReason[]
  onPlace: (reason: ChosenReason, region: ChosenReason['region']) => void
  onActiveFindingChange: (findingId: string | null) => void
}

interface Place {
  label: string
  points: NonNullable<ChosenReason['region']>
  /** Lit up on the picture when it is picked. */
  findingId: string | null
}

/** Which place each reason shows the customer on their own picture: what the checks found, or one alone. `p` goes there. */
export function CustomerPlaces({ view, desk, chosen, onPlace, onActiveFindingChange }: CustomerPlacesProps) {
  const first = useRef<HTMLSelectElement>(null)
  const placed = chosen.flatMap((reason) => {
    const places = placesFor(reason, view, desk)
    return places.length > 0 ? [{ reason, places }] : []
  })
  const toFirst = {
    keys: ['p'],
    label: 'Place the customer is shown',
    group: 'Decide',
    run: () => first.current?.focus(),
  }
  useHotkeys([toFirst], placed.length > 0)
  if (placed.length === 0) return null
  return (
    <section aria-label="Places the customer is shown" className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      {placed.map(({ reason, places }, index) => (
        <PlaceChoice
          key={`${reason.capture} ${reason.code}`}
          {...{ reason, places }}
          selectRef={index === 0 ? first : undefined}
          onPick={(place) => {
            onPlace(reason, place?.points)
            onActiveFindingChange(place?.findingId ?? null)
          }}
        />
      ))}
    </section>
  )
}

interface PlaceChoiceProps {
  reason: ChosenReason
  places: readonly Place[]
  selectRef: React.RefObject<HTMLSelectElement | null> | undefined
  onPick: (place: Place | undefined) => void
}

function PlaceChoice({ reason: { code, capture, region }, places, selectRef, onPick }: PlaceChoiceProps) {
  const id = useId()
  const picked = places.findIndex(({ points }) => JSON.stringify(points) === JSON.stringify(region))
  const options: [string, string][] = [
    ['', 'What the checks found'],
    ...places.map(({ label }, index): [string, string] => [String(index), label]),
  ]
  return (
    <div className="flex items-center gap-2 text-[0.8125rem]">
      <label htmlFor={id} className="min-w-0 flex-1 truncate">
        <span className="text-muted-foreground">Show for </span>
        {reasons[code].title}
        <span className="sr-only">, {captureKindTitle[capture as CaptureKind]}</span>
      </label>
      <Select
        id={id}
        ref={selectRef}
        className="w-48 shrink-0 *:w-full"
        aria-keyshortcuts={selectRef && 'p'}
        value={picked < 0 ? '' : String(picked)}
        options={options}
        onChange={({ target }) => onPick(places[Number(target.value || -1)])}
      />
      {selectRef && (
        <Kbd hint className="text-muted-foreground">
          p
        </Kbd>
      )}
    </div>
  )
}

/** Places on the reason's capture: those behind it first, then what other failed checks found, then those drawn by hand. */
function placesFor(
  { code, capture: kind }: ChosenReason,
  { captures }: WorkspaceView,
  { drawn }: DecisionDesk,
): Place[] {
  const capture = captures.find((one) => one.kind === kind)
  if (!capture || reasons[code].audience === 'internal') return []
  const speaks = (suggested: readonly ReasonCode[]) => Number(!suggested.includes(code))
  const found = capture.findings
    .filter(({ outcome, regions }) => isFlag(outcome) && regions.length > 0)
    .sort((a, b) => speaks(a.reasons) - speaks(b.reasons))
    .flatMap(({ id, title, regions }) =>
      regions.map(({ points }, index) => ({ label: `${title}, place ${index + 1}`, points, findingId: id })),
    )
  const byHand = (drawn[capture.id] ?? []).map(({ points }, index) => ({
    label: `Drawn by hand ${index + 1}`,
    points,
    findingId: null,
  }))
  return [...found, ...byHand]
}
