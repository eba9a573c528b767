import type { MrzHolder } from '#lib/domain/mrz'
import { type Look, makeLook } from './look.ts'
import { makeRandom, type Random } from './random.ts'

/** An invented holder of an invented document of Utopia. */
export interface Person extends Omit<MrzHolder, 'sex'> {
  sex: 'F' | 'M'
  birthPlace: string
  issueDate: string
  /** The card access number of an ID card's front: six digits. */
  cardNumber: string
  /** What the portrait and the selfie are drawn from. */
  look: Look
}

const givenNames = {
  F: ['Anna', 'Līga', 'Elīza', 'Marta', 'Amara', 'Noor', 'Mei', 'Ines', 'Sofia', 'Zanda', 'Adaeze', 'Priya', 'Yara'],
  M: [
    'Jānis',
    'Kārlis',
    'Omar',
    'Tomass',
    'Kofi',
    'Wei',
    'Ravi',
    'Luca',
    'Edgars',
    'Mikel',
    'Tariq',
    'Bruno',
    'Aivars',
  ],
} as const

const surnames = [
  'Liepa',
  'Ozola',
  'Kļava',
  'Egle',
  'Bērziņa',
  'Vītola',
  'Osis',
  'Priede',
  'Maple',
  'Rowan',
  'Aspen',
  'Cedar',
]
const birthPlaces = ['Zenith', 'Nowhere', 'Amaurot', 'Erewhon', 'Nadir', 'Laputa']

/**
 * A person who plainly does not exist: the surname says SPECIMEN, the state is ICAO's Utopia. Aged 19–68 and with a
 * document valid to 2030 or later, seen from 2026; spread other values over the result to get a minor or an expired one.
 */
export function fictitiousPerson(seed: string | number): Person {
  const random = makeRandom(`person/${seed}`)
  const sex = random.pick(['F', 'M'] as const)
  const issued = random.whole(2021, 2025)
  const issueDay = monthAndDay(random)
  return {
    issuingState: 'UTO',
    nationality: 'UTO',
    surname: `Specimen-${random.pick(surnames)}`,
    givenNames: random.chance(0.3)
      ? `${random.pick(givenNames[sex])} ${random.pick(givenNames[sex])}`
      : random.pick(givenNames[sex]),
    sex,
    birthDate: `${random.whole(1958, 2006)}-${monthAndDay(random)}`,
    birthPlace: random.pick(birthPlaces),
    issueDate: `${issued}-${issueDay}`,
    expiryDate: `${issued + 10}-${issueDay}`,
    documentNumber: `${random.pick(['SP', 'XA', 'UT'])}${String(random.whole(0, 9_999_999)).padStart(7, '0')}`,
    cardNumber: String(random.whole(100_000, 999_999)),
    look: makeLook(random, sex),
  }
}

function monthAndDay(random: Random): string {
  return [random.whole(1, 12), random.whole(1, 28)].map((part) => String(part).padStart(2, '0')).join('-')
}
