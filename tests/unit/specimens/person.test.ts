import { describe, expect, it } from 'vitest'
import { composeTd1Lines, composeTd3Lines } from '#lib/domain/mrz'
import { glyphText } from '#specimens/glyphs/glyph-text'
import { fictitiousPerson } from '#specimens/person'

const people = Array.from({ length: 200 }, (_, seed) => fictitiousPerson(seed))

describe('fictitious people', () => {
  it('cannot be mistaken for anyone', () => {
    for (const person of people) {
      expect(person.surname).toMatch(/^Specimen-/)
      expect(person.issuingState).toBe('UTO')
    }
  })

  it('are adults with a document that is valid', () => {
    for (const { birthDate, issueDate, expiryDate } of people) {
      expect(birthDate < '2007').toBe(true)
      expect(issueDate < '2026').toBe(true)
      expect(expiryDate > '2030-12-31').toBe(true)
    }
  })

  it('vary in skin, hair and glasses', () => {
    expect(new Set(people.map(({ look }) => look.skin.type)).size).toBe(6)
    expect(new Set(people.map(({ look }) => look.hairStyle)).size).toBe(5)
    expect(new Set(people.map(({ look }) => look.glasses)).size).toBe(3)
  })

  it('have names that can be drawn and machine-readable zones of full length', () => {
    for (const person of people) {
      const printed = `${person.surname} ${person.givenNames}`.toUpperCase()
      const letters = printed.replaceAll(' ', '').length
      expect(glyphText('sans-bold', printed, { x: 0, y: 0, size: 1 }).match(/<path/g)).toHaveLength(letters)
      expect([...composeTd3Lines(person), ...composeTd1Lines(person)].map((line) => line.length)).toEqual([
        44, 44, 30, 30, 30,
      ])
    }
  })
})
