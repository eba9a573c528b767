import type { CheckId } from '#lib/checks/registry'
import { type CaptureKind, showsDocument } from '#lib/domain/capture'
import type { Finding } from '#lib/domain/finding'
import { countByHuman } from '../../peers/human.ts'
import { bootstrap, falseAlarmsOf, type Judged, meanOf } from '../measures.ts'
import { judgedLine, type Line, missesOf, type Table } from '../table.ts'

/** None, one, or more: all that is asked of a count. */
const sortOf = (count: string | number) => (count === 'many' ? 2 : Math.min(2, Number(count)))

/** What is asked: of a document whether it shows a portrait, how many of them decides nothing. */
const groups: readonly { name: string; belongs: (kind: CaptureKind) => boolean; upTo: number }[] = [
  { name: 'people', belongs: (kind) => kind === 'selfie', upTo: 2 },
  { name: 'documents, a portrait or none', belongs: showsDocument, upTo: 1 },
  { name: 'documents, none, one or more', belongs: showsDocument, upTo: 2 },
]

function shareRight(name: string, right: readonly number[]): Line[] {
  if (right.length === 0) return []
  return [{ name, figures: { right: bootstrap(right, meanOf) }, n: String(right.length) }]
}

export const faceCounts: Table = {
  title: 'Faces: none, one or more',
  checks: ['face-count'],
  async make(results) {
    const known = results.filter(({ sample, ours }) => sample.labels.n_faces && ours['face-count'])
    const counted = known.map(({ ours }) => Number(ours['face-count']!.value))
    const byHuman: number[] = []
    for (const { sample } of known) byHuman.push(await countByHuman(sample.path))
    const lines = groups.flatMap(({ name, belongs, upTo }) => {
      const right = (counts: number[]) =>
        known.flatMap(({ sample }, i) => {
          if (!belongs(sample.kind)) return []
          const [seen, label] = [counts[i]!, sample.labels.n_faces!].map((count) => Math.min(upTo, sortOf(count)))
          return [seen === label ? 1 : 0]
        })
      return [
        ...shareRight(`face-count, ${name}`, right(counted)),
        ...shareRight(`Human 3.3.6 alone, ${name}`, right(byHuman)),
      ]
    })
    const misses = known.flatMap(({ sample }, i) => {
      const label = sample.labels.n_faces!
      return sortOf(counted[i]!) === sortOf(label) ? [] : [{ sample, what: `${counted[i]} faces, not ${label}` }]
    })
    return { lines, misses }
  },
}

/** A table of one label, as a whole and by skin tone: groups must not differ by more than 5 points. */
function labelTable(
  title: string,
  check: CheckId,
  labelled: (labels: Record<string, string>) => boolean | undefined,
  flags: (finding: Finding) => boolean,
): Table {
  return {
    title,
    checks: [check],
    make(results) {
      const known = results.filter(({ sample, ours }) => labelled(sample.labels) !== undefined && ours[check])
      const judged = known.map(({ sample, ours }): Judged => {
        const finding = ours[check]!
        return {
          score: finding.score === null ? -50 : -finding.score,
          flagged: flags(finding),
          truth: labelled(sample.labels)!,
        }
      })
      const dark = known.map(({ sample }) => sample.labels.skin_tone_dark === 'yes')
      const unsure = known.map(({ ours }) => (ours[check]!.outcome === 'inconclusive' ? 1 : 0))
      // Of those without it alone: whoever wears glasses is left open for want of a portrait to compare with.
      const group = (isDark: boolean) => (_: unknown, i: number) => dark[i] === isDark && !judged[i]!.truth
      const alarms = (name: string, clean: Judged[], open: number[]) => {
        if (clean.length === 0) return []
        const figures = { 'false alarms': bootstrap(clean, falseAlarmsOf), 'left open': bootstrap(open, meanOf) }
        return [{ name, figures, n: String(clean.length) }]
      }
      const lines = [
        ...judgedLine(check, judged),
        ...[true, false].flatMap((isDark) =>
          alarms(
            `${check}, ${isDark ? 'dark' : 'other'} skin`,
            judged.filter(group(isDark)),
            unsure.filter(group(isDark)),
          ),
        ),
      ]
      return { lines, misses: missesOf(known, judged, title) }
    },
  }
}

const starts = (cell: string | undefined, word: string) => (cell ? cell.startsWith(word) : undefined)
const failed = ({ outcome }: Finding) => outcome === 'fail'

export const faceTables: readonly Table[] = [
  faceCounts,
  labelTable(
    'Glasses',
    'glasses',
    ({ glasses }) => starts(glasses, 'yes'),
    ({ detail }) => detail.wears === 'glasses',
  ),
  labelTable(
    'Sunglasses and masks',
    'face-covered',
    ({ sunglasses, face_occluded, glasses }) =>
      sunglasses === 'yes' || face_occluded === 'yes (mask)'
        ? true
        : glasses === 'no' || glasses === 'yes'
          ? false
          : undefined,
    failed,
  ),
  labelTable(
    'Closed eyes, failed or left open',
    'face-expression',
    ({ eyes_closed }) => (eyes_closed ? eyes_closed !== 'no' : undefined),
    ({ detail }) => Math.min(...((detail.lidGaps as number[] | undefined) ?? [1])) < 0.045,
  ),
  labelTable(
    'Open mouth',
    'face-expression',
    ({ mouth_open }) => (mouth_open?.startsWith('slightly') ? undefined : starts(mouth_open, 'yes')),
    ({ detail }) => Number(detail.lipGap) > 0.076,
  ),
]
