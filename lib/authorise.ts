import type { Actor, UserActor } from './domain/actor.ts'
import { can, type Permission } from './domain/permissions.ts'
import { AppError } from './errors.ts'

/** The person who acts, if their role may; throws FORBIDDEN otherwise. Called first in every operation and query. */
export function authorise(actor: Actor, permission: Permission): UserActor {
  if (actor.kind !== 'user' || !can(actor.role, permission)) throw new AppError('FORBIDDEN')
  return actor
}
