import { composeTd3Lines } from '#lib/domain/mrz'
import { glyphText } from '../glyphs/glyph-text.ts'
import type { Person } from '../person.ts'
import type { Design } from './design.ts'
import { field, mrzLines, printedDate, specimenMark } from './field.ts'
import { rosette, waves } from './guilloche.ts'
import { signature } from './signature.ts'

const width = 125
const height = 88

/** The data page of a passport of Utopia (TD3), in millimetres. */
export const passport: Design = {
  width,
  height,
  portrait: { x: 6, y: 19.5, width: 33, height: 42.4 },
  ghost: { x: 103, y: 37, width: 15.5, height: 19.9 },
  mrz: composeTd3Lines,
  paper: () => `
    <linearGradient id="tint" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#e9dfe4"/><stop offset="0.45" stop-color="#dfe6ea"/><stop offset="1" stop-color="#e8e6d6"/>
    </linearGradient>
    <rect width="${width}" height="${height}" fill="url(#tint)"/>
    ${waves(width, height, { spacing: 1.15, swing: 1.3, length: 17, colour: '#c9a4b4' })}
    ${waves(width, height, { spacing: 1.4, swing: 1.7, length: 23, colour: '#9fb6c6', phase: 2 })}
    ${rosette(80, 40, 25, 18, '#a7b58f', 0.9)}${rosette(80, 40, 14, 11, '#b99a86', 0.9)}${rosette(22, 10, 9, 9, '#a78fa8', 0.8)}
    <rect y="65.5" width="${width}" height="22.5" fill="#f3f1ee" opacity="0.82"/>
    ${glyphText('sans-bold', 'UTOPIA', { x: 42, y: 10, size: 6.2, fill: '#4a2440', tracking: 0.12 })}
    ${glyphText('sans', 'PASSPORT / PASE / PASSEPORT', { x: 42, y: 14, size: 2.5, fill: '#4a2440', tracking: 0.05 })}
    ${glyphText('sans', 'FICTITIOUS SPECIMEN · NOT A TRAVEL DOCUMENT', { x: 3, y: 87.1, size: 0.95, fill: '#6c5a66' })}`,
  print: (person: Person) => `
    ${field('Type / Tips', 'P', 42, 19.6)}${field('Code / Kods', 'UTO', 55, 19.6)}${field('Passport No. / Pases Nr.', person.documentNumber, 84, 19.6, 3.6)}
    ${field('Surname / Uzvārds', person.surname.toUpperCase(), 42, 26.6, 3.3)}
    ${field('Given names / Vārdi', person.givenNames.toUpperCase(), 42, 33.6, 3.3)}
    ${field('Nationality / Pilsonība', 'UTOPIAN', 42, 40.6)}
    ${field('Date of birth / Dzimšanas datums', printedDate(person.birthDate), 42, 47.2)}${field('Sex / Dzimums', person.sex, 84, 47.2)}
    ${field('Place of birth / Dzimšanas vieta', person.birthPlace.toUpperCase(), 42, 53.8)}
    ${field('Date of issue / Izdots', printedDate(person.issueDate), 42, 60.4)}${field('Date of expiry / Derīga līdz', printedDate(person.expiryDate), 72, 60.4)}
    ${signature(person.surname + person.givenNames, 101, 57.4, 19, 6.4)}
    ${specimenMark(88, 55, 13, -24)}
    ${mrzLines(composeTd3Lines(person), 6.4, 74.4, 6.35)}`,
}
