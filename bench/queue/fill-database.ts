import { Client } from 'pg'
import { db } from '#lib/db/client'
import type { Tx } from '#lib/db/transaction'
import type { UserActor } from '#lib/domain/actor'
import { env } from '#lib/env'
import { seedFoundations } from '../../prisma/seed/foundations.ts'

/**
 * Fills the tables a queue page reads: a third of the submissions wait, each has three captures, two in five are flagged, some
 * are snoozed, assigned or escalated. Rows are made inside the database, before its indexes; pictures aren't, since no page of
 * the queue decodes one.
 */
export async function fillDatabase(rows: number): Promise<UserActor> {
  await seedFoundations()
  const client = await db().apiClient.findFirstOrThrow({ where: { keyHash: { not: null } } })
  const policy = await db().policy.findFirstOrThrow({ where: { name: client.policyName } })
  const user = await db().user.findFirstOrThrow({ where: { role: 'reviewer' } })
  const session = await db().userSession.create({ data: { userId: user.id } })
  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`
      await tx.$executeRaw`SET LOCAL maintenance_work_mem = '256MB'`
      // Submissions name their check runs and these their submissions: the keys are right by construction.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`SELECT setseed(0.42)`
      const indexes = await takeOffIndexes(tx)
      await draw(tx, rows)
      await insertAll(tx, { clientId: client.id, policyId: policy.id, userId: user.id })
      for (const index of indexes) await tx.$executeRawUnsafe(index)
    },
    { timeout: 1_800_000, maxWait: 10_000 },
  )
  await vacuum()
  const { id, name, email, role } = user
  return { kind: 'user', id, name, email, role, sessionId: session.id }
}

/** As autovacuum leaves a database that has stood for a while. Over a connection of its own: it takes longer than the client lets. */
async function vacuum(): Promise<void> {
  const client = new Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  await client.query('VACUUM (ANALYZE)')
  await client.end()
}

/** Drops what can be built faster afterwards; returns how to. */
async function takeOffIndexes(tx: Tx): Promise<string[]> {
  const indexes = await tx.$queryRaw<{ name: string; definition: string }[]>`
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
    WHERE i.indrelid IN ('cases'::regclass, 'submissions'::regclass, 'captures'::regclass, 'check_runs'::regclass,
                         'findings'::regclass)
      AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`
  for (const { name } of indexes) await tx.$executeRawUnsafe(`DROP INDEX ${name}`)
  return indexes.map(({ definition }) => definition)
}

async function draw(tx: Tx, rows: number): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE drawn ON COMMIT DROP AS
    SELECT n, uuidv7() AS case_id, uuidv7() AS id, uuidv7() AS run_id, uuidv7() AS front_id, random() AS r, random() AS r2,
           clock_timestamp() - random() * interval '30 days' AS received_at
    FROM generate_series(1, ${rows}::int) n`
}

async function insertAll(tx: Tx, { clientId, policyId, userId }: Record<string, string>): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO cases (id, reference, client_id, external_id, email, locale, country, declared_name)
    SELECT case_id, 'RT-' || lpad(n::text, 8, '0'), ${clientId}::uuid, 'bench-' || n, 'bench-' || n || '@example.com', 'en',
           (ARRAY['LVA','EST','LTU','POL','DEU'])[1 + n % 5],
           (ARRAY['Anna','Jānis','Līga','Pēteris','Ilze','Andris','Marta','Juris'])[1 + n % 8] || ' ' ||
           initcap(translate(substr(md5(n::text), 1, 6), '0123456789', 'aeiourlmns'))
    FROM drawn`
  await tx.$executeRaw`
    INSERT INTO submissions (id, case_id, client_id, policy_id, attempt, status, source, document_type, country, flags,
                             flag_count, urgent_at, received_at, due_at, current_check_run_id, device, snoozed_until,
                             assigned_to_id, escalated_at)
    SELECT id, case_id, ${clientId}::uuid, ${policyId}::uuid, 1 + (n % 10 = 0)::int,
           CASE WHEN r < 0.33 THEN 'ready_for_review' WHEN r < 0.8 THEN 'approved'
                WHEN r < 0.9 THEN 'rejected' ELSE 'resubmission_requested' END::submission_status,
           'api', CASE WHEN r2 < 0.5 THEN 'passport' ELSE 'id_card' END::document_type,
           (ARRAY['LVA','EST','LTU','POL','DEU'])[1 + n % 5],
           CASE WHEN r2 < 0.4 THEN ARRAY['glare'] ELSE ARRAY[]::text[] END, (r2 < 0.4)::int,
           received_at + interval '1 day' - (r2 < 0.4)::int * interval '2 hours' - (n % 10 = 0)::int * interval '3 hours',
           received_at, received_at + interval '1 day', run_id,
           (ARRAY['Apple iPhone 15','samsung SM-S911B','Google Pixel 8','Xiaomi 13',''])[1 + n % 5],
           CASE WHEN n % 100 = 1 THEN clock_timestamp() + interval '1 day' END,
           CASE WHEN n % 200 = 2 THEN ${userId}::uuid END,
           CASE WHEN n % 500 = 3 THEN clock_timestamp() END
    FROM drawn`
  await tx.$executeRaw`
    INSERT INTO captures (id, submission_id, kind, sha256, type, size_bytes, width_px, height_px, orientation, metadata,
                          view_key, view_width_px, view_height_px, thumb_key)
    SELECT CASE kind WHEN 'id_front' THEN front_id ELSE uuidv7() END, id, kind::capture_kind, repeat('0', 64), 'jpeg', 1, 1, 1, 1,
           '{}', 'none', 1, 1, 'none'
    FROM drawn, unnest(ARRAY['id_front', 'id_back', 'selfie']) kind`
  await tx.$executeRaw`
    INSERT INTO check_runs (id, submission_id, status, total, done) SELECT run_id, id, 'finished', 24, 24 FROM drawn`
  await tx.$executeRaw`
    INSERT INTO findings (id, check_run_id, capture_id, "check", version, outcome, unit, thresholds, summary, reasons, detail)
    SELECT uuidv7(), run_id, front_id, 'glare', 1, 'fail', 'share', '{}', 'Glare', '{}', '{}' FROM drawn WHERE r2 < 0.4`
}
