import { captureKindTitle, documentTypes, documentTypeTitle } from '#lib/domain/capture'
import { formatBytes } from '#lib/domain/format'
import type { Policy } from '#lib/domain/policy'

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
    ['Help by a person', `from attempt ${policy.maxAttempts} on`],
    ['Customer’s link', `${policy.linkDays} days`],
    ['Pictures', policy.blurUntilClaimed ? 'Veiled until claimed' : 'Shown to every reviewer'],
    ['Own thresholds', checksInWords(policy.checks)],
  ]
}

function checksInWords(checks: Policy['checks']): string {
  const words = Object.entries(checks).flatMap(([check, { enabled, thresholds = {} }]) => [
    ...(enabled === false ? [`${check} off`] : []),
    ...Object.entries(thresholds).map(([name, value]) => `${check} ${name} ${value}`),
  ])
  return words.join(', ') || 'None; every check as it ships'
}
