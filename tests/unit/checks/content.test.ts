import { describe, expect, test } from 'vitest'
import type { CheckId } from '#lib/checks/registry'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts, MrzReading, Picture } from '#lib/domain/artifacts'
import { checkDigit } from '#lib/domain/mrz'
import { type Policy, shippedPolicies } from '#lib/domain/policy'
import { paint } from '../pixels/test-picture.ts'
import { cardPicture, mrzOf, profile, sampleText, sourceOf, textOf } from './sample-artifacts.ts'

const policy: Policy = shippedPolicies['camera-photos']
const card = cardPicture()

async function findingOf(
  check: CheckId,
  given: Partial<Artifacts> = {},
  own: Policy = policy,
  picture: Picture = card,
) {
  const [finding] = await runChecks(sourceOf(picture, { documentOutline: null, ...given }), own, { only: [check] })
  return finding!
}

describe('each check fails its own defect and names a reason', () => {
  const failures: [CheckId, string, Partial<Artifacts>, Policy?][] = [
    ['document-expiry', 'doc_expired', { mrz: mrzOf({ expiryDate: '2026-06-14' }) }],
    ['document-expiry', 'doc_expired', { mrz: null, text: textOf(['Date of expiry', '14.06.2026']) }],
    ['age', 'age_below_minimum', { mrz: mrzOf({ birthDate: '2008-06-16' }) }],
    ['age', 'age_below_minimum', { mrz: null, text: textOf(['Date of birth', '16 JUN 2008']) }],
    ['country', 'country_unsupported', {}, { ...policy, countries: ['LVA', 'DEU'] }],
    ['document-type', 'doc_type_mismatch', { declared: { ...profile, documentType: 'passport' } }],
    ['document-type', 'doc_type_unsupported', { mrz: null, text: textOf(['DRIVING LICENCE', '1. SMITH']) }],
    ['document-type', 'doc_type_unsupported', { mrz: null, text: textOf(['RESIDENCE PERMIT', 'Surname', 'LEE']) }],
    ['document-type', 'doc_type_unsupported', { mrz: null, text: textOf(['VALID THRU 09/28', 'CARDHOLDER']) }],
    ['document-page', 'doc_wrong_page', { kind: 'passport_page', mrz: null, text: textOf(['VISA', 'Surname', 'LEE']) }],
    ['document-page', 'doc_wrong_page', { kind: 'passport_page', mrz: null, text: textOf(['UTOPIA', 'PASSPORT']) }],
    ['document-page', 'doc_wrong_side', { kind: 'id_back', mrz: null }],
    ['document-page', 'doc_wrong_side', { kind: 'id_front', text: textOf(['Place of birth', 'ZENITH']) }],
    ['mrz-matches-print', 'mrz_barcode_invalid', { mrz: mrzOf({ documentNumber: 'D23145390' }) }],
    ['mrz-matches-print', 'mrz_barcode_invalid', { mrz: mrzOf({ expiryDate: '2035-04-15' }) }],
    ['profile-match', 'data_mismatch_profile', { declared: { ...profile, birthDate: '1974-08-13' } }],
    ['profile-match', 'data_mismatch_profile', { declared: { ...profile, name: 'Janis Berzins' } }],
    ['profile-match', 'data_mismatch_profile', { declared: { ...profile, name: 'Anna Svensson' } }],
  ]
  test.each(failures)('%s: %s', async (check, reason, given, own) => {
    const finding = await findingOf(check, given, own)
    expect(finding.outcome, finding.summary).toBe('fail')
    expect(finding.reasons).toEqual([reason])
  })
})

const unsure = (confidence: number) => ({
  mrz: null,
  text: textOf([
    ['Date of expiry', 0.95],
    ['14.06.2020', confidence],
  ]),
})

test('a date read unsurely, or that may be two days either side of the limit, is not judged', async () => {
  expect((await findingOf('document-expiry', unsure(0.9))).outcome).toBe('fail')
  expect((await findingOf('document-expiry', unsure(0.5))).outcome).toBe('inconclusive')
  const ambiguous = { mrz: null, text: textOf(['Date of expiry', '07/06/2026']) }
  expect((await findingOf('document-expiry', ambiguous)).summary).toContain('two days')
})

