import type { CheckId } from '#lib/checks/registry'
import { judged, judgedLine, missesOf, type Result, type Table } from '../table.ts'

/** Editing programs as the corpus's manifest names them. */
const editors = /photoshop (?!lightroom)|gimp|paint\.net|acd systems/i

export const screenshots = originTable('Screenshots', 'screenshot', ({ labels }) => labels.screenshot === 'yes')

export const recaptures = originTable('Photos of a screen', 'recapture', ({ labels }) =>
  // One of the corpus is labelled by its source as either a print or a screen.
  labels.recapture?.startsWith('print') ? undefined : (labels.recapture?.startsWith('screen') ?? false),
)

/** Only what a program signed can be told; forgeries that nobody signed count as missed. */
export const edits = originTable('Edited, by signature', 'edited', ({ labels }) =>
  labels.spoilt ? undefined : labels.edited?.startsWith('yes') || editors.test(labels.exif_software ?? ''),
)

export const enlarged = originTable('Enlarged', 'upscaled', ({ labels }) => spoiltBy(labels, 'upscaled'))

export const compressed = originTable('Heavily compressed', 'compression', ({ labels }) =>
  spoiltBy(labels, 'heavy_compression'),
)

/** Known of drawn pictures alone. */
function spoiltBy(labels: Record<string, string>, kind: string): boolean | undefined {
  return labels.spoilt === undefined ? undefined : labels.spoilt === kind
}

function originTable(title: string, check: CheckId, truthOf: (sample: Result['sample']) => boolean | undefined): Table {
  return {
    title,
    checks: [check],
    make(results) {
      const known = results.filter(({ sample }) => truthOf(sample) !== undefined)
      const ours = known.map((result) => judged(result, check, truthOf(result.sample)!))
      return { lines: judgedLine(check, ours), misses: missesOf(known, ours, check) }
    },
  }
}
