/**
 * What the PDF417 barcode of North American licences and identity cards says of its holder. Source: AAMVA DL/ID Card Design Standard,
 * annex D: a header, then elements of three letters and a value, a line each.
 */
export interface AamvaCard {
  surname: string | null
  /** Null where the card says there is none. */
  givenNames: string | null
  /** Whether either name says of itself that it was cut. */
  isCut: boolean
  /** `YYYY-MM-DD`. */
  birthDate: string | null
  expiryDate: string | null
  documentNumber: string | null
  /** ISO 3166-1 alpha-3. */
  issuingState: 'USA' | 'CAN' | null
}

/** The issuer's number, versions and a count, then type, offset and length of each part. */
const header = /^@[^A-Z]*(?:ANSI|AAMVA) ?\d{10,12}((?:[A-Z]{2}\d{8})+)/

/** Type of the first part, `DL`, `EN` or `ID`; null for a barcode of another kind. */
export function aamvaType(text: string): string | null {
  return header.exec(text)?.[1]?.slice(0, 2) ?? null
}

/** Null for a barcode of another kind. */
export function readAamva(text: string): AamvaCard | null {
  const [head] = header.exec(text) ?? []
  if (!head) return null
  const elements = elementsOf(text.slice(head.length))
  const known = (id: string) => meaningOf(elements.get(id))
  // One element held all names in the first version ("SAMPLE,MICHAEL,JOHN"), and all given names until the fourth.
  const [whole, ...wholeGiven] = (known('DAA') ?? '').split(',')
  const given = [known('DAC'), known('DAD')].filter((name) => name !== null).join(' ')
  return {
    surname: spaced(known('DCS') ?? known('DAB') ?? whole),
    givenNames: spaced(given || known('DCT') || wholeGiven.join(' ')),
    isCut: ['DDE', 'DDF', 'DDG'].some((id) => elements.get(id) === 'T'),
    birthDate: dayOf(known('DBB')),
    expiryDate: dayOf(known('DBA')),
    documentNumber: known('DAQ')?.replace(/\s/g, '') || null,
    issuingState: stateOf(known('DCG')),
  }
}

function elementsOf(body: string): Map<string, string> {
  const elements = new Map<string, string>()
  for (const line of body.split(/[\n\r]+/)) {
    const [, id, value] = /^(?:DL|EN|ID)?(D[A-D][A-Z])(.*)$/.exec(line) ?? []
    if (id && !elements.has(id)) elements.set(id, value!.trim())
  }
  return elements
}

/** Where there is no value the standard has words for that. */
function meaningOf(value: string | undefined): string | null {
  return !value || /^(NONE|UNAVL|N\/A)$/i.test(value) ? null : value
}

function spaced(name: string | undefined): string | null {
  return name?.replace(/[,\s]+/g, ' ').trim() || null
}

/** The United States write MMDDCCYY, Canada and the first version CCYYMMDD: no month begins with 19 or 20. */
function dayOf(value: string | null): string | null {
  if (!value || !/^\d{8}$/.test(value)) return null
  const [year, monthAndDay] = /^(19|20)/.test(value)
    ? [value.slice(0, 4), value.slice(4)]
    : [value.slice(4), value.slice(0, 4)]
  const date = `${year}-${monthAndDay.slice(0, 2)}-${monthAndDay.slice(2)}`
  const time = Date.parse(date)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null
}

function stateOf(country: string | null): AamvaCard['issuingState'] {
  return country === 'USA' || country === 'CAN' ? country : null
}
