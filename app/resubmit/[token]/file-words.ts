import { type Acceptance, fileProblem, fileTypeTitle } from '#lib/domain/accept'
import type { CaptureKind } from '#lib/domain/capture'
import { decimalsBeyond } from '#lib/domain/format'
import type { Language, Wording } from '#lib/domain/language'
import type { Refusal } from '#lib/domain/refusal'

interface Words {
  /** BCP 47 tag. */
  language: string
  texts: Language['page']
}

export type RefusedFile = Refusal & { kind: CaptureKind }

/** What is plainly wrong with a chosen file, in the customer's language; null where it may be sent. */
export function problemText(file: File, acceptance: Acceptance, { language, texts }: Words): string | null {
  const problem = fileProblem(file, acceptance)
  if (problem === null) return null
  if (problem === 'too_large') return tooLarge(texts, language, file.size, acceptance.maxSizeBytes)
  const types = acceptance.types.map((type) => fileTypeTitle[type])
  return texts.wrongType.replaceAll('{{types}}', new Intl.ListFormat(language, { type: 'disjunction' }).format(types))
}

/** What the door said of the files it refused, in the customer's language, by capture. */
export function refusalTexts(
  refused: readonly RefusedFile[],
  { language, texts, refusals }: Words & { refusals: Record<string, Wording> },
): Partial<Record<CaptureKind, string>> {
  return Object.fromEntries(
    refused.map(({ kind, code, value, limit, unit }) => {
      if (unit === 'bytes' && value !== null && limit !== null) return [kind, tooLarge(texts, language, value, limit)]
      const { title, advice } = refusals[code] ?? { title: texts.notTaken, advice: '' }
      return [kind, `${title}. ${advice}`]
    }),
  )
}

function tooLarge(texts: Language['page'], language: string, sizeBytes: number, limitBytes: number): string {
  const [size, limit] = [sizeBytes / 1e6, limitBytes / 1e6]
  const maximumFractionDigits = decimalsBeyond(size, limit)
  const megabytes = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits })
  return texts.tooLarge.replaceAll('{{size}}', megabytes.format(size)).replaceAll('{{limit}}', megabytes.format(limit))
}
