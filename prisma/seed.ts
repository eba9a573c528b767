/**
 * `prisma/seed.ts`: policies, the intake desk and the first sign-ins; asked again it adds only what is missing. With
 * `--submissions` it makes the demo's submissions instead, which takes a minute and can be stopped and gone on with.
 */
import { closeDb } from '#lib/db/client'
import { imagingPool } from '#lib/imaging/pool'
import { stopBoss } from '#lib/jobs/queue'
import { makeDemoSubmissions } from './seed/demo-submissions.ts'
import { seedFoundations } from './seed/foundations.ts'

const work = process.argv.includes('--submissions') ? makeDemoSubmissions : seedFoundations
await work()
await imagingPool().close()
await stopBoss()
await closeDb()
