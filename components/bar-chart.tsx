import { type ChartUnit, formatChartValue } from './chart-scale.ts'

export interface Bar {
  label: string
  value: number
  /** Said after the value, like "of 120". */
  detail?: string
}

export interface BarChartProps {
  /** Names the chart for screen readers. */
  label: string
  /** In the order shown; sort them before. */
  bars: readonly Bar[]
  unit?: ChartUnit
  /** The length of the longest bar; by default the largest value. */
  max?: number
}

/** Horizontal bars, each with its name and number in text, so that it reads as a list too. */
export function BarChart({ label, bars, unit = 'count', max }: BarChartProps) {
  const longest = max ?? Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE)
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-[fit-content(12rem)_minmax(4rem,1fr)_auto] gap-x-3 gap-y-2 text-[0.8125rem]"
    >
      {bars.map(({ label: name, value, detail }) => (
        <li key={name} className="col-span-3 grid grid-cols-subgrid items-center">
          <span className="truncate" title={name}>
            {name}
          </span>
          <svg aria-hidden viewBox="0 0 100 10" preserveAspectRatio="none" className="h-3 w-full rounded-sm bg-muted">
            <rect width={Math.max(0, (100 * value) / longest)} height={10} className="fill-series-1" />
          </svg>
          <span className="text-right tabular-nums">
            {formatChartValue(value, unit)}
            {detail && <span className="text-muted-foreground"> {detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
