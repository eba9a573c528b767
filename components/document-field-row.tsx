'use client'

import { Pencil } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type DocumentField, documentFieldTitle, type FieldSource } from '#lib/domain/document-field'
import { CaptureCrop } from './capture-crop.tsx'
import type { Size } from './capture-geometry.ts'
import { DateTime } from './date-time.tsx'
import { FieldAgreement } from './field-agreement.tsx'
import { fieldKey } from './field-regions.tsx'
import { TextStretches } from './text-stretches.tsx'
import { Badge } from './ui/badge.tsx'
import { Button } from './ui/button.tsx'
import { cn } from './ui/cn.ts'

export interface DocumentFieldRowProps {
  field: DocumentField
  /** The picture a source was read in; null where it may not be seen now. */
  pictureOf: (captureId: string) => { src: string; size: Size } | null
  active: boolean
  onActiveChange: (key: string | null) => void
  /** Brings the picture of a source on show. */
  onShow: (captureId: string) => void
  /** The form that corrects it, told how to close; leave out where nothing may be corrected. */
  correct?: (close: () => void) => ReactNode
}

/** One field: the value in force, and beneath it what zone, print and profile say, with the line each was read from. */
export function DocumentFieldRow({ field, active, onActiveChange, correct, ...pictures }: DocumentFieldRowProps) {
  const { name, value, meaning, agreement, sources, correction } = field
  const [correcting, setCorrecting] = useState(false)
  const row = useRowInView(active)
  const title = documentFieldTitle[name]
  const key = fieldKey(name)
  return (
    <li
      ref={row}
      data-active={active || undefined}
      className={cn('grid gap-1.5 px-4 py-2.5', active && 'bg-selected')}
      onPointerEnter={() => onActiveChange(key)}
      onPointerLeave={() => onActiveChange(null)}
    >
      <div className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1">
          <span className="block text-xs text-muted-foreground">{title}</span>
          <span className="font-medium break-words">{value ?? '—'}</span>
          {meaning && <span className="text-[0.8125rem] text-muted-foreground"> {meaning}</span>}
        </h3>
        {correction && (
          <Badge tone="info">
            <Pencil aria-hidden />
            Corrected
          </Badge>
        )}
        <FieldAgreement agreement={agreement} />
        {correct && (
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Correct: ${title}`}
            aria-expanded={correcting}
            onClick={() => setCorrecting(!correcting)}
          >
            <Pencil aria-hidden />
          </Button>
        )}
      </div>
      {correcting && correct?.(() => setCorrecting(false))}
      {correction && (
        <p className="text-xs text-muted-foreground">
          By {correction.by}, <DateTime value={correction.at} />. The machine read{' '}
          {correction.machineValue ? <span className="font-mono">{correction.machineValue}</span> : 'nothing'}.
        </p>
      )}
      {sources.length > 0 && (
        <dl className="grid gap-1">
          {sources.map((source) => (
            <SourceLine
              key={source.source}
              {...{ source, title, value, ...pictures }}
              onPoint={(on) => onActiveChange(on ? key : null)}
            />
          ))}
        </dl>
      )}
    </li>
  )
}

const sourceTitle: Record<FieldSource['source'], string> = { mrz: 'MRZ', print: 'Print', declared: 'Declared' }

interface SourceLineProps extends Pick<DocumentFieldRowProps, 'pictureOf' | 'onShow'> {
  source: FieldSource
  title: string
  /** In force: beside its own crop it needs no repeating. */
  value: string | null
  onPoint: (on: boolean) => void
}

function SourceLine({ source, title, value, pictureOf, onShow, onPoint }: SourceLineProps) {
  const { place, captureId, text, normal, stretches, differences, confidence } = source
  const picture = captureId && pictureOf(captureId)
  return (
    <div className="grid grid-cols-[4rem_minmax(0,1fr)_auto] items-center gap-x-2 text-[0.8125rem]">
      <dt className="text-xs text-muted-foreground">{sourceTitle[source.source]}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
        {picture && place && (
          <button
            type="button"
            aria-label={`Show on the picture: ${title}, ${sourceTitle[source.source]}`}
            className="max-w-full cursor-pointer rounded-sm"
            onFocus={() => onPoint(true)}
            onBlur={() => onPoint(false)}
            onClick={() => onShow(captureId)}
          >
            <CaptureCrop src={picture.src} picture={picture.size} place={place} />
          </button>
        )}
        <span className={cn('min-w-0 font-mono text-xs break-words', picture && place && text === value && 'sr-only')}>
          {normal ? (
            <>
              {text} <span className="text-muted-foreground">=</span>{' '}
              <TextStretches stretches={stretches} inWords={differences} />
            </>
          ) : (
            <TextStretches stretches={stretches} inWords={differences} />
          )}
        </span>
      </dd>
      <dd className="text-xs text-muted-foreground tabular-nums">
        {confidence !== null && (
          <>
            <span className="sr-only">Confidence </span>
            {Math.round(100 * confidence)}%
          </>
        )}
      </dd>
    </div>
  )
}

/** A row pointed at from the picture comes into view; one pointed at in the list is there already. */
function useRowInView(active: boolean) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return row
}
