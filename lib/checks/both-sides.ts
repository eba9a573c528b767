import type { MrzReading, Readings, TextReading } from '#lib/domain/artifacts'
import { hashDistance, noFingerprint } from '#lib/pixels/perceptual-hash'
import { defineCheck } from './check.ts'

/** Words shorter than this, or read less surely, are chance. */
const leastLetters = 4
const leastConfidence = 0.6

/** Whether a card's back is its back, and not its front once more (K6). */
export const bothSides = defineCheck({
  id: 'both-sides',
  version: 1,
  group: 'content',
  title: { pass: 'Both sides were sent', fail: 'Same side sent twice' },
  description: 'With one side twice the other is missing, and what stands only there can’t be checked.',
  method:
    'The two sides are one where their pictures are the same but for a few bits of a perceptual hash, where both carry a machine-readable zone of the same letters (a card has one), or where most of the words read on one are read on the other.',
  limits: [
    'Two photos of a side without a zone, on which few words can be read, are not told apart from two sides.',
    'Which of the two pictures is the wrong one is for a person to say.',
    'Cards whose two sides say nearly the same in print can look like one side.',
  ],
  suggests: ['doc_same_side_twice'],
  unit: 'likeness 0–1',
  appliesTo: ['id_back'],
  needs: ['fingerprint', 'mrz', 'text', 'companions'],
  thresholds: {
    maxLikeness: {
      value: 0.6,
      unit: 'likeness 0–1',
      source: 'docs/decisions/037: two sides of a card share at most half of their words, photos of one side 0.75',
    },
    maxDistance: {
      value: 8,
      unit: 'bits of 64 that differ',
      source: 'docs/decisions/020, as in the check `duplicate-capture`',
    },
    fewestWords: { value: 6, unit: 'words on each side', source: 'docs/decisions/037' },
  },
  run: ({ fingerprint, mrz, text, companions }, thresholds) => {
    const threshold = thresholds.maxLikeness
    const nothing = { score: null, value: null, threshold }
    const front = companions.find(({ kind }) => kind === 'id_front')?.readings
    if (!front) return { ...nothing, outcome: 'not_applicable', summary: 'There is no front to compare it with.' }
    const compared = comparisonsOf({ fingerprint, mrz, text }, front, thresholds)
    const [closest] = compared.toSorted((a, b) => b.likeness - a.likeness)
    if (!closest) {
      const summary = 'Too little could be read on the two sides to tell them apart.'
      return { ...nothing, outcome: 'inconclusive', summary }
    }
    const value = Math.round(100 * closest.likeness) / 100
    const isSame = value >= threshold
    return {
      outcome: isSame ? 'fail' : 'pass',
      score: 100 * (1 - value),
      value,
      threshold,
      summary: isSame ? `Front and back show the same side: ${closest.evidence}.` : 'Front and back are two sides.',
      reasons: isSame ? ['doc_same_side_twice'] : [],
      detail: { compared: compared.map(({ by, likeness }) => ({ by, likeness: Math.round(100 * likeness) / 100 })) },
    }
  },
})

interface Compared {
  by: 'picture' | 'zone' | 'words'
  likeness: number
  evidence: string
}

/** By everything that both sides have; a picture that merely differs says nothing. */
function comparisonsOf(
  back: Pick<Readings, 'fingerprint' | 'mrz' | 'text'>,
  front: Partial<Readings>,
  { maxDistance, fewestWords }: Record<'maxDistance' | 'fewestWords', number>,
): Compared[] {
  const compared: Compared[] = []
  if (isSamePicture(back.fingerprint, front.fingerprint, maxDistance)) {
    compared.push({ by: 'picture', likeness: 1, evidence: 'it is the same picture' })
  }
  if (back.mrz && front.mrz) {
    const evidence = 'both carry the same machine-readable zone'
    compared.push({ by: 'zone', likeness: shareOfCharacters(back.mrz, front.mrz), evidence })
  }
  const [words, others] = [wordsOf(back.text), wordsOf(front.text ?? null)]
  if (Math.min(words.size, others.size) >= fewestWords) {
    const shared = [...words].filter((word) => others.has(word)).length
    const likeness = shared / Math.min(words.size, others.size)
    compared.push({ by: 'words', likeness, evidence: `${shared} words stand on both` })
  }
  return compared
}

function isSamePicture(a: string, b: string | undefined, maxDistance: number): boolean {
  return b !== undefined && a !== noFingerprint && b !== noFingerprint && hashDistance(a, b) <= maxDistance
}

function shareOfCharacters(a: MrzReading, b: MrzReading): number {
  const [one, other] = [a.lines.join(''), b.lines.join('')]
  return [...one].filter((character, i) => character === other[i]).length / Math.max(one.length, other.length)
}

function wordsOf(text: TextReading | null): Set<string> {
  const words = text?.words.filter(({ confidence }) => confidence >= leastConfidence) ?? []
  const letters = words.map((word) => word.text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''))
  return new Set(letters.filter((word) => word.length >= leastLetters))
}
