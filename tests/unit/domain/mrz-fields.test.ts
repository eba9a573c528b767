import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit, composeTd1Lines, composeTd3Lines, type MrzHolder } from '#lib/domain/mrz'
import { mrzCheckDigits } from '#lib/domain/mrz-check-digits'
import { mrzDate } from '#lib/domain/mrz-date'
import { type MrzField, type MrzFieldName, mrzFields } from '#lib/domain/mrz-fields'
import { type MrzFormat, mrzFormats, mrzShape } from '#lib/domain/mrz-format'

const today = '2026-11-22'

function valueIn(fields: readonly MrzField[], name: MrzFieldName): string | null | undefined {
  return fields.find((field) => field.name === name)?.value
}

/** Specimens as printed in Doc 9303-4, -5, -6 and -7, and a French identity card of the old kind. */
const printed: [MrzFormat, string[], Record<string, string | null>][] = [
  [
    'TD3',
    ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
    { documentNumber: 'L898902C3', optionalData: 'ZE184226B', expiryDate: '2012-04-15' },
  ],
  [
    'TD1',
    ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
    { documentNumber: 'D23145890', optionalData: null, optionalData2: null, expiryDate: '2012-04-15' },
  ],
  [
    'TD2',
    ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
    { documentNumber: 'D23145890', expiryDate: '2012-04-15' },
  ],
  [
    'MRV-A',
    ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'],
    { documentNumber: 'L8988901C', nationality: 'XXX', birthDate: '1940-09-07', expiryDate: '1996-12-10' },
  ],
  [
    'MRV-B',
    ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'],
    { documentNumber: 'L8988901C', nationality: 'XXX', birthDate: '1940-09-07', expiryDate: '1996-12-10' },
  ],
  [
    'TD2',
    ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '9409923102854CORINNE<<<<<<<6512068F4'],
    { surname: 'BERTHIER', givenNames: 'CORINNE', documentNumber: '940992310285', birthDate: '1965-12-06' },
  ],
]

describe('the fields of a machine-readable zone', () => {
  it.each(printed)('%s as printed is read and holds', (format, lines, expected) => {
    const fields = mrzFields({ format, lines }, today)
    const named = { surname: 'ERIKSSON', givenNames: 'ANNA MARIA', sex: 'F', birthDate: '1974-08-12', ...expected }
    for (const [name, value] of Object.entries(named)) {
      expect(fields.find((field) => field.name === name)?.value, name).toBe(value)
    }
    expect(mrzCheckDigits({ format, lines }).filter(({ holds }) => !holds)).toEqual([])
    expect(fields.filter(({ valid }) => valid === false)).toEqual([])
  })

  it('a document number that runs on is put together and checked as one', () => {
    const lines = ['I<UTOD23145890<7349<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<4', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']
    const fields = mrzFields({ format: 'TD1', lines }, today)
    const number = fields.find(({ name }) => name === 'documentNumber')
    expect(number).toMatchObject({ value: 'D23145890734', start: 5, end: 18, valid: true })
    expect(valueIn(fields, 'optionalData')).toBeNull()
  })

  it('Germany is D, and a sex left open is X', () => {
    const lines = ['P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<', 'C01X00T478D<<6408125<2702283<<<<<<<<<<<<<<<4']
    const fields = mrzFields({ format: 'TD3', lines }, today)
    expect(valueIn(fields, 'issuingState')).toBe('D')
    expect(valueIn(fields, 'nationality')).toBe('D')
    expect(valueIn(fields, 'sex')).toBe('X')
    expect(fields.find(({ name }) => name === 'issuingState')?.valid).toBeNull()
  })

  it('one wrong character fails its own field and the composite, and no other', () => {
    const lines = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408132F1204159ZE184226B<<<<<10']
    const wrong = mrzFields({ format: 'TD3', lines }, today).filter(({ valid }) => valid === false)
    expect(wrong.map(({ name }) => name)).toEqual(['birthDate', 'composite'])
  })
})

describe('dates', () => {
  it.each([
    ['261122', '2026-11-22'],
    ['261123', '1926-11-23'],
    ['061123', '2006-11-23'],
    ['000101', '2000-01-01'],
    ['740230', null],
    ['740800', '1974-08'],
    ['74<<<<', '1974'],
    ['74<<12', null],
    ['<<0812', null],
    ['74O812', null],
  ])('a birth on %s is %s', (text, expected) => {
    expect(mrzDate(text, 'birth', today)).toBe(expected)
  })

  it.each([
    ['761231', '2076-12-31'],
    ['770101', '1977-01-01'],
    ['120415', '2012-04-15'],
  ])('an expiry on %s is %s', (text, expected) => {
    expect(mrzDate(text, 'expiry', today)).toBe(expected)
  })

  it('every birth lies between 120 years ago and today', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6}$/), (text) => {
        const born = mrzDate(text, 'birth', today)
        return born === null || (born <= today && born >= '1906-11')
      }),
      { numRuns: 20_000 },
    )
  })
})

const shortDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const holders: fc.Arbitrary<MrzHolder> = fc.record({
  issuingState: fc.constantFrom('UTO', 'D', 'XXA', 'LVA'),
  nationality: fc.constantFrom('UTO', 'D', 'XXA', 'LVA'),
  surname: fc.stringMatching(/^[A-Z]{1,12}$/),
  givenNames: fc.stringMatching(/^[A-Z]{1,9}$/),
  documentNumber: fc.stringMatching(/^[A-Z0-9]{1,9}$/),
  birthDate: shortDate,
  sex: fc.constantFrom('F', 'M', 'X'),
  expiryDate: shortDate,
  optionalData: fc.stringMatching(/^[A-Z0-9]{0,11}$/),
})

describe('for any input', () => {
  it('what is composed is read back, and every digit holds', () => {
    fc.assert(
      fc.property(holders, fc.stringMatching(/^[A-Z0-9]{0,4}$/), (holder, more) => {
        const long = { ...holder, documentNumber: holder.documentNumber.padEnd(9, '0') + more }
        const readings = [
          { format: 'TD3' as const, lines: composeTd3Lines(holder), number: holder.documentNumber },
          { format: 'TD1' as const, lines: composeTd1Lines(long), number: long.documentNumber },
        ]
        for (const { format, lines, number } of readings) {
          const fields = mrzFields({ format, lines: [...lines] }, today)
          expect(mrzCheckDigits({ format, lines: [...lines] }).every(({ holds }) => holds)).toBe(true)
          expect(fields.every(({ valid }) => valid !== false)).toBe(true)
          expect(valueIn(fields, 'documentNumber')).toBe(number)
          for (const name of ['surname', 'givenNames', 'birthDate', 'expiryDate', 'sex', 'nationality'] as const) {
            expect(valueIn(fields, name), name).toBe(holder[name])
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('any single digit changed within a checked field is noticed', () => {
    fc.assert(
      fc.property(holders, fc.nat(5), fc.integer({ min: 1, max: 9 }), (holder, at, step) => {
        const [upper, lower] = composeTd3Lines(holder)
        const changed = (Number(lower[13 + at]) + step) % 10
        const lines = [upper, lower.slice(0, 13 + at) + changed + lower.slice(14 + at)]
        const broken = mrzCheckDigits({ format: 'TD3', lines }).filter(({ holds }) => !holds)
        return broken[0]?.field === 'birthDate' && checkDigit(lower.slice(13, 19)) === Number(lower[19])
      }),
      { numRuns: 2000 },
    )
  })

  it('nothing throws, and fields lie within their lines', () => {
    const text = fc.oneof(fc.string({ maxLength: 50 }), fc.stringMatching(/^[A-Z0-9<]{30,44}$/))
    const lines = fc.tuple(text, text, text)
    // Three lines a run make more than 100,000 strings.
    fc.assert(fc.property(fc.constantFrom(...mrzFormats), lines, staysInside), { numRuns: 34_000 })
    for (const format of mrzFormats) for (const few of [[], [''], ['P<']]) expect(staysInside(format, few)).toBe(true)
  }, 60_000)
})

function staysInside(format: MrzFormat, lines: string[]): boolean {
  const { lines: count, length } = mrzShape[format]
  return mrzFields({ format, lines }, today).every(
    ({ line, start, end }) => line < count && start >= 0 && start <= end && end <= length,
  )
}
