import { documentTypeTitle } from '#lib/domain/capture'
import { countryName } from '#lib/domain/country'
import { outcomeTitle } from '#lib/domain/decision'
import { formatShare } from '#lib/domain/format'
import { reasons as catalogue, type ReasonCode } from '#lib/domain/reasons'
import type { FailureReasons } from '#lib/queries/failure-reasons'
import type { ReviewerAgreement } from '#lib/queries/reviewer-agreement'
import type { WrongFindings } from '#lib/queries/wrong-findings'

export interface StatsTable {
  columns: string[]
  rows: (string | number)[][]
}

/** All that the page tells, with the checks by their titles. */
export interface StatsFacts extends FailureReasons {
  wrongFindings: (WrongFindings & { title: string })[]
  agreement: ReviewerAgreement
}

/** The figures as tables, by the name they have in addresses: what lies behind each chart, and what a CSV file holds. */
export const statsTables = {
  'reasons-by-day': ({ byDay }: StatsFacts): StatsTable => {
    const codes = [...new Set(byDay.map(({ code }) => code))].sort()
    const days = [...new Set(byDay.map(({ day }) => day))].sort()
    const counts = new Map(byDay.map(({ day, code, count }) => [`${day} ${code}`, count]))
    return {
      columns: ['Day', ...codes.map(reasonTitle)],
      rows: days.map((day) => [day, ...codes.map((code) => counts.get(`${day} ${code}`) ?? 0)]),
    }
  },
  reasons: ({ reasons }: StatsFacts): StatsTable => ({
    columns: ['Reason', 'Decisions'],
    rows: reasons.map(({ code, count }) => [reasonTitle(code), count]),
  }),
  'document-types': ({ byDocumentType }: StatsFacts): StatsTable => ({
    columns: ['Document type', 'Decided', 'Not approved', 'Share'],
    rows: byDocumentType.map(({ documentType, decided, failed }) => [
      documentTypeTitle[documentType],
      decided,
      failed,
      formatShare(failed / decided),
    ]),
  }),
  countries: ({ byCountry }: StatsFacts): StatsTable => ({
    columns: ['Country', 'Decided', 'Not approved', 'Share'],
    rows: byCountry.map(({ country, decided, failed }) => [
      countryName(country),
      decided,
      failed,
      formatShare(failed / decided),
    ]),
  }),
  outcomes: ({ outcomes }: StatsFacts): StatsTable => ({
    columns: ['Outcome', 'Decisions'],
    rows: outcomes.map(({ outcome, count }) => [outcomeTitle[outcome], count]),
  }),
  'waiting-times': ({ waitingHours }: StatsFacts): StatsTable => ({
    columns: ['Share of submissions', 'Decided within, hours'],
    rows: waitingShares.map(([key, share]) => [share, inHours(waitingHours[key])]),
  }),
  attempts: ({ successByAttempt }: StatsFacts): StatsTable => ({
    columns: ['Attempt', 'Decided', 'Approved', 'Share'],
    rows: successByAttempt.map(({ attempt, decided, approved }) => [
      `Attempt ${attempt}`,
      decided,
      approved,
      formatShare(approved / decided),
    ]),
  }),
  'wrong-findings': ({ wrongFindings }: StatsFacts): StatsTable => ({
    columns: ['Check', 'Failed', 'Marked wrong', 'Share', 'Problem missed'],
    rows: wrongFindings.map(({ title, failed, wrong, missed }) => [
      title,
      failed,
      wrong,
      failed > 0 ? formatShare(wrong / failed) : '',
      missed,
    ]),
  }),
  agreement: ({ agreement: { pairs, byReason } }: StatsFacts): StatsTable => ({
    columns: ['Reason', 'Both', 'First only', 'Second only', 'Neither', 'Agreed', 'Kappa'],
    rows: byReason.map(({ code, both, firstOnly, secondOnly, neither, kappa }) => [
      reasonTitle(code),
      both,
      firstOnly,
      secondOnly,
      neither,
      formatShare((both + neither) / pairs),
      kappa === null ? '' : kappa.toFixed(2),
    ]),
  }),
} as const

export type StatsTableName = keyof typeof statsTables

/** Percentiles of the waiting time, in words. */
export const waitingShares = [
  ['p50', 'Half'],
  ['p75', 'Three quarters'],
  ['p95', '95%'],
] as const

function reasonTitle(code: ReasonCode): string {
  return catalogue[code].title
}

function inHours(hours: number | null): string | number {
  return hours === null ? '' : Math.round(hours * 100) / 100
}
