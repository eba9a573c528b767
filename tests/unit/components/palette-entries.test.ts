import { expect, test } from 'vitest'
import { actionEntries, matching } from '#components/palette-entries'

const hotkey = (label: string, key: string, group = 'Decide') => ({ keys: [key], label, group, run: () => {} })

test('every action in force is an entry with its key, once; keys of lists and fields are not', () => {
  const hotkeys = [
    hotkey('Approve', 'a'),
    hotkey('Confirm', 'Enter'),
    hotkey('First reason', '1'),
    hotkey('Approve', 'q'),
  ]
  expect(actionEntries(hotkeys)).toMatchObject([{ title: 'Approve', hotkey: 'q' }])
})

test('entries are found by the beginnings of their words, in any order', () => {
  const entries = actionEntries([hotkey('Request resubmission', 'r'), hotkey('Rotate right', '.', 'Picture')])
  const titles = (query: string) => matching(entries, query).map(({ title }) => title)
  expect(titles('res req')).toEqual(['Request resubmission'])
  expect(titles('pict')).toEqual(['Rotate right'])
  expect(titles('uest')).toEqual([])
  expect(titles('')).toHaveLength(2)
})

test('what begins with the query comes first', () => {
  const entries = actionEntries([hotkey('Show the queue', 's'), hotkey('Queue', 'q')])
  expect(matching(entries, 'que').map(({ title }) => title)).toEqual(['Queue', 'Show the queue'])
})
