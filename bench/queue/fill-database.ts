import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { seedFoundations } from '../../prisma/seed/foundations.ts'

/**
 * Fills the tables a queue page reads: a third of the submissions wait, each has three captures, two in five are flagged.
 * Rows are made inside the database; pictures aren't, since no page of the queue decodes one.
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
      await tx.$executeRaw`SELECT setseed(0.42)`
      await tx.$executeRaw`
        INSERT INTO cases (id, reference, client_id, external_id, email, locale, country)
        SELECT gen_random_uuid(), 'RT-' || lpad(n::text, 8, '0'), ${client.id}::uuid, 'bench-' || n,
               'bench-' || n || '@example.com', 'en', (ARRAY['LVA','EST','LTU','POL','DEU'])[1 + n % 5]
        FROM generate_series(1, ${rows}::int) n`
      await tx.$executeRaw`
        INSERT INTO submissions (id, case_id, client_id, policy_id, attempt, status, source, document_type, country,
                                 flags, flag_count, priority, received_at, due_at)
        SELECT gen_random_uuid(), id, client_id, ${policy.id}::uuid, 1,
               CASE WHEN r < 0.33 THEN 'ready_for_review' WHEN r < 0.8 THEN 'approved'
                    WHEN r < 0.9 THEN 'rejected' ELSE 'resubmission_requested' END::submission_status,
               'api', CASE WHEN r2 < 0.5 THEN 'passport' ELSE 'id_card' END::document_type, country,
               CASE WHEN r2 < 0.4 THEN ARRAY['glare'] ELSE ARRAY[]::text[] END, (r2 < 0.4)::int, (r2 < 0.4)::int,
               clock_timestamp() - r * interval '30 days', clock_timestamp() - r * interval '30 days' + interval '1 day'
        FROM (SELECT *, random() AS r, random() AS r2 FROM cases) AS drawn`
      await tx.$executeRaw`
        INSERT INTO captures (id, submission_id, kind, sha256, type, size_bytes, width_px, height_px, orientation, metadata,
                              view_key, view_width_px, view_height_px, thumb_key)
        SELECT gen_random_uuid(), s.id, kind::capture_kind, repeat('0', 64), 'jpeg', 1, 1, 1, 1, '{}', 'none', 1, 1, 'none'
        FROM submissions s, unnest(ARRAY['id_front', 'id_back', 'selfie']) kind`
      await tx.$executeRaw`
        INSERT INTO check_runs (id, submission_id, status, total, done)
        SELECT gen_random_uuid(), id, 'finished', 24, 24 FROM submissions`
      await tx.$executeRaw`
        UPDATE submissions s SET current_check_run_id = r.id FROM check_runs r WHERE r.submission_id = s.id`
      await tx.$executeRaw`
        INSERT INTO findings (id, check_run_id, capture_id, "check", version, outcome, unit, thresholds, summary, reasons, detail)
        SELECT gen_random_uuid(), s.current_check_run_id, c.id, 'glare', 1, 'fail', 'share', '{}', 'Glare', '{}', '{}'
        FROM submissions s JOIN captures c ON c.submission_id = s.id AND c.kind = 'id_front' WHERE s.flag_count > 0`
    },
    { timeout: 600_000 },
  )
  await db().$executeRaw`ANALYZE`
  const { id, name, email, role } = user
  return { kind: 'user', id, name, email, role, sessionId: session.id }
}