describe('what is said of an expiry', () => {
  const soon: Policy = { ...policy, checks: { 'document-expiry': { thresholds: { minDaysLeft: 30 } } } }
  test.each([
    ['2026-06-14', policy, 'Expired on 2026-06-14, 1 day before the submission.'],
    ['2026-06-15', policy, 'Valid until 2026-06-15, the day of the submission.'],
    ['2026-06-16', policy, 'Valid until 2026-06-16, 1 day after the submission.'],
    ['2017-03-05', policy, 'Expired on 2017-03-05, over 9 years before the submission.'],
    ['2029-04-13', policy, 'Valid until 2029-04-13, over 2 years after the submission.'],
    ['2026-06-25', soon, 'Valid until 2026-06-25, 10 days after the submission; at least 30 days are asked for.'],
  ])('on %s', async (expiryDate, own, summary) => {
    const finding = await findingOf('document-expiry', { mrz: mrzOf({ expiryDate }) }, own)
    expect(finding.summary).toBe(summary)
    const isPast = expiryDate < '2026-06-15'
    expect(finding.outcome).toBe(own === soon || isPast ? 'fail' : 'pass')
    // Nobody is told that a document is out of date which is not.
    expect(finding.reasons).toEqual(isPast ? ['doc_expired'] : own === soon ? ['doc_expires_soon'] : [])
  })
})

test('a date with two readings is not called read unsurely, even where both are past', async () => {
  const { outcome, summary } = await findingOf('document-expiry', {
    mrz: null,
    text: textOf(['Date of expiry', '07/06/2020']),
  })
  expect(outcome).toBe('inconclusive')
  expect(summary).toContain('two days')
})

test('fields are listed as in a sentence', async () => {
  const missing = { text: textOf(['12.08.1974', '15.04.2034', 'D23145890']) }
  expect((await findingOf('mrz-matches-print', missing)).summary).toBe(
    'What the zone says of the surname and the given names was not found in print.',
  )
})

test('of a passport’s zone cut where it begins and read as a shorter one nothing is relied on', async () => {
  // The last 36 characters of a passport's lines: the expiry and its digit stand where such a zone has the birth.
  const mrz: MrzReading = {
    ...mrzOf(),
    format: 'TD2',
    lines: ['CIMEN<ROWAN<<ZANDA<<<<<<<<<<<<<<<<<<', '01UTO71080S3F3102134<<<<<<<<<<<<<<<0'],
    confidences: [0, 1].map(() => Array<number>(36).fill(0.999)),
  }
  const given = { kind: 'passport_page', mrz, text: null } as const
  expect((await findingOf('document-type', given)).outcome).toBe('inconclusive')
  expect((await findingOf('age', given)).outcome).toBe('inconclusive')
  const { detail } = await findingOf('mrz-check-digits', given)
  expect(detail.fields).toContainEqual(expect.objectContaining({ name: 'birthDate', isCertain: false }))
})

test('a date whose check digit does not hold is not judged', async () => {
  const mrz = mrzOf({ expiryDate: '2020-01-01' })
  mrz.lines[1] = mrz.lines[1]!.replace('200101', '210101')
  expect((await findingOf('document-expiry', { mrz, text: null })).outcome).toBe('inconclusive')
})

test('ages are reckoned to the day', async () => {
  expect(await findingOf('age', { mrz: mrzOf({ birthDate: '2008-06-15' }) })).toMatchObject({
    outcome: 'pass',
    value: 18,
  })
  expect(await findingOf('age', { mrz: mrzOf({ birthDate: '2008-06-16' }) })).toMatchObject({
    outcome: 'fail',
    value: 17,
  })
})

test.each([
  ['07<<<<', 'pass', 18],
  ['08<<<<', 'inconclusive', null],
  ['0806<<', 'inconclusive', null],
  ['0805<<', 'pass', 18],
  ['09<<<<', 'fail', 16],
] as const)('of the birth date %s every day it may be counts', async (printed, outcome, value) => {
  const mrz = mrzOf()
  mrz.lines[1] = `${printed}${checkDigit(printed)}${mrz.lines[1]!.slice(7)}`
  const finding = await findingOf('age', { mrz, text: null })
  expect(finding, finding.summary).toMatchObject({ outcome, value })
})

