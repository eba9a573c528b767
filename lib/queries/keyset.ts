import { Prisma } from '#lib/db/generated/client'

const enumLabel = /^[a-z_]{1,40}$/
const anyText = /^[^\0]{0,100}$/

/** What a key of each type looks like as text: a cursor is part of an address, and anyone can edit those. */
const keyPatterns = {
  int: /^-?\d{1,9}$/,
  bigint: /^\d{1,18}$/,
  bpchar: /^[A-Z]{3}$/,
  text: anyText,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/,
  document_type: /^(?:passport|id_card)$/,
  submission_status: enumLabel,
} as const

/** A column a page is sorted by. Expressions and types are ours, never a sender's: they go into the SQL as they are. */
export interface SortColumn {
  /** Like `s.due_at`; as an index has it. */
  expression: string
  type: keyof typeof keyPatterns
  /** All columns of an order run one way. */
  dir: 'asc' | 'desc'
}

/**
 * The condition "after these keys" in the order of the columns; keys are texts. The row comparison lets an index start there;
 * the bound on the first column lets it where the columns come from two tables.
 */
export function keysetAfter(columns: readonly SortColumn[], keys: readonly string[]): Prisma.Sql {
  const [lead] = columns
  const beyond = Prisma.raw(lead!.dir === 'asc' ? '>' : '<')
  const names = columns.map(({ expression }) => Prisma.raw(expression))
  const values = columns.map(({ type }, index) => Prisma.sql`${keys[index]}::text::${Prisma.raw(type)}`)
  return Prisma.sql`${names[0]} ${beyond}= ${values[0]} AND (${Prisma.join(names)}) ${beyond} (${Prisma.join(values)})`
}

/** The columns as `ORDER BY` takes them, each with its direction. */
export function orderBy(columns: readonly SortColumn[]): Prisma.Sql {
  return Prisma.raw(columns.map(({ expression, dir }) => `${expression} ${dir}`).join(', '))
}

/** The keys of a row as texts, for its cursor. */
export function keysOf(columns: readonly SortColumn[]): Prisma.Sql {
  return Prisma.raw(`ARRAY[${columns.map(({ expression }) => `${expression}::text`).join(', ')}]`)
}

/** A place in an order as text for an address; `decodeCursor` reads it. */
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
