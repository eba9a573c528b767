import { Prisma } from '#lib/db/generated/client'

/** What a key of each type looks like as text: a cursor is part of an address, and anyone can edit those. */
const keyPatterns = {
  int: /^-?\d{1,9}$/,
  bigint: /^\d{1,18}$/,
  text: /^[A-Z]{3}$/,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/,
  document_type: /^(?:passport|id_card)$/,
} as const

/** A column a page is sorted by. Names and types are ours, never a sender's: they go into the SQL as they are. */
export interface SortColumn {
  name: string
  type: keyof typeof keyPatterns
  dir: 'asc' | 'desc'
}

/**
 * The condition "after these keys" in the order of the columns; keys are texts. Where all run in one direction a row
 * comparison lets the index start there; else the alternatives are spelled out, behind a bound on the first column.
 */
export function keysetAfter(columns: readonly SortColumn[], keys: readonly string[]): Prisma.Sql {
  const key = (index: number) => Prisma.sql`${keys[index]}::text::${Prisma.raw(columns[index]!.type)}`
  const names = columns.map(({ name }) => Prisma.raw(`s.${name}`))
  const [lead] = columns
  const beyond = (dir: SortColumn['dir']) => Prisma.raw(dir === 'asc' ? '>' : '<')
  if (columns.every(({ dir }) => dir === lead!.dir)) {
    const values = columns.map((_, index) => key(index))
    return Prisma.sql`(${Prisma.join(names)}) ${beyond(lead!.dir)} (${Prisma.join(values)})`
  }
  const alternatives = columns.map(({ dir }, index) => {
    const equal = names.slice(0, index).map((name, i) => Prisma.sql`${name} = ${key(i)}`)
    return Prisma.sql`(${Prisma.join([...equal, Prisma.sql`${names[index]} ${beyond(dir)} ${key(index)}`], ' AND ')})`
  })
  const bound = Prisma.sql`${names[0]} ${Prisma.raw(lead!.dir === 'asc' ? '>=' : '<=')} ${key(0)}`
  return Prisma.sql`${bound} AND (${Prisma.join(alternatives, ' OR ')})`
}

export function orderBy(columns: readonly SortColumn[]): Prisma.Sql {
  return Prisma.raw(columns.map(({ name, dir }) => `s.${name} ${dir}`).join(', '))
}

export function encodeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/** The keys of a cursor for these columns; null for anything else, so that a broken link shows the first page. */
export function decodeCursor(cursor: string, columns: readonly SortColumn[]): string[] | null {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(keys) || keys.length !== columns.length) return null
    const fits = columns.every(
      ({ type }, index) => typeof keys[index] === 'string' && keyPatterns[type].test(keys[index]),
    )
    return fits ? keys : null
  } catch {
    return null
  }
}
