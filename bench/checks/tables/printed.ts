import { bareLetters } from '#lib/domain/printed-line'
import { bootstrap, meanOf } from '../measures.ts'
import type { Line, Miss, Result, Table } from '../table.ts'

const names = ['documentNumber', 'surname', 'givenNames', 'birthDate', 'expiryDate'] as const
type Name = (typeof names)[number]

/** Fields read from print alone, where all of them are known; a wrong one is worse than none. */
export const printed: Table = {
  title: 'Fields read from print',
  checks: ['text-legible'],
  make(results) {
    const known = results.filter(({ sample, ours }) => sample.printed && ours['text-legible'])
    return { lines: names.flatMap((name) => lineOf(name, known)), misses: known.flatMap(missesIn) }
  },
}

interface Field {
  name: string
  value: string
  source: string
}

function readingOf({ sample, ours }: Result, name: Name): 'right' | 'wrong' | 'none' | 'unknown' {
  const truth = sample.printed?.[name]
  if (truth === undefined) return 'unknown'
  const fields = (ours['text-legible']?.detail.fields ?? []) as unknown as Field[]
  const field = fields.find((one) => one.name === name && one.source === 'print')
  if (!field) return fields.some((one) => one.name === name) ? 'unknown' : 'none'
  return bareLetters(field.value) === bareLetters(truth) ? 'right' : 'wrong'
}

function lineOf(name: Name, results: readonly Result[]): Line[] {
  const read = results.map((result) => readingOf(result, name)).filter((reading) => reading !== 'unknown')
  if (read.length === 0) return []
  const share = (what: string) => bootstrap(read, (some) => meanOf(some.map((one) => (one === what ? 1 : 0))))
  return [{ name, figures: { right: share('right'), wrong: share('wrong') }, n: String(read.length) }]
}

function missesIn(result: Result): Miss[] {
  return names.flatMap((name) =>
    readingOf(result, name) === 'wrong' ? [{ sample: result.sample, what: `${name} misread` }] : [],
  )
}
