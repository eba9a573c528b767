import { checkOf, isCheckId } from '#lib/checks/registry'
import type { Actor } from '#lib/domain/actor'
import { failureReasons, type StatsFilter } from '#lib/queries/failure-reasons'
import { reviewerAgreement } from '#lib/queries/reviewer-agreement'
import { wrongFindings } from '#lib/queries/wrong-findings'
import type { StatsFacts } from './stats-tables.ts'

/** Everything the page and its files tell, read at once. */
export async function readStats(actor: Actor, filter: StatsFilter): Promise<StatsFacts> {
  const [facts, wrong, agreement] = await Promise.all([
    failureReasons(actor, filter),
    wrongFindings(actor, filter),
    reviewerAgreement(actor, filter),
  ])
  return { ...facts, agreement, wrongFindings: wrong.map((row) => ({ ...row, title: titleOf(row.check) })) }
}

/** Stored findings outlive their checks: one that is no longer registered goes by its id. */
function titleOf(check: string): string {
  return isCheckId(check) ? checkOf(check).title.fail : check
}
