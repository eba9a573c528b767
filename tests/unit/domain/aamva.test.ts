import { expect, test } from 'vitest'
import { aamvaType, readAamva } from '#lib/domain/aamva'

/** A barcode as issuers write it: header, one part, an element a line. */
const barcode = (type: 'DL' | 'ID', elements: string, version = '10') =>
  `@\n\x1e\rANSI 636000${version}0001${type}00310200${type}${elements.replaceAll(' ', '\n')}\r`

test('of a card of the United States every field is read', () => {
  const text = barcode('ID', 'DAQD231458907 DCSERIKSSON DDEN DACANNA DDFN DADMARIA DDGT DBB08121974 DBA04152034 DCGUSA')
  expect(aamvaType(text)).toBe('ID')
  expect(readAamva(text)).toEqual({
    surname: 'ERIKSSON',
    givenNames: 'ANNA MARIA',
    isCut: true,
    birthDate: '1974-08-12',
    expiryDate: '2034-04-15',
    documentNumber: 'D231458907',
    issuingState: 'USA',
  })
})

test('Canada writes the year first, older cards all given names in one', () => {
  const text = barcode('DL', 'DAQ1234 DCSROY-TREMBLAY DCTANNE,LOUISE DBB19740812 DBA20340415 DCGCAN', '03')
  expect(readAamva(text)).toMatchObject({
    surname: 'ROY-TREMBLAY',
    givenNames: 'ANNE LOUISE',
    birthDate: '1974-08-12',
    expiryDate: '2034-04-15',
    issuingState: 'CAN',
  })
})

test('the first version has one element for all names, and one count fewer', () => {
  const text = '@\n\x1e\rAAMVA6360000102DL00390187DLDAASAMPLE,MICHAEL,JOHN\nDBB19740812\r'
  expect(readAamva(text)).toMatchObject({ surname: 'SAMPLE', givenNames: 'MICHAEL JOHN', birthDate: '1974-08-12' })
})

test('words for “none”, and days there are not, are no values', () => {
  const text = barcode('ID', 'DCSSUHARTO DACNONE DADunavl DBB02301974 DBA99999999')
  expect(readAamva(text)).toMatchObject({
    surname: 'SUHARTO',
    givenNames: null,
    isCut: false,
    birthDate: null,
    expiryDate: null,
    documentNumber: null,
  })
})

test('other barcodes say nothing', () => {
  expect(readAamva('https://example.org')).toBeNull()
  expect(readAamva('@\n\x1e\rANSI 636')).toBeNull()
})
