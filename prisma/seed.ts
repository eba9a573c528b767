/**
 * `prisma/seed.ts`: policies, the intake desk and the first sign-ins; asked again it adds only what is missing. With
 * `--submissions` it makes the demo's submissions instead, which takes a minute and can be stopped and gone on with.
 */
import { constants, setPriority } from 'node:os'
import { closeDb } from '#lib/db/client'

// Each start runs the first of these: only the second needs the imaging libraries, which take seconds to load.
if (process.argv.includes('--submissions')) {
  // Made beside an application that somebody tries already: theirs comes first.
  setPriority(constants.priority.PRIORITY_LOW)
  const { makeDemoSubmissions } = await import('./seed/demo-submissions.ts')
  await makeDemoSubmissions()
} else {
  const { seedFoundations } = await import('./seed/foundations.ts')
  await seedFoundations()
}
await closeDb()
