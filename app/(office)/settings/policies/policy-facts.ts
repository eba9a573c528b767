import { captureKindTitle, documentTypes, documentTypeTitle } from '#lib/domain/capture'
import { outcomeTitle } from '#lib/domain/decision'
import { formatBytes, formatShare } from '#lib/domain/format'
import type { Policy } from '#lib/domain/policy'
import { reasons as catalogue } from '#lib/domain/reasons'

/** A policy in words, as `[what, value]` pairs. */
export function policyFacts(policy: Policy): [string, string][] {
  return [
    ['File types', policy.acceptedTypes.map((type) => type.toUpperCase()).join(', ')],
    ['File size', `${formatBytes(policy.minSizeBytes)} to ${formatBytes(policy.maxSizeBytes)}`],
    ...documentTypes.map((type): [string, string] => [
      `Captures, ${documentTypeTitle[type]}`,
      (policy.requiredCaptures[type] ?? []).map((kind) => captureKindTitle[kind]).join(' · '),
    ]),
    ['Countries', policy.countries?.join(', ') ?? 'Any'],
    ['Minimum age', `${policy.minimumAgeYears} years`],
    ['Glasses', policy.glasses === 'off' ? 'Off for the selfie' : 'On if the document’s portrait shows them'],
    ['Scans', policy.scans ? 'Taken' : 'Not taken'],
    ['Due', `${policy.dueHours} hours after receipt`],
    ['Undo', `${policy.undoSeconds} seconds after a decision`],
    ['Second person', fourEyesInWords(policy.fourEyes)],
    ['Blind second review', blindInWords(policy)],
    ['Checklist', policy.checklist.map(itemInWords).join(' · ') || 'None'],
    ['Help by a person', `from attempt ${policy.maxAttempts} on`],
    ['Customer’s link', `${policy.linkDays} days`],
    ['Pictures', policy.blurUntilClaimed ? 'Veiled until claimed' : 'Shown to every reviewer'],
    ['Own thresholds', checksInWords(policy.checks)],
  ]
}

function fourEyesInWords(rules: Policy['fourEyes']): string {
  return rules.map(ruleInWords).join('; ') || 'Never needed'
}

function ruleInWords({ outcomes, reasons, countries, minFlags }: Policy['fourEyes'][number]): string {
  const conditions = [
    outcomes?.map((outcome) => outcomeTitle[outcome]).join(' or '),
    reasons?.map((code) => catalogue[code].title).join(' or '),
    countries?.join(' or '),
    minFlags && `${minFlags} or more failed checks`,
  ].filter(Boolean)
  return conditions.join(', ') || 'Always'
}

function blindInWords({ blindReviewShare, thirdOnDisagreement }: Policy): string {
  if (blindReviewShare === 0) return 'None'
  const then = thirdOnDisagreement ? 'a third person decides' : 'the first’s word counts'
  return `${formatShare(blindReviewShare)} of submissions; where the two disagree ${then}`
}

function itemInWords({ title, requiredForApproval }: Policy['checklist'][number]): string {
  return requiredForApproval ? `${title} (needed to approve)` : title
}

function checksInWords(checks: Policy['checks']): string {
  const words = Object.entries(checks).flatMap(([check, { enabled, thresholds = {} }]) => [
    ...(enabled === false ? [`${check} off`] : []),
    ...Object.entries(thresholds).map(([name, value]) => `${check} ${name} ${value}`),
  ])
  return words.join(', ') || 'None; every check as it ships'
}
