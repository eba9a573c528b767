/** Rows of a CSV text (RFC 4180) as records by the names in its first line. */
export function readTable(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  const [names = [], ...records] = rows.filter((row) => row.length > 1)
  return records.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])))
}
