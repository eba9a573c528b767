import { normalReference } from '#lib/domain/case-reference'
import { Prisma } from './generated/client.ts'

/**
 * A subquery for the ids of cases that a search finds: the reference as people type it, the beginning of the external id or the
 * address, every word of the name by its beginning. Each way has its index and looks at no more than `limit`.
 */
export function matchingCases(q: string, limit: number): Prisma.Sql {
  const like = (text: string) => `${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const words = nameQuery(q)
  const byName = Prisma.sql`UNION (SELECT id FROM cases
    WHERE declared_name IS NOT NULL AND name_words(declared_name) @@ ${words}::tsquery LIMIT ${limit})`
  return Prisma.sql`
    SELECT id FROM cases WHERE reference = ${normalReference(q) ?? q}
    UNION (SELECT id FROM cases WHERE external_id LIKE ${like(q)} LIMIT ${limit})
    UNION (SELECT id FROM cases WHERE lower(email) LIKE ${like(q.toLowerCase())} LIMIT ${limit})
    ${words ? byName : Prisma.empty}`
}

/** Words that all have to be in the name, by their beginnings; short ones whole, since half the names begin with an "a". */
function nameQuery(q: string): string {
  const words = q
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return (words ?? []).map((word) => (word.length < 3 ? `'${word}'` : `'${word}':*`)).join(' & ')
}
