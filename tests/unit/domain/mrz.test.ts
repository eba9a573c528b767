import { describe, expect, it } from 'vitest'
import { checkDigit, composeTd1Lines, composeTd3Lines, type MrzHolder, transliterate } from '#lib/domain/mrz'

/** Holder of the specimens printed in ICAO Doc 9303-4 appendix B and 9303-5 appendix B. */
const eriksson: MrzHolder = {
  issuingState: 'UTO',
  nationality: 'UTO',
  surname: 'Eriksson',
  givenNames: 'Anna Maria',
  documentNumber: 'L898902C3',
  birthDate: '1974-08-12',
  sex: 'F',
  expiryDate: '2012-04-15',
}

describe('check digits', () => {
  it('agree with the worked examples of Doc 9303-3', () => {
    expect(checkDigit('520727')).toBe(3)
    expect(checkDigit('AB2134<<<')).toBe(5)
    expect(checkDigit('HA672242<6YTO5802254M9601086<<<<<<<<<<<<<<0'.slice(0, 9))).toBe(6)
  })

  it('refuse what cannot stand in a machine-readable zone', () => {
    expect(() => checkDigit('12 4')).toThrow(RangeError)
    expect(() => checkDigit('ab')).toThrow(RangeError)
  })
})

describe('machine-readable zones', () => {
  it('equal the TD3 specimen of Doc 9303-4', () => {
    expect(composeTd3Lines({ ...eriksson, optionalData: 'ZE184226B' })).toEqual([
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    ])
  })

  it('equal the TD1 specimen of Doc 9303-5', () => {
    expect(composeTd1Lines({ ...eriksson, documentNumber: 'D23145890' })).toEqual([
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ])
  })

  it('carry a long document number on into the optional field of a TD1', () => {
    const [upper] = composeTd1Lines({ ...eriksson, documentNumber: 'D23145890734' })
    expect(upper).toBe('I<UTOD23145890<7349<<<<<<<<<<<')
  })

  it('keep part of both names when a name is too long', () => {
    const [upper] = composeTd3Lines({ ...eriksson, surname: 'A'.repeat(60), givenNames: 'Barbara' })
    expect(upper).toHaveLength(44)
    expect(upper.endsWith('A<<BAR')).toBe(true)
  })

  it('leave the sex open with a filler and write names without marks', () => {
    const [upper, lower] = composeTd3Lines({
      ...eriksson,
      sex: 'X',
      surname: 'Specimen-Bērziņš',
      givenNames: "Žanna d'Arc",
    })
    expect(upper).toBe('P<UTOSPECIMEN<BERZINS<<ZANNA<DARC<<<<<<<<<<<')
    expect(lower[20]).toBe('<')
    expect(transliterate('Straße Łódź Øre')).toBe('STRASSE<LODZ<OERE')
    expect(transliterate('ĳsbrand Paraŀlel Ŋaŧa')).toBe('IJSBRAND<PARALLEL<NATA')
  })
})