test('Germany’s one letter counts as Germany, and a code that is none can’t be told', async () => {
  const german = { ...policy, countries: ['DEU'] }
  expect((await findingOf('country', { mrz: mrzOf({ nationality: 'D', issuingState: 'D' }) }, german)).outcome).toBe(
    'pass',
  )
  expect(
    (await findingOf('country', { mrz: mrzOf({ nationality: 'QQQ', issuingState: 'QQQ' }) }, german)).outcome,
  ).toBe('inconclusive')
})

test.each([
  [['Nationality', 'LVA'], 0.95, 'pass'],
  [['Nationality', 'LvA'], 0.95, 'pass'],
  [['Nationality', 'EST'], 0.95, 'fail'],
  [['Nationality', 'LVA'], 0.6, 'inconclusive'],
  [['Nationality', 'QQQ'], 0.95, 'inconclusive'],
  [['Nationality', 'LATVIAN'], 0.95, 'inconclusive'],
  [['Place of birth', 'LVA'], 0.95, 'inconclusive'],
] as const)(
  'without a zone the country printed as %j, read with %d, decides: %s',
  async (lines, confidence, outcome) => {
    const latvian = { ...policy, countries: ['LVA'] }
    const text = textOf(lines.map((line): [string, number] => [line, confidence]))
    const finding = await findingOf('country', { mrz: null, text }, latvian)
    expect(finding.outcome, finding.summary).toBe(outcome)
  },
)

test('where a zone has a nationality its issuing state doesn’t stand in for one that can’t be told', async () => {
  const german = { ...policy, countries: ['DEU'] }
  const misread = { mrz: mrzOf({ nationality: 'QQQ', issuingState: 'D' }) }
  expect((await findingOf('country', misread, german)).outcome).toBe('inconclusive')
  const none = { mrz: mrzOf({ nationality: '', issuingState: 'D' }) }
  expect((await findingOf('country', none, german)).outcome).toBe('pass')
})

test.each([
  ['636026080102DL00410288ZA03290015DLDCAC', 'fail', ['doc_type_unsupported']],
  ['636014040002EN00410278ZC03190008ENDAQ1', 'fail', ['doc_type_unsupported']],
  ['6360000102ID00390187ZV02260032IDDAQ0', 'pass', []],
] as const)('the barcode of a North American card says what it is: %s', async (header, outcome, reasons) => {
  const barcodes = [{ symbology: 'PDF417', text: `@\n\x1e\rANSI ${header}\nDCSSAMPLE\r`, place: mrzOf().places[0]! }]
  const finding = await findingOf('document-type', { kind: 'id_back', mrz: null, text: null, barcodes })
  expect(finding, finding.summary).toMatchObject({ outcome, reasons, detail: { source: 'barcode' } })
})

describe('what the barcode of a North American card says is relied on', () => {
  const cardSaying = (elements: string) => ({
    kind: 'id_back' as const,
    mrz: null,
    text: null,
    barcodes: [
      {
        symbology: 'PDF417',
        text: `@\n\x1e\rANSI 636000100001ID00310200ID${elements.replaceAll(' ', '\n')}\r`,
        place: mrzOf().places[0]!,
      },
    ],
  })
  const own = 'DCSERIKSSON DACANNA DADMARIA DBB08121974 DBA04152034'

  test.each([
    ['age', own, 'pass'],
    ['age', own.replace('1974', '2012'), 'fail'],
    ['document-expiry', own, 'pass'],
    ['document-expiry', own.replace('2034', '2024'), 'fail'],
    ['profile-match', own, 'pass'],
    ['profile-match', own.replace('ERIKSSON', 'BERG'), 'fail'],
    ['profile-match', own.replace('0812', '0813'), 'fail'],
    ['profile-match', 'DCSERIKSSON DACANN DDFT', 'pass'],
    ['profile-match', 'DCSERIKSSON DACAN DDFT', 'inconclusive'],
  ] as const)('%s: %s', async (check, elements, outcome) => {
    const finding = await findingOf(check, cardSaying(elements))
    expect(finding.outcome, finding.summary).toBe(outcome)
    if (outcome === 'fail') expect(finding.regions).toHaveLength(1)
  })

  test('a machine-readable zone read surely comes before it', async () => {
    const given = { ...cardSaying(own.replace('2034', '2024')), mrz: mrzOf() }
    expect((await findingOf('document-expiry', given)).outcome).toBe('pass')
  })
})

