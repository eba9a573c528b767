import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Settings } from '#lib/env'

export const demoSchema = z.object({
  users: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })),
  apiKey: z.string(),
})

export type Demo = z.infer<typeof demoSchema>

/** The demo's sign-ins and API key as the seed wrote them, or null where there is no demo. */
export function readDemo(dataDir: string): Demo | null {
  const path = join(dataDir, 'demo.json')
  return existsSync(path) ? demoSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
}

/** What the terminal says once the page answers: the address, and in the demo one sign-in per role and the API key. */
export function describeWayIn({ appOrigin, demo, dataDir }: Settings): string {
  const way = demo ? readDemo(dataDir) : null
  const signIns =
    way?.users.map(({ role, email, password }) => `  ${role.padEnd(10)}${email.padEnd(32)}${password}`) ?? []
  const key = way ? [...signIns, '', `  API key   ${way.apiKey}`, ''] : []
  return ['', `Retake is ready: ${appOrigin}`, '', ...key, 'Ctrl-C stops it.', ''].join('\n')
}
