import { describe, expect, it } from 'vitest'
import { toCsv } from '#lib/domain/csv'

const line = (...cells: (string | number)[]) => toCsv([cells]).replace('\uFEFF', '')

describe('toCsv', () => {
  it('quotes what carries commas, quotes or line breaks', () => {
    expect(line('a,b', 'say "x"', 'two\nlines', 'plain')).toBe('"a,b","say ""x""","two\nlines",plain\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])(
    'takes the power from %j, which a spreadsheet would run',
    (formula) => {
      expect(line(formula).replaceAll('"', '')).toBe(`'${formula}\r\n`)
    },
  )

  it('leaves numbers numbers, negative ones too', () => {
    expect(line(-5, 1.25)).toBe('-5,1.25\r\n')
  })

  it('begins with the mark by which spreadsheets know UTF-8', () => {
    expect(toCsv([['ā']])).toBe('\uFEFFā\r\n')
  })
})
