import { describe, expect, it } from 'vitest'
import { captureKindOf } from '../../../cli/inspect/capture-kind.ts'
import { inOrder } from '../../../cli/inspect/in-order.ts'
import { InvalidUsage, readOptions } from '../../../cli/inspect/options.ts'

describe('the options of inspect', () => {
  it('are read into names that exist', () => {
    const options = readOptions([
      '--kind',
      'selfie',
      '--checks',
      'sharpness, glare',
      '--policy',
      'photos-and-pdf',
      'a',
      'b',
    ])
    expect(options).toMatchObject({
      paths: ['a', 'b'],
      kind: 'selfie',
      checks: ['sharpness', 'glare'],
      policy: 'photos-and-pdf',
      declaredType: null,
    })
  })

  it.each([
    ['no path', []],
    ['an unknown kind', ['--kind', 'hat', 'a']],
    ['an unknown check', ['--checks', 'sharpness,hat', 'a']],
    ['an unknown policy', ['--policy', 'hat', 'a']],
    ['an unknown option', ['--hat', 'a']],
  ])('make no sense with %s', (_, args) => {
    expect(() => readOptions(args)).toThrow(InvalidUsage)
  })
})

describe('the kind of a capture', () => {
  const unsaid = { kind: null, declaredType: null }

  it.each([
    ['batch/id_back.jpg', 'id_back'],
    ['batch/42-selfie.png', 'selfie'],
    ['passports/Front.jpg', 'id_front'],
    ['passport/0001.jpg', 'passport_page'],
    ['passportphotos/frontier.jpg', 'id_front'],
  ])('of %s is %s, by its name', (path, kind) => {
    expect(captureKindOf(path, unsaid)).toBe(kind)
  })

  it('is the one asked for, whatever the name, and follows the declared type where the name says nothing', () => {
    expect(captureKindOf('selfie.jpg', { ...unsaid, kind: 'id_front' })).toBe('id_front')
    expect(captureKindOf('1.jpg', { ...unsaid, declaredType: 'passport' })).toBe('passport_page')
    expect(captureKindOf('1.jpg', unsaid)).toBe('id_front')
  })
})

it('results come in the order of the items, however long each takes', async () => {
  const wait = (ms: number) => new Promise<number>((resolve) => setTimeout(resolve, ms, ms))
  const results: number[] = []
  for await (const result of inOrder([30, 1, 20, 2], 2, wait)) results.push(result)
  expect(results).toEqual([30, 1, 20, 2])
})
