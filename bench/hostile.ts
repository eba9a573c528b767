import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedPolicies } from '#lib/domain/policy'
import { imagingPool } from '#lib/imaging/pool'
import { readTable } from './read-table.ts'

// Sends every file of a labelled set through the door and compares verdicts: npm run bench:hostile -- DIR
// DIR/manifest.csv has a row a file: path, expected_verdict accept|reject, strictness must|lenient.

const folder = process.argv[2] ?? ''
if (folder === '') throw new Error('Name the folder with the labelled set.')
const policy = shippedPolicies['photos-and-pdf']
const pool = imagingPool()

interface Answer {
  path: string
  must: boolean
  right: boolean
  ms: number
  said: string
}

async function judge(row: Record<string, string>): Promise<Answer> {
  const path = row.path!
  const started = performance.now()
  const result = await pool.inspectUpload(readFileSync(join(folder, path)), policy)
  const ms = performance.now() - started
  const right = result.accepted === (row.expected_verdict === 'accept')
  return {
    path,
    must: row.strictness === 'must',
    right,
    ms,
    said: result.accepted ? 'accepted' : result.refusal.message,
  }
}

const answers: Answer[] = []
for (const row of readTable(readFileSync(join(folder, 'manifest.csv'), 'utf8'))) answers.push(await judge(row))
await pool.close()

for (const strict of [true, false]) {
  const group = answers.filter(({ must }) => must === strict)
  const wrong = group.filter(({ right }) => !right)
  console.log(`${strict ? 'must   ' : 'lenient'} ${group.length - wrong.length} of ${group.length} as expected`)
  for (const { path, said, ms } of wrong) console.log(`  ${path}: ${said} (${Math.round(ms)} ms)`)
}
const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
const slow = answers.filter(({ ms }) => ms > 2000).map(({ path, ms }) => `  ${path} ${Math.round(ms)} ms`)
console.log(
  `answers: median ${Math.round(times[times.length >> 1]!)} ms, p95 ${Math.round(times[Math.floor(times.length * 0.95)]!)} ms, longest ${Math.round(times.at(-1)!)} ms`,
)
console.log(slow.join('\n'))
process.exitCode = answers.some(({ must, right }) => must && !right) ? 1 : 0
