import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '#lib/db/client'
import type { UploadedFile } from '#lib/domain/intake'
import { makeSpecimen } from '#specimens/make-specimen'
import type { SpoilOptions } from '#specimens/spoil'
import { makeClient, makeSubmission } from '../../tests/factories.ts'

/** As many different people; the same photographs come again, since only their bytes count here. */
const people = 6

/** Submissions that wait for review, checked by the worker, and one of 12 megapixels with all overlays on it. */
export async function fillDesk(count: number): Promise<{ largeId: string }> {
  const requiredCaptures = { passport: [], id_card: ['id_front' as const, 'selfie' as const] }
  const client = await makeClient({ requiredCaptures })
  const sets = await Promise.all(Array.from({ length: people }, (_, index) => photographs(`desk ${index}`, 2016)))
  for (let made = 0; made < count; made++) await makeSubmission({ client, files: sets[made % people]! })
  const spoil: SpoilOptions[] = [
    { kind: 'glare', amount: 0.8 },
    { kind: 'motion_blur', amount: 0.5 },
  ]
  const [front] = await photographs('desk large', 4032, spoil)
  const { submissionId: largeId } = await makeSubmission({ client: await makeClient({ checks: {} }), files: [front!] })
  await untilChecked()
  return { largeId }
}

async function photographs(seed: string, widthPx: number, spoil: SpoilOptions[] = []): Promise<UploadedFile[]> {
  const front = await makeSpecimen({ seed, kind: 'id_front', widthPx, spoil })
  const selfie = await makeSpecimen({ seed, kind: 'selfie' })
  return [
    { kind: 'id_front', bytes: front.bytes },
    { kind: 'selfie', bytes: selfie.bytes },
  ]
}

async function untilChecked(): Promise<void> {
  while ((await db().submission.count({ where: { status: { in: ['received', 'checking'] } } })) > 0) await sleep(500)
}
