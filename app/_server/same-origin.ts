import 'server-only'
import { env } from '#lib/env'
import { AppError } from '#lib/errors'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses a write that another site's page caused. Next compares Origin with a forwarded host that anyone can send; the
 * configured address can't be forged. A missing Origin is refused too: browsers send it with every POST.
 */
export function requireSameOrigin(headers: Headers): void {
  const origin = headers.get('origin')
  if (!origin || !isOurs(origin)) {
    throw new AppError('FORBIDDEN', `This page must be opened at ${env().appOrigin}.`)
  }
}

/** On a developer's machine the loopback names are one. */
function isOurs(origin: string): boolean {
  const own = new URL(env().appOrigin)
  if (origin === own.origin) return true
  if (!URL.canParse(origin)) return false
  const { hostname, port, protocol } = new URL(origin)
  return loopback.has(own.hostname) && loopback.has(hostname) && port === own.port && protocol === own.protocol
}