test('the word “passport” alone makes no passport', async () => {
  const finding = await findingOf('document-type', { kind: 'passport_page', mrz: null, text: textOf(['PASSPORT']) })
  expect(finding.outcome).toBe('inconclusive')
})

test('text that can’t be read fails a blurred picture and leaves a sharp one open', async () => {
  const unread = {
    mrz: null,
    text: textOf([
      ['xqzvw rrtk', 0.2],
      ['mnnv kkqp', 0.3],
    ]),
  }
  const sharp = await findingOf('text-legible', unread)
  expect(sharp, sharp.summary).toMatchObject({ outcome: 'inconclusive', value: 0 })
  const blurred = paint(960, 640, (x, y) => [1, 2, 3].map(() => 128 + 90 * Math.sin(x / 40) * Math.sin(y / 31)))
  const soft = await findingOf('text-legible', unread, policy, blurred)
  expect(soft, soft.summary).toMatchObject({ outcome: 'fail', reasons: ['doc_data_unreadable'] })
  expect(soft.regions).toHaveLength(2)
})

test('a share of letters just below the limit is not rounded up to it', async () => {
  const [surely, unsurely] = ['a'.repeat(29), 'b'.repeat(68)] as [string, string]
  const text = textOf([
    [surely, 0.9],
    [unsurely, 0.2],
  ])
  expect(await findingOf('text-legible', { mrz: null, text })).toMatchObject({ outcome: 'inconclusive', value: 29 })
})

test('the less surely words are read, the lower the score of legibility', async () => {
  const scores: number[] = []
  for (const unread of [0, 3, 6, 9]) {
    const words = sampleText.words.map((word, i) => (i < 2 * unread ? { ...word, confidence: 0.3 } : word))
    scores.push((await findingOf('text-legible', { mrz: null, text: { ...sampleText, words } })).score ?? -1)
  }
  expect([...scores].sort((a, b) => b - a)).toEqual(scores)
})

describe('zone and print', () => {
  test('look-alikes in print are settled by the check digit', async () => {
    const text = textOf([
      'Surname',
      'ERIKSSON',
      'Given names',
      'ANNA MARIA',
      'Document No.',
      'D2314S89O',
      'Born',
      '12.08.1974',
    ])
    expect((await findingOf('mrz-matches-print', { text })).outcome).toBe('pass')
  })
  test('a name that is nearly the printed one is never passed, nor failed', async () => {
    const finding = await findingOf('mrz-matches-print', { mrz: mrzOf({ surname: 'Erikssen' }) })
    expect(finding.outcome).toBe('inconclusive')
    expect(finding.detail.differences).toContainEqual(
      expect.objectContaining({ field: 'surname', mrz: 'ERIKSSEN', print: 'ERIKSSON', matches: false }),
    )
  })
  test('a name with marks is the same without them, spelt either way', async () => {
    const text = textOf(['MÜLLER', 'JÜRGEN', 'D23145890', '12.08.1974', '15.04.2034'])
    for (const [surname, givenNames] of [
      ['Mueller', 'Juergen'],
      ['Muller', 'Jurgen'],
    ] as const) {
      expect((await findingOf('mrz-matches-print', { text, mrz: mrzOf({ surname, givenNames }) })).outcome).toBe('pass')
    }
  })
  test('the print of the card’s other side is looked at, and that side refers here', async () => {
    const readings = { text: sampleText }
    const back = {
      kind: 'id_back' as const,
      text: textOf(['Authority']),
      companions: [{ kind: 'id_front' as const, readings }],
    }
    expect((await findingOf('mrz-matches-print', back)).outcome).toBe('pass')
    const front = { mrz: null, companions: [{ kind: 'id_back' as const, readings: { mrz: mrzOf() } }] }
    expect((await findingOf('mrz-matches-print', front)).outcome).toBe('not_applicable')
  })
  test('without print nothing is passed', async () => {
    expect((await findingOf('mrz-matches-print', { text: null })).outcome).toBe('inconclusive')
  })
})

