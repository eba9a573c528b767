import { randomUUID } from 'node:crypto'
import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'

/** So many reviewers with a session each. */
export async function makeReviewers(count: number): Promise<UserActor[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const name = `Reviewer ${randomUUID().slice(0, 8)}`
      const email = `${name.toLowerCase().replace(' ', '-')}@example.com`
      const { id } = await db().user.create({ data: { role: 'reviewer', name, email } })
      const session = await db().userSession.create({ data: { userId: id } })
      return { kind: 'user', id, name, email, role: 'reviewer', sessionId: session.id } as const
    }),
  )
}
