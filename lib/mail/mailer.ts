import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { env } from '#lib/env'

export interface Mail {
  to: string
  subject: string
  text: string
  language: string
}

/** Sends by SMTP where one is configured, else writes the mail as an .eml file to the outbox folder. Throws if it could not. */
export async function sendMail({ to, subject, text, language }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, dataDir } = env()
  const message = { from: MAIL_FROM, to, subject, text, headers: { 'Content-Language': language } }
  if (SMTP_URL) {
    await createTransport({ url: SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 }).sendMail(message)
    return
  }
  const composed = await createTransport({ streamTransport: true, buffer: true }).sendMail(message)
  await writeToOutbox(join(dataDir, 'outbox'), composed.message as Buffer)
}

async function writeToOutbox(folder: string, message: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`
  // Written under another name first, so that a reader never sees half a message.
  await writeFile(join(folder, `.${name}`), message, { mode: 0o600 })
  await rename(join(folder, `.${name}`), join(folder, name))
}
