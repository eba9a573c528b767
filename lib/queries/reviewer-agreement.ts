import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { Prisma } from '#lib/db/generated/client'
import type { Actor } from '#lib/domain/actor'
import { type Agreement, cohensKappa } from '#lib/domain/agreement'
import type { DocumentType } from '#lib/domain/capture'
import type { ReasonCode } from '#lib/domain/reasons'

export interface AgreementFilter {
  days: number
  type?: DocumentType | undefined
  country?: string | undefined
}

export interface ReviewerAgreement {
  /** Submissions two people reviewed without knowing of each other. */
  pairs: number
  sameOutcome: number
  /** The same outcome, and the same reasons on the same captures. */
  sameJudgement: number
  /** Per reason either of them named, the most frequent first. */
  byReason: (Agreement & { code: ReasonCode; kappa: number | null })[]
}

/** How far two people agree who judge the same submission without knowing of each other. */
export async function reviewerAgreement(actor: Actor, filter: AgreementFilter): Promise<ReviewerAgreement> {
  authorise(actor, 'stats:read')
  const pairs = Prisma.sql`
    SELECT b.id, a.outcome = b.outcome AS same_outcome, b.agrees,
      ARRAY(SELECT r ->> 'code' FROM jsonb_array_elements(a.reasons) r) AS first,
      ARRAY(SELECT r ->> 'code' FROM jsonb_array_elements(b.reasons) r) AS second
    FROM reviews b JOIN reviews a ON a.id = b.second_to_id AND a.blind JOIN submissions s ON s.id = b.submission_id
    WHERE b.voided_for IS DISTINCT FROM 'undone'
      AND b.reviewed_at > clock_timestamp() - make_interval(days => ${filter.days})
      ${filter.type ? Prisma.sql`AND s.document_type = ${filter.type}::document_type` : Prisma.empty}
      ${filter.country ? Prisma.sql`AND s.country = ${filter.country}` : Prisma.empty}`
  const [totals, named] = await Promise.all([
    db().$queryRaw<Omit<ReviewerAgreement, 'byReason'>[]>`
      SELECT count(*)::int AS pairs, count(*) FILTER (WHERE same_outcome)::int AS "sameOutcome",
             count(*) FILTER (WHERE agrees)::int AS "sameJudgement"
      FROM (${pairs}) p`,
    db().$queryRaw<(Omit<Agreement, 'neither'> & { code: ReasonCode })[]>`
      SELECT code, count(*) FILTER (WHERE code = ANY (first) AND code = ANY (second))::int AS "both",
             count(*) FILTER (WHERE NOT code = ANY (second))::int AS "firstOnly",
             count(*) FILTER (WHERE NOT code = ANY (first))::int AS "secondOnly"
      FROM (${pairs}) p, LATERAL (SELECT DISTINCT unnest(first || second) AS code) n
      GROUP BY code ORDER BY count(*) DESC, code`,
  ])
  const total = totals[0]!
  return {
    ...total,
    byReason: named.map(({ code, ...counts }) => {
      const agreement = { ...counts, neither: total.pairs - counts.both - counts.firstOnly - counts.secondOnly }
      return { code, ...agreement, kappa: cohensKappa(agreement) }
    }),
  }
}
