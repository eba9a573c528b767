import type { CheckId } from '#lib/checks/registry'
import { askOpenCv } from '../peers/opencv.ts'
import { judge } from './judge.ts'
import type { Figure } from './measures.ts'
import type { Sample } from './sample.ts'
import type { Line, Miss, Result } from './table.ts'
import { tables } from './tables.ts'

/** A printed line with its place, as `--save` keeps it for the checks' pages. */
export interface SavedLine extends Line {
  check: CheckId
  set: string
  table: string
}

/**
 * Runs the checks and the peer on every sample and prints a table a check; `only` leaves out the tables of other checks. Answers
 * with what was missed, and with the figures.
 */
export async function printReport(
  set: string,
  samples: readonly Sample[],
  only?: readonly string[],
): Promise<{ misses: Miss[]; lines: SavedLine[] }> {
  const wanted = tables.filter(({ checks }) => !only || checks.some((id) => only.includes(id)))
  const results = await resultsOf(samples, [...new Set(wanted.flatMap(({ checks }) => checks))])
  console.log(`\n${set}: ${results.length} pictures. In brackets the 95 % bootstrap interval.`)
  const misses: Miss[] = []
  const saved: SavedLine[] = []
  for (const { title, checks, make } of wanted) {
    const { lines, misses: missed } = await make(results)
    if (lines.length === 0) continue
    console.log(`\n${title}`)
    for (const line of lines) {
      console.log(`  ${inWords(line)}`)
      saved.push({ check: checks[0]!, set, table: title, ...line })
    }
    misses.push(...missed)
  }
  return { misses, lines: saved }
}

async function resultsOf(samples: readonly Sample[], ids: readonly CheckId[]): Promise<Result[]> {
  const peers = await askOpenCv(samples)
  if (!peers) console.log('No peer beside: Debian’s python3-opencv is not installed.')
  const results: Result[] = []
  for (const [i, sample] of samples.entries()) {
    const ours = await judge(sample, ids)
    if (ours) results.push({ sample, ours, peer: peers?.[i] ?? null })
  }
  return results
}

function inWords({ name, figures, n }: Line): string {
  const words = Object.entries(figures).map(([label, figure]) => `${label} ${figureInWords(figure)}`)
  return `${name}: ${words.join(', ')}, n ${n}`
}

function figureInWords({ value, low, high }: Figure): string {
  return `${value.toFixed(3)} [${low.toFixed(2)}–${high.toFixed(2)}]`
}
