import { describe, expect, it } from 'vitest'
import { readSettings } from '#lib/env'
import { SettingError } from '#lib/setting-error'

const strong = {
  RETAKE_ENV: 'production',
  RETAKE_SECRET: 'vJ3p0Wm8zQeKx1uT5yRbL7aHc2NfGdSo9iUwXkEq',
  RETAKE_STORAGE_KEY: '9f1c6b0d72e84a35c1d90f7b6e2a58439bd0c47f18e65a3279d4c0b1f6e8a253',
  APP_ORIGIN: 'https://review.example.com',
}

const complaintOf = (source: Record<string, string>) => {
  try {
    readSettings(source)
    return null
  } catch (error) {
    if (!(error instanceof SettingError)) throw error
    return error.message
  }
}

describe('settings', () => {
  it('need nothing: the address follows the port, and the demo is on', () => {
    expect(readSettings({ PORT: '4321' })).toMatchObject({ appOrigin: 'http://localhost:4321', demo: true, oidc: null })
  })

  it('turn the demo off where a database is named, unless asked for', () => {
    const DATABASE_URL = 'postgresql://a:b@db/retake'
    expect(readSettings({ DATABASE_URL }).demo).toBe(false)
    expect(readSettings({ DATABASE_URL, RETAKE_DEMO: '1' }).demo).toBe(true)
  })

  it('count as not given when empty', () => {
    expect(readSettings({ PORT: '', SMTP_URL: '' }).PORT).toBe(3000)
  })

  it('that are wrong are named in one sentence each', () => {
    expect(complaintOf({ PORT: '70000', DATABASE_URL: 'mysql://db' })?.split('\n')).toEqual([
      expect.stringMatching(/^DATABASE_URL must be an address like postgresql:/),
      expect.stringMatching(/^PORT must be a port number/),
    ])
  })

  it('never repeat a secret in a complaint', () => {
    expect(complaintOf({ RETAKE_SECRET: 'tooshort-hunter2' })).not.toContain('hunter2')
  })

  it('of an identity provider come together or not at all', () => {
    expect(complaintOf({ OIDC_ISSUER: 'https://id.example.com' })).toContain('must be set together')
  })
})

describe('production', () => {
  it('starts with strong secrets and an https address', () => {
    expect(readSettings(strong)).toMatchObject({
      production: true,
      demo: false,
      appOrigin: 'https://review.example.com',
    })
  })

  it.each([
    ['RETAKE_SECRET', ''],
    ['RETAKE_SECRET', 'change-me-change-me-change-me-change-me'],
    ['RETAKE_SECRET', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['RETAKE_SECRET', 'abcdefghijklmnopqrstuvwxyz0123456789'],
    ['RETAKE_STORAGE_KEY', ''],
    ['RETAKE_STORAGE_KEY', '0123456789abcdef'.repeat(4)],
    ['APP_ORIGIN', ''],
    ['APP_ORIGIN', 'http://review.example.com'],
  ])('does not start with %s "%s"', (name, value) => {
    expect(complaintOf({ ...strong, [name]: value })).toMatch(new RegExp(`^${name} [^\\n]+\\.$`))
  })
})
