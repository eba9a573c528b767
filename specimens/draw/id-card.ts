import { composeTd1Lines } from '#lib/domain/mrz'
import { glyphText } from '../glyphs/glyph-text.ts'
import type { Person } from '../person.ts'
import type { Design } from './design.ts'
import { field, mrzLines, printedDate, specimenMark } from './field.ts'
import { rosette, waves } from './guilloche.ts'
import { signature } from './signature.ts'

const width = 85.6
const height = 53.98

const background = (id: string, from: string, to: string) => `
  <linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0.7"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>
  <rect width="${width}" height="${height}" fill="url(#${id})"/>`

/** The front of an ID card of Utopia (TD1), in millimetres. */
export const idFront: Design = {
  width,
  height,
  portrait: { x: 4, y: 13.6, width: 24.5, height: 31.5 },
  ghost: { x: 69.5, y: 33, width: 10.5, height: 13.5 },
  mrz: composeTd1Lines,
  paper: () => `${background('front', '#cfe0ec', '#dfe9dc')}
    ${waves(width, height, { spacing: 1, swing: 1.1, length: 14, colour: '#93b4cc' })}
    ${waves(width, height, { spacing: 1.25, swing: 1.5, length: 20, colour: '#a9c4a4', phase: 1.4 })}
    ${rosette(60, 30, 17, 14, '#8fb0a6', 0.85)}${rosette(60, 30, 9, 9, '#b09ab8', 0.8)}
    <rect width="${width}" height="9.6" fill="#24507c" opacity="0.92"/>
    ${waves(width, 9, { spacing: 0.9, swing: 0.6, length: 9, colour: '#4d7aa6' })}
    ${glyphText('sans-bold', 'REPUBLIC OF UTOPIA', { x: 13, y: 5, size: 3.5, fill: '#f4f7fa', tracking: 0.04 })}
    ${glyphText('sans', 'IDENTITY CARD / PERSONAS APLIECĪBA', { x: 13, y: 8.2, size: 2, fill: '#dfe9f2', tracking: 0.03 })}
    ${rosette(7, 4.9, 3.8, 8, '#f2d98a')}`,
  print: (person: Person) => `
    ${field('Surname / Uzvārds', person.surname.toUpperCase(), 31, 13.4, 2.9)}
    ${field('Given names / Vārdi', person.givenNames.toUpperCase(), 31, 19.6, 2.9)}
    ${field('Sex', person.sex, 31, 25.8, 2.6)}${field('Nationality', 'UTO', 38, 25.8, 2.6)}${field('Date of birth', printedDate(person.birthDate), 53, 25.8, 2.6)}
    ${field('Document No.', person.documentNumber, 31, 31.6, 2.8)}
    ${field('Date of expiry / Derīga līdz', printedDate(person.expiryDate), 31, 37.6, 2.6)}
    ${glyphText('sans', "Holder's signature", { x: 31, y: 43.6, size: 1.7, fill: '#3a4a6b' })}
    ${signature(person.surname + person.givenNames, 32, 44, 22, 6.2)}
    ${glyphText('sans-bold', person.cardNumber, { x: 70, y: 50.4, size: 3, fill: '#17171d' })}
    ${glyphText('sans-bold', 'SPECIMEN', { x: 4.2, y: 49.6, size: 3, fill: '#a3262e', tracking: 0.08 })}
    ${specimenMark(56, 42, 10, -20)}`,
}

/** The back of the same card, with its machine-readable zone. */
export const idBack: Design = {
  width,
  height,
  portrait: null,
  ghost: null,
  mrz: composeTd1Lines,
  paper: () => `${background('back', '#dfe8dd', '#d5e0ea')}
    ${waves(width, height, { spacing: 1.1, swing: 1.2, length: 16, colour: '#a3bd9e', phase: 0.6 })}
    ${waves(width, height, { spacing: 1.3, swing: 1.4, length: 22, colour: '#9ab3c8', phase: 2.6 })}
    ${rosette(43, 16, 15, 16, '#9fb3a8', 0.85)}
    <rect y="30.5" width="${width}" height="23.5" fill="#f4f4f0" opacity="0.84"/>
    <g stroke="#8a7434" stroke-width="0.18" fill="#cfb768"><rect x="6" y="5.5" width="12.6" height="11.6" rx="1.8"/>
      <path fill="none" d="M6 9.2h4v-3.7M6 13.3h4v3.8M18.6 9.2h-4v-3.7M18.6 13.3h-4v3.8M10 9.2h4.6v4.1H10Z"/></g>`,
  print: (person: Person) => `
    ${field('Place of birth', person.birthPlace.toUpperCase(), 23, 6.6, 2.5)}
    ${field('Date of issue', printedDate(person.issueDate), 23, 12.2, 2.5)}${field('Authority', 'REGISTRY OF UTOPIA', 47, 12.2, 2.5)}
    ${field('Document No.', person.documentNumber, 23, 17.8, 2.5)}${field('CAN', person.cardNumber, 47, 17.8, 2.5)}
    ${glyphText('sans', 'This card is a drawn specimen of a state that does not exist.', { x: 6, y: 26.4, size: 1.8, fill: '#3a4a6b' })}
    ${specimenMark(50, 28, 9, -12)}
    ${mrzLines(composeTd1Lines(person), 4.7, 37.2, 5.9)}`,
}
