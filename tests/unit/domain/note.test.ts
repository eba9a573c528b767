import { describe, expect, test } from 'vitest'
import { colleaguesLike, mentionBeingTyped, mentionedIn, noteStretches } from '#lib/domain/note'

const anna = { id: 'a', name: 'Anna' }
const annaBerzina = { id: 'b', name: 'Anna Bērziņa' }
const people = [anna, annaBerzina]

describe('who a note names', () => {
  test.each([
    ['@Anna look', ['a']],
    ['see @Anna Bērziņa, please', ['b']],
    ['@Annabel is somebody else', []],
    ['write to x@Anna.lv', []],
    ['nobody', []],
  ])('%s', (body, ids) => {
    expect(mentionedIn(body, people).map(({ id }) => id)).toEqual(ids)
  })

  test('the stretches spell the note', () => {
    const body = '@Anna and @Anna Bērziņa: @nobody'
    expect(
      noteStretches(body, people)
        .map(({ text }) => text)
        .join(''),
    ).toBe(body)
    expect(noteStretches(body, people).map(({ colleague }) => colleague?.id)).toEqual(['a', undefined, 'b', undefined])
  })
})

describe('the name being typed', () => {
  test.each([
    ['hello @an', 9, { at: 6, typed: 'an' }],
    ['@', 1, { at: 0, typed: '' }],
    ['mail a@b', 8, null],
    ['@an then more', 3, { at: 0, typed: 'an' }],
    ['no name', 7, null],
  ])('of “%s” at %i', (text, caret, expected) => {
    expect(mentionBeingTyped(text, caret)).toEqual(expected)
  })

  test('is found by any part of a name, without its marks', () => {
    expect(colleaguesLike('berz', people)).toEqual([annaBerzina])
    expect(colleaguesLike('anna b', people)).toEqual([annaBerzina])
    expect(colleaguesLike('', people)).toHaveLength(2)
  })
})
