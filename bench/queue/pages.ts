import { readSettings } from '#lib/env'
import { environmentFor } from '../../scripts/environment.ts'
import { serve } from '../../scripts/serve.ts'
import { buildWeb, isBuildStale } from '../../scripts/up-to-date.ts'
import { readDemo } from '../../scripts/way-in.ts'
import { percentiles, printRow } from './percentiles.ts'

/** The whole queue page over HTTP, signed in, one reader and several at once. */
export async function benchPages(port: number, dataDir: string, databaseUrl: string, readers: number): Promise<void> {
  if (isBuildStale()) await buildWeb()
  const settings = readSettings({ RETAKE_DATA_DIR: dataDir, PORT: String(port), RETAKE_DEMO: '1' })
  const served = await serve(environmentFor(settings, databaseUrl), port, { output: 'kept' })
  try {
    const origin = `http://localhost:${port}`
    const cookie = await signIn(origin, dataDir)
    const page = async () => {
      const response = await fetch(`${origin}/queue`, { headers: { cookie } })
      if (!response.ok || response.redirected) throw new Error(`The queue answered ${response.status} ${response.url}`)
      await response.text()
    }
    console.log(`\nThe queue page over HTTP, ms${' '.repeat(30)} p50      p95`)
    printRow('one reader', await percentiles(60, page))
    const together = () => Promise.all(Array.from({ length: readers }, page))
    printRow(`${readers} readers at once, the slowest of them`, await percentiles(20, together))
  } finally {
    await served.stop()
  }
}

async function signIn(origin: string, dataDir: string): Promise<string> {
  const user = readDemo(dataDir)!.users.find(({ role }) => role === 'reviewer')!
  const csrf = await fetch(`${origin}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const signedIn = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(csrf), origin },
    body: new URLSearchParams({ csrfToken, email: user.email, password: user.password, json: 'true' }),
  })
  return cookiesOf(signedIn)
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
