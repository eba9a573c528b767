'use client'

import { useState } from 'react'
import { type ChartUnit, formatChartValue, gridLines, labelIndexes } from './chart-scale.ts'
import { cn } from './ui/cn.ts'

export interface Series {
  name: string
  /** One for each label; null where nothing was measured. */
  values: readonly (number | null)[]
}

export interface LineChartProps {
  /** Names the chart for screen readers, who are best served by the table behind it. */
  label: string
  /** Along the bottom, in order. */
  labels: readonly string[]
  /** At most six. */
  series: readonly Series[]
  unit?: ChartUnit
}

/** Six lines that differ in colour and in dash. */
const looks = [
  { stroke: 'stroke-series-1', dash: undefined },
  { stroke: 'stroke-series-2', dash: '6 3' },
  { stroke: 'stroke-series-3', dash: '2 3' },
  { stroke: 'stroke-series-4', dash: '9 3 2 3' },
  { stroke: 'stroke-series-5', dash: '4 4' },
  { stroke: 'stroke-series-6', dash: '1 2' },
]

/** Values over time. Lines stretch with the space, text does not; pointing at a label reads its values. */
export function LineChart({ label, labels, series, unit = 'count' }: LineChartProps) {
  const [pointed, setPointed] = useState<number | null>(null)
  const grid = gridLines(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))), unit)
  return (
    <figure aria-label={label} className="grid gap-3 text-xs text-muted-foreground">
      <Legend series={series} unit={unit} index={pointed} title={pointed === null ? null : labels[pointed]!} />
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 pr-4">
        <ValueAxis grid={grid} unit={unit} />
        <Plot {...{ series, grid, pointed, setPointed }} length={labels.length} />
        <span />
        <TimeAxis labels={labels} />
      </div>
    </figure>
  )
}

interface LegendProps extends Pick<Required<LineChartProps>, 'series' | 'unit'> {
  index: number | null
  title: string | null
}

function Legend({ series, unit, index, title }: LegendProps) {
  return (
    <figcaption className="flex min-h-5 flex-wrap gap-x-4 gap-y-1">
      {series.map(({ name, values }, position) => {
        const value = index === null ? null : values[index]
        return (
          <span key={name} className="inline-flex items-center gap-1.5">
            <svg aria-hidden viewBox="0 0 18 4" className="h-1 w-4.5">
              <path
                d="M0 2H18"
                strokeWidth={2}
                strokeDasharray={looks[position]?.dash}
                className={looks[position]?.stroke}
              />
            </svg>
            {name}
            {value != null && <b className="text-foreground tabular-nums">{formatChartValue(value, unit)}</b>}
          </span>
        )
      })}
      {title && <span className="ml-auto">{title}</span>}
    </figcaption>
  )
}

function ValueAxis({ grid, unit }: { grid: readonly number[]; unit: ChartUnit }) {
  return (
    <div aria-hidden className="-my-1.5 flex flex-col-reverse justify-between text-right leading-3 tabular-nums">
      {grid.map((value) => (
        <span key={value}>{formatChartValue(value, unit)}</span>
      ))}
    </div>
  )
}

/** No viewBox: percentages place the text, and nothing stretches it. */
function TimeAxis({ labels }: { labels: readonly string[] }) {
  const last = labels.length - 1
  return (
    <svg aria-hidden className="h-4 w-full overflow-visible fill-muted-foreground">
      {labelIndexes(labels.length, 7).map((index) => (
        <text key={labels[index]} x={`${last > 0 ? (100 * index) / last : 50}%`} y={14} textAnchor="middle">
          {labels[index]}
        </text>
      ))}
    </svg>
  )
}

interface PlotProps {
  series: readonly Series[]
  grid: readonly number[]
  length: number
  pointed: number | null
  setPointed: (index: number | null) => void
}

function Plot({ series, grid, length, pointed, setPointed }: PlotProps) {
  const x = (index: number) => (length < 2 ? 50 : (100 * index) / (length - 1))
  const y = (value: number) => 100 - (100 * value) / grid.at(-1)!
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="h-52 w-full overflow-visible"
      onPointerMove={({ clientX, currentTarget }) => {
        const { left, width } = currentTarget.getBoundingClientRect()
        setPointed(Math.max(0, Math.min(length - 1, Math.round(((clientX - left) / width) * (length - 1)))))
      }}
      onPointerLeave={() => setPointed(null)}
    >
      <rect width={100} height={100} fill="transparent" />
      {grid.map((value) => (
        <path key={value} d={`M0 ${y(value)}H100`} className="stroke-border" vectorEffect="non-scaling-stroke" />
      ))}
      {pointed !== null && (
        <path d={`M${x(pointed)} 0V100`} className="stroke-input" vectorEffect="non-scaling-stroke" />
      )}
      {series.map(({ name, values }, position) => (
        <path
          key={name}
          d={linePath(values, x, y)}
          fill="none"
          strokeWidth={2}
          strokeLinejoin="round"
          strokeDasharray={looks[position]?.dash}
          vectorEffect="non-scaling-stroke"
          className={cn(looks[position]?.stroke)}
        />
      ))}
    </svg>
  )
}

/** A path that lifts the pen where a value is missing. */
function linePath(values: Series['values'], x: (index: number) => number, y: (value: number) => number): string {
  return values
    .map((value, index) => {
      if (value === null) return ''
      const joined = index > 0 && values[index - 1] !== null
      return `${joined ? 'L' : 'M'}${x(index)} ${y(value)}`
    })
    .join('')
}
