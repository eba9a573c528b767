import type { Finding } from '#lib/domain/finding'
import type { OutlinePoint } from '#lib/domain/region'
import { askOpenCv, type PeerAnswer } from '../peers/opencv.ts'
import { type Heat, judge, mapAndMask } from './judge.ts'
import {
  areaUnderCurve,
  bestF,
  bootstrap,
  type Figure,
  falseAlarmsOf,
  type Judged,
  meanOf,
  overlapOf,
  precisionOf,
  recallOf,
} from './measures.ts'
import type { Sample } from './sample.ts'

interface Result {
  sample: Sample
  ours: Record<string, Finding>
  peer: PeerAnswer | null
}

/** A picture one of the checks got wrong, for the contact sheet. */
export interface Miss {
  sample: Sample
  what: string
}

/** Runs the checks and the peer on every sample, prints a table a check, and returns what was missed. */
export async function printReport(title: string, samples: readonly Sample[]): Promise<Miss[]> {
  const peers = await askOpenCv(samples)
  if (!peers) console.log('No peer beside: Debian’s python3-opencv is not installed.')
  const results: Result[] = []
  for (const [i, sample] of samples.entries()) {
    const ours = await judge(sample)
    if (ours) results.push({ sample, ours, peer: peers?.[i] ?? null })
  }
  console.log(`\n${title}: ${results.length} pictures. In brackets the 95 % bootstrap interval.`)
  return [
    ...blurTable(results),
    ...(await regionTable('Blur regions, maxF (β² 0.3)', results, 'sharpness', 'blurMask', 'blurF', 0.3)),
    ...glareTable(results),
    ...(await regionTable('Glare regions, F1', results, 'glare', 'glareMask', 'glareF', 1)),
    ...outlineTable(results),
    ...colourTable(results),
  ]
}

function blurTable(results: readonly Result[]): Miss[] {
  const known = results.filter(({ sample }) => sample.blurred !== undefined)
  const ours = known.map((result) => judged(result, 'sharpness', result.sample.blurred!))
  const theirs = known.flatMap(({ sample, peer }) =>
    peer ? [{ score: -peer.laplacian, flagged: peer.laplacian < 100, truth: sample.blurred! }] : [],
  )
  console.log('\nGlobal blur')
  printJudged('  sharpness', ours)
  printJudged('  OpenCV Laplacian variance < 100 at 1600 px', theirs)
  return missesOf(known, ours, 'blur')
}

function glareTable(results: readonly Result[]): Miss[] {
  const known = results.filter(({ sample }) => sample.glare !== undefined)
  const ours = known.map((result) => judged(result, 'glare', result.sample.glare!))
  const theirs = known.flatMap(({ sample, peer }) =>
    peer ? [{ score: peer.glareShare, flagged: peer.glareShare > 0.01, truth: sample.glare! }] : [],
  )
  console.log('\nGlare')
  printJudged('  glare', ours)
  printJudged('  HSV rule, more than 1 % marked', theirs)
  return missesOf(known, ours, 'glare')
}

function colourTable(results: readonly Result[]): Miss[] {
  const known = results.filter(({ sample }) => sample.blackAndWhite !== undefined)
  const ours = known.map((result) => judged(result, 'colour', result.sample.blackAndWhite!))
  console.log('\nBlack and white')
  printJudged('  colour', ours)
  return missesOf(known, ours, 'colour')
}

function judged({ ours }: Result, check: string, truth: boolean): Judged {
  const finding = ours[check]!
  // What can't be told is not a flag, and ranks between the two.
  return { score: finding.score === null ? -50 : -finding.score, flagged: finding.outcome === 'fail', truth }
}

async function regionTable(
  title: string,
  results: readonly Result[],
  check: string,
  mask: 'blurMask' | 'glareMask',
  peerField: 'blurF' | 'glareF',
  betaSquared: number,
): Promise<Miss[]> {
  const known = results.filter(({ sample, ours }) => sample[mask] && ours[check]!.detail.heat)
  const values: number[] = []
  for (const { sample, ours } of known) {
    const { map, mask: truth } = await mapAndMask(ours[check]!.detail.heat as unknown as Heat, sample[mask]!)
    values.push(bestF(map, truth, betaSquared))
  }
  console.log(`\n${title}`)
  printMean(`  ${check}`, values)
  printMean(
    '  OpenCV',
    known.flatMap(({ peer }) => peer?.[peerField] ?? []),
  )
  return known.flatMap(({ sample }, i) =>
    values[i]! < 0.6 ? [{ sample, what: `${check} regions ${values[i]!.toFixed(2)}` }] : [],
  )
}

function outlineTable(results: readonly Result[]): Miss[] {
  const known = results.filter(({ sample }) => sample.outline)
  const ours = known.map(({ sample, ours }) => overlap(ours.cropping?.detail.outline as OutlinePoint[] | null, sample))
  console.log('\nDocument outline, IoU')
  printOverlaps('  cropping', ours)
  printOverlaps(
    '  OpenCV contours',
    known.flatMap(({ sample, peer }) => (peer ? [overlap(peer.outline, sample)] : [])),
  )
  return known.flatMap(({ sample }, i) =>
    ours[i]! < 0.9 ? [{ sample, what: `outline IoU ${ours[i]!.toFixed(2)}` }] : [],
  )
}

function overlap(outline: OutlinePoint[] | null | undefined, { outline: truth }: Sample): number {
  return outline ? overlapOf(outline, truth!) : 0
}

function printOverlaps(name: string, values: readonly number[]): void {
  if (values.length === 0) return
  const above = (limit: number) =>
    bootstrap(values, (some) => some.filter((value) => value > limit).length / some.length)
  console.log(
    `${name}: mean ${inWords(bootstrap(values, meanOf))}, over 0.9 ${inWords(above(0.9))}, over 0.95 ${inWords(above(0.95))}, n ${values.length}`,
  )
}

function printMean(name: string, values: readonly number[]): void {
  if (values.length > 0) console.log(`${name}: mean ${inWords(bootstrap(values, meanOf))}, n ${values.length}`)
}

function printJudged(name: string, items: readonly Judged[]): void {
  const bad = items.filter(({ truth }) => truth).length
  if (bad === 0 || bad === items.length) return
  const figures: [string, (items: readonly Judged[]) => number][] = [
    ['AUC', areaUnderCurve],
    ['recall', recallOf],
    ['precision', precisionOf],
    ['false alarms', falseAlarmsOf],
  ]
  const words = figures.map(([label, statistic]) => `${label} ${inWords(bootstrap(items, statistic))}`)
  console.log(`${name}: ${words.join(', ')}, n ${bad} + ${items.length - bad}`)
}

function inWords({ value, low, high }: Figure): string {
  return `${value.toFixed(3)} [${low.toFixed(2)}–${high.toFixed(2)}]`
}

function missesOf(results: readonly Result[], items: readonly Judged[], what: string): Miss[] {
  return results.flatMap(({ sample }, i) => {
    const { flagged, truth } = items[i]!
    return flagged === truth ? [] : [{ sample, what: `${what}: ${truth ? 'missed' : 'false alarm'}` }]
  })
}
