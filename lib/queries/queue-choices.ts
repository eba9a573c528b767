import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { rolesWith } from '#lib/domain/permissions'

/** Values that occur, for the queue's filters to offer. */
export interface QueueChoices {
  countries: string[]
  devices: string[]
  clients: { id: string; name: string }[]
  reviewers: { id: string; name: string }[]
}

/** More devices than this are too many to choose from; an address may still name any. */
const maxDevices = 60
/** The same for everybody, and a new country or colleague may take this long to be offered. */
const keptMs = 15_000

const kept = globalThis as { retakeQueueChoices?: { until: number; choices: Promise<QueueChoices> } }

/** What there is to filter by. */
export async function queueChoices(actor: Actor): Promise<QueueChoices> {
  authorise(actor, 'queue:read')
  const known = kept.retakeQueueChoices
  if (known && known.until > performance.now()) return known.choices
  const choices = readChoices()
  kept.retakeQueueChoices = { until: performance.now() + keptMs, choices }
  choices.catch(() => delete kept.retakeQueueChoices)
  return choices
}

/**
 * Countries and devices are found by hopping along an index from one value to the next, which costs as many steps as there are
 * values, however many rows.
 */
async function readChoices(): Promise<QueueChoices> {
  const [choices] = await db().$queryRaw<QueueChoices[]>`
    WITH RECURSIVE country AS (
      (SELECT country AS value FROM submissions ORDER BY country LIMIT 1)
      UNION ALL
      SELECT (SELECT s.country FROM submissions s WHERE s.country > country.value ORDER BY s.country LIMIT 1)
      FROM country WHERE value IS NOT NULL
    ), device AS (
      SELECT ''::text AS value, 0 AS n
      UNION ALL
      SELECT (SELECT s.device FROM submissions s WHERE s.device > device.value ORDER BY s.device LIMIT 1), n + 1
      FROM device WHERE value IS NOT NULL AND n < ${maxDevices}
    )
    SELECT
      ARRAY(SELECT value FROM country WHERE value IS NOT NULL) AS countries,
      ARRAY(SELECT value FROM device WHERE value > '') AS devices,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name), '[]') FROM api_clients) AS clients,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name), '[]') FROM users
       WHERE role::text = ANY (${rolesWith('submission:review')}::text[]) AND disabled_at IS NULL) AS reviewers`
  return choices!
}
