import { db } from '#lib/db/client'
import type { UploadedFile } from '#lib/domain/intake'
import { policySchema } from '#lib/domain/policy'
import { imagingPool } from '#lib/imaging/pool'
import { stopBoss } from '#lib/jobs/queue'
import { inspectFiles } from '#lib/operations/receive-submission/inspect-files'
import { makeSpecimen } from '#specimens/make-specimen'
import { fictitiousPerson } from '#specimens/person'
import { makeRandom } from '#specimens/random'
import { type DemoAttempt, type DemoCase, demoCases } from './demo-cases.ts'
import { demoClientName } from './foundations.ts'
import { demoPlace, storeDemoCase } from './store-demo-case.ts'

/** Makes the cases that are not there yet, two at a time, and tells how far it is. */
export async function makeDemoSubmissions(): Promise<void> {
  const client = await db().apiClient.findUniqueOrThrow({ where: { name: demoClientName } })
  const known = await db().case.findMany({ where: { clientId: client.id }, select: { externalId: true } })
  const missing = demoCases().filter(({ externalId }) => !known.some((one) => one.externalId === externalId))
  if (missing.length === 0) return
  const place = await demoPlace(client)
  const total = missing.length
  let made = 0
  const queue = [...missing]
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await makeDemoCase(next, place)
      made += 1
      if (made % 9 === 0 || made === total) console.log(`Demo: ${made} of ${total} cases`)
    }
  }
  await Promise.all([work(), work()])
  await imagingPool().close()
  await stopBoss()
}

async function makeDemoCase(demo: DemoCase, place: Awaited<ReturnType<typeof demoPlace>>): Promise<void> {
  const person = fictitiousPerson(demo.externalId)
  const attempts = []
  for (const [index, attempt] of demo.attempts.entries()) {
    const { externalId, index: at } = attempt.picturesOf ?? { externalId: demo.externalId, index }
    const pictures = demoCases().find((one) => one.externalId === externalId)!.attempts[at]!
    const files = await photographs(`${externalId}/${at}`, fictitiousPerson(externalId), pictures)
    const { accepted, refusals } = await inspectFiles(files, policySchema.parse(place.policy.body))
    if (refusals.length > 0) throw new Error(`A demo picture was refused: ${refusals[0]!.message}`)
    attempts.push({ ...attempt, files: accepted })
  }
  await storeDemoCase(place, demo, person, attempts)
}

async function photographs(
  seed: string,
  person: ReturnType<typeof fictitiousPerson>,
  { captures, hoursAgo }: DemoAttempt,
): Promise<UploadedFile[]> {
  const random = makeRandom(seed)
  const takenAt = new Date(Date.now() - hoursAgo * 3_600_000)
  const background = random.pick(['plain_dark', 'wood', 'cloth', 'stone', 'plain_light'] as const)
  const files: UploadedFile[] = []
  for (const { kind, spoil } of captures) {
    const { bytes } = await makeSpecimen({
      seed: `${seed}/${kind}`,
      kind,
      person,
      takenAt,
      spoil,
      ...(kind !== 'selfie' && { background }),
    })
    files.push({ kind, bytes })
  }
  return files
}
