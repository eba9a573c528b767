import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { hashPassword } from '#lib/credentials/password'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { plainText } from '#lib/domain/intake'
import { roleSchema } from '#lib/domain/permissions'
import { type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

/** NIST SP 800-63B: length is what counts; no rules of composition. */
const newPasswordSchema = z.string().min(12, { error: 'At least 12 characters' }).max(200)

export const inviteUserInput = z.object({
  email: z.email().max(254).toLowerCase(),
  name: plainText(120),
  role: roleSchema,
  password: newPasswordSchema,
})

/** Adds a colleague with a first password, handed over by other means. */
export async function inviteUser(
  actor: Actor,
  { password, ...person }: z.infer<typeof inviteUserInput>,
): Promise<{ ok: true; userId: string } | Refused<'email_taken'>> {
  authorise(actor, 'user:manage')
  const passwordHash = await hashPassword(password)
  return withTransaction(async (tx) => {
    const [invited] = await tx.user.createManyAndReturn({ data: [{ ...person, passwordHash }], skipDuplicates: true })
    if (!invited) return refused('email_taken', 'There is already a user with this e-mail address.')
    await recordAuditEvent(tx, actor, { type: 'user.invited', data: { userId: invited.id, role: person.role } })
    return { ok: true, userId: invited.id }
  })
}