describe('profile', () => {
  test.each([['Anna Maria Eriksson'], ['ERIKSSON, Anna'], ['Ånna-Maria Ériksson'], ['Anna M Eriksson']])(
    '%s is the same person',
    async (name) => {
      expect((await findingOf('profile-match', { declared: { ...profile, name } })).outcome).toBe('pass')
    },
  )
  test('a difference says which field, and both values', async () => {
    const { detail } = await findingOf('profile-match', { declared: { ...profile, birthDate: '1975-08-12' } })
    expect(detail.differences).toContainEqual({
      field: 'birthDate',
      document: '1974-08-12',
      declared: '1975-08-12',
      matches: false,
    })
  })
  test.each([['آنا إريكسون'], ['ანა ერიქსონი']])('%s is in a script that is not compared: left open', async (name) => {
    const finding = await findingOf('profile-match', { declared: { ...profile, name } })
    expect(finding).toMatchObject({ outcome: 'inconclusive', value: null, reasons: [] })
    expect(finding.summary).toContain('can’t be compared')
    const other = { ...profile, name, birthDate: '1975-08-12' }
    expect((await findingOf('profile-match', { declared: other })).outcome).toBe('fail')
  })
  test.each([
    ['Анна Эрикссон', 'pass', 'Name and birth date agree with the profile; “MARIA” is on the document only.'],
    ['Anna Berg', 'fail', 'The surname differs: “ERIKSSON, ANNA MARIA” on the document, “Anna Berg” in the profile.'],
    [
      'Anna Berta Eriksson',
      'inconclusive',
      'The name agrees but for “MARIA” and “Berta”: “ERIKSSON, ANNA MARIA” on the document, “Anna Berta Eriksson” in the profile.',
    ],
    [
      'Anna E',
      'inconclusive',
      'The surname is only an initial in the profile: “ERIKSSON, ANNA MARIA” on the document, “Anna E” in the profile.',
    ],
  ])('of %s the part that tells is named', async (name, outcome, summary) => {
    expect(await findingOf('profile-match', { declared: { ...profile, name } })).toMatchObject({ outcome, summary })
  })
  test('what surely differs decides over what was read unsurely', async () => {
    const text = textOf(['Surname', 'ERIKSSON', 'Given names', 'ANNA', 'Date of birth', ['13.08.1974', 0.4]])
    const declared = { ...profile, name: 'Janis Berzins' }
    const finding = await findingOf('profile-match', { mrz: null, text, declared })
    expect(finding, finding.summary).toMatchObject({ outcome: 'fail', reasons: ['data_mismatch_profile'] })
    expect(finding.summary).toContain('name')
  })
  test('a name spelt a little otherwise is passed, and both spellings are told', async () => {
    const { outcome, summary } = await findingOf('profile-match', { declared: { ...profile, name: 'Ana Eriksson' } })
    expect(outcome).toBe('pass')
    expect(summary).toContain('“Ana Eriksson”')
  })
  test('letters at the end of a line other than the names’ don’t make these cut', async () => {
    const mrz = mrzOf()
    mrz.lines[0] = 'I<UTOD231458907<<<<<<<<<<<<ABC'
    const declared = { ...profile, name: 'Annabel Erikssonova', birthDate: null }
    expect((await findingOf('profile-match', { mrz, declared })).outcome).not.toBe('pass')
    const cut = { ...mrz, lines: [mrz.lines[0]!, mrz.lines[1]!, 'ERIKSSON<<ANNA<MARIA<ELISABETH'] }
    const long = { ...profile, name: 'Anna Maria Elisabethina Eriksson' }
    expect((await findingOf('profile-match', { mrz: cut, declared: long })).outcome).toBe('pass')
  })
  test('nothing declared, nothing to compare', async () => {
    const declared = { ...profile, name: null, birthDate: null }
    expect((await findingOf('profile-match', { declared })).outcome).toBe('not_applicable')
  })
})

test('a zone with a letter taken for a filler is not passed by the rest of the printed name', async () => {
  const finding = await findingOf('mrz-matches-print', { mrz: mrzOf({ givenNames: 'Nna Maria' }) })
  expect(finding.outcome).toBe('inconclusive')
})
