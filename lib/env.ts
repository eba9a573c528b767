import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { keptSecret } from './kept-secret.ts'
import { decodeKey, isGuessable } from './secret-strength.ts'
import { SettingError } from './setting-error.ts'

const port = z.coerce.number().int().min(1).max(65535)
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ })
const flag = z.stringbool({ truthy: ['1', 'true', 'on'], falsy: ['0', 'false', 'off'] })

const schema = z.object({
  DATABASE_URL: databaseUrl.optional(),
  RETAKE_DATA_DIR: z.string().default('.data'),
  PORT: port.default(3000),
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  RETAKE_ENV: z.enum(['demo', 'production']).default('demo'),
  RETAKE_DEMO: flag.optional(),
  RETAKE_LOCK_MINUTES: z.coerce.number().int().min(1).max(60).default(10),
  RETAKE_SECRET: z.string().min(32).optional(),
  RETAKE_STORAGE_KEY: z
    .string()
    .refine((text) => decodeKey(text) !== null)
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Retake <no-reply@retake.example>'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
})

type Given = z.infer<typeof schema>

/** Every variable that is read. */
export const settingNames = schema.keyof().options

/** What each setting has to be; completes the sentence "NAME must be …". */
const expected: Record<keyof Given, string> = {
  DATABASE_URL: 'an address like postgresql://user:password@host:5432/database',
  RETAKE_DATA_DIR: 'the path of a folder',
  PORT: 'a port number from 1 to 65535',
  APP_ORIGIN: 'the address people open, like https://review.example.com',
  RETAKE_ENV: '"production", "demo" or not set',
  RETAKE_DEMO: '1 or 0',
  RETAKE_LOCK_MINUTES: 'minutes from 1 to 60',
  RETAKE_SECRET: 'at least 32 characters of your own; "openssl rand -base64 32" makes one',
  RETAKE_STORAGE_KEY: '32 bytes in base64 or hex; "openssl rand -base64 32" makes one',
  SMTP_URL: 'an address like smtp://user:password@host:587',
  MAIL_FROM: 'a sender like Retake <no-reply@example.com>',
  OIDC_ISSUER: "the address of the identity provider's issuer",
  OIDC_CLIENT_ID: 'the client id the identity provider gave',
  OIDC_CLIENT_SECRET: 'the client secret the identity provider gave',
}

/** Settings as given keep their name; what is worked out from them is in camel case. */
export interface Settings extends Given {
  /** Absolute. */
  dataDir: string
  /** Scheme, host and port, no trailing slash. */
  appOrigin: string
  /** Real people's pictures: secrets must be given and strong, and the address https. */
  production: boolean
  /** Made-up submissions and printed sign-ins. */
  demo: boolean
  /** The identity provider staff may sign in with; null where none is set. */
  oidc: { issuer: string; clientId: string; clientSecret: string } | null
}

export interface Env extends Settings {
  DATABASE_URL: string
  /** Signs sessions and links; at least 32 characters. */
  secret: string
  /** 32 bytes, for AES-256-GCM. */
  storageKey: Buffer
}

/**
 * Reads and judges settings, nothing else: no file is read or made. An empty value counts as not given. Throws `SettingError`
 * with one sentence a line, one for each setting that is wrong.
 */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path[0] as keyof Given))
    throw new SettingError([...names].map((name) => `${name} must be ${expected[name]}.`).join('\n'))
  }
  const given = parsed.data
  const production = given.RETAKE_ENV === 'production'
  const weaknesses = production ? weaknessesOf(given) : []
  if (weaknesses.length > 0) throw new SettingError(weaknesses.join('\n'))
  return {
    ...given,
    dataDir: resolve(given.RETAKE_DATA_DIR),
    appOrigin: new URL(given.APP_ORIGIN ?? `http://localhost:${given.PORT}`).origin,
    production,
    demo: given.RETAKE_DEMO ?? (!production && given.DATABASE_URL === undefined),
    oidc: oidcOf(given),
  }
}

let kept: Env | undefined

/**
 * The environment of this process, read on first use. Secrets that aren't given are made once and kept in the data folder; the
 * address of the embedded database is found there while it runs. Throws `SettingError`.
 */
export function env(): Env {
  kept ??= complete(readSettings(process.env))
  return kept
}

function complete(settings: Settings): Env {
  const { dataDir } = settings
  return {
    ...settings,
    DATABASE_URL: settings.DATABASE_URL ?? embeddedUrl(dataDir),
    secret: settings.RETAKE_SECRET ?? keptSecret(dataDir, 'secret'),
    storageKey: storageKeyOf(settings.RETAKE_STORAGE_KEY ?? keptSecret(dataDir, 'storage-key'), dataDir),
  }
}

function embeddedUrl(dataDir: string): string {
  const record = join(dataDir, 'database.json')
  if (!existsSync(record)) {
    throw new SettingError(
      `No database: set DATABASE_URL, or start the embedded one of ${dataDir} with npm start or npm run db:dev.`,
    )
  }
  return databaseUrl.parse(JSON.parse(readFileSync(record, 'utf8')).url)
}

function storageKeyOf(text: string, dataDir: string): Buffer {
  const key = decodeKey(text)
  if (key === null)
    throw new SettingError(`${dataDir}/secrets/storage-key must hold 32 bytes in base64: put the original back.`)
  return key
}

function oidcOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Given): Settings['oidc'] {
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET) {
    return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET }
  }
  if (!OIDC_ISSUER && !OIDC_CLIENT_ID && !OIDC_CLIENT_SECRET) return null
  throw new SettingError('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together or not at all.')
}

function weaknessesOf({ RETAKE_SECRET, RETAKE_STORAGE_KEY, APP_ORIGIN }: Given): string[] {
  const found: string[] = []
  for (const [name, value] of Object.entries({ RETAKE_SECRET, RETAKE_STORAGE_KEY })) {
    if (value === undefined) found.push(`${name} must be set in production; "openssl rand -base64 32" makes one.`)
    else if (isGuessable(value)) found.push(`${name} can be guessed; "openssl rand -base64 32" makes a better one.`)
  }
  if (!APP_ORIGIN?.startsWith('https://')) found.push('APP_ORIGIN must be set to an https address in production.')
  return found
}
