import { documentCaptureKinds, showsDocument } from '#lib/domain/capture'
import { type ComparedName, type Comparison, comparePrint } from '#lib/domain/compare-print'
import { placeForDetail, roundedShare } from '#lib/domain/document-facts'
import { formatCounted, formatList } from '#lib/domain/format'
import { printedFields } from '#lib/domain/printed-fields'
import { printedLines } from '#lib/domain/printed-line'
import { clampPoint, type Outline } from '#lib/domain/region'
import { defineCheck } from './check.ts'

const inWords: Record<ComparedName, string> = {
  documentNumber: 'the number',
  surname: 'the surname',
  givenNames: 'the given names',
  birthDate: 'the birth date',
  expiryDate: 'the expiry date',
  state: 'the country code',
}
/** What check digits can't vouch for, or not for certain, has to be seen in print as well. */
const mustBeSeen: readonly ComparedName[] = ['documentNumber', 'surname', 'givenNames']

/** Whether the machine-readable zone says what is printed above it, or on the card's other side. */
export const mrzMatchesPrint = defineCheck({
  id: 'mrz-matches-print',
  version: 2,
  group: 'content',
  title: { pass: 'Machine-readable zone and print agree', fail: 'Machine-readable zone and print differ' },
  description:
    'Whoever changes a printed field often forgets the machine-readable zone; and a zone misread with all its check digits right shows only in the print.',
  method:
    'Number, names, birth and expiry of the zone are looked for in the print of all the document’s sides, character by character; where only look-alike characters differ, the check digit decides.',
  limits: [
    'Names with marks that are misread, and print that can’t be read, leave it open.',
    'Sex, place of birth and optional data are not compared.',
    'A name that is merely nearly the same is never called different: a person should look.',
  ],
  suggests: ['mrz_barcode_invalid'],
  unit: 'fields that agree',
  appliesTo: documentCaptureKinds,
  needs: ['kind', 'declared', 'mrz', 'text', 'companions'],
  thresholds: {
    minFields: { value: 3, unit: 'fields that agree', source: 'docs/decisions/014: number and both names' },
  },
  run: ({ kind, declared, mrz, text, companions }, { minFields }) => {
    const others = companions.filter((one) => showsDocument(one.kind))
    const nothing = { score: null, value: null, threshold: minFields }
    if (!mrz) {
      // A card's front seldom has one; whether one is missing, the back's finding tells.
      const elsewhere = kind === 'id_front' || others.some(({ readings }) => readings.mrz)
      const summary = elsewhere
        ? 'The machine-readable zone is not on this side.'
        : 'No machine-readable zone was read.'
      return { ...nothing, outcome: elsewhere ? 'not_applicable' : 'inconclusive', summary }
    }
    const today = declared.receivedAt.slice(0, 10)
    const texts = [text, ...others.map(({ readings }) => readings.text ?? null)].filter((one) => one !== null)
    const lines = texts.flatMap(printedLines)
    const printed = Object.assign({}, ...texts.map((one) => printedFields(one, today)).reverse())
    const sides = [{ kind, text }, ...others.map((one) => ({ kind: one.kind, text: one.readings.text ?? null }))]
    const kindShowing = ([corner]: Outline) =>
      sides.find((side) => side.text?.words.some(({ place }) => place[0] === corner))?.kind ?? null
    const comparisons = comparePrint(mrz, lines, printed, today)
    const of = (agreement: Comparison['agreement']) => comparisons.filter((one) => one.agreement === agreement)
    const [same, differing, unsure] = [of('same'), of('differs'), of('unsure')]
    const unseen = of('missing').filter(({ name, isChecked }) => mustBeSeen.includes(name) || !isChecked)
    const detail = {
      differences: comparisons.map((one) => ({
        field: one.name,
        mrz: one.mrz,
        print: one.print,
        printWords: one.printWords,
        printConfidence: one.printConfidence && roundedShare(one.printConfidence),
        printPlace: one.printPlace && placeForDetail(one.printPlace),
        printKind: one.printPlace && kindShowing(one.printPlace),
        matches: one.agreement === 'same',
        agreement: one.agreement,
      })),
    }
    const measured = { value: same.length, threshold: minFields, detail }
    const score = (100 * same.length) / Math.max(1, comparisons.length)
    const ownPlaces = new Set(text?.words.map(({ place }) => place[0]))
    const regionsOf = (some: readonly Comparison[]) =>
      some.flatMap(({ mrzPlace, printPlace }) =>
        // The place in print may be on another side, and so in another picture.
        [mrzPlace, ...(printPlace && ownPlaces.has(printPlace[0]) ? [printPlace] : [])].map((place) => ({
          points: place.map(clampPoint),
          value: null,
        })),
      )
    if (differing.length > 0) {
      const [{ name, mrz: read, print }] = differing as [Comparison]
      return {
        ...measured,
        outcome: 'fail',
        score: Math.min(40, score),
        summary: `The zone and the print differ in ${inWords[name]}: ${read} and ${print}.`,
        reasons: ['mrz_barcode_invalid'],
        regions: regionsOf(differing),
      }
    }
    if (unsure.length > 0) {
      const [{ name, mrz: read, print }] = unsure as [Comparison]
      const summary = `Zone and print may differ in ${inWords[name]}: ${read}${print ? ` and ${print}` : ''}; a person should look.`
      return { ...measured, outcome: 'inconclusive', score: null, summary, regions: regionsOf(unsure) }
    }
    if (unseen.length > 0 || same.length < minFields) {
      const what = formatList(unseen.map(({ name }) => inWords[name]))
      const summary = what
        ? `What the zone says of ${what} was not found in print.`
        : `Only ${formatCounted(same.length, 'field')} could be compared; none differs.`
      return { ...measured, outcome: 'inconclusive', score: null, summary }
    }
    const summary = `Zone and print agree in ${formatList(same.map(({ name }) => inWords[name]))}.`
    return { ...measured, outcome: 'pass', score, summary }
  },
})
