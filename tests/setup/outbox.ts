import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Mail {
  to: string
  subject: string
  text: string
}

const waitSeconds = 20

/** Reads the mails a folder holds as .eml files. `newestTo` waits for one to come, and throws after 20 seconds. */
export function outboxOf(folder: string) {
  return {
    async newestTo(address: string): Promise<Mail> {
      for (const deadline = Date.now() + waitSeconds * 1000; Date.now() < deadline; await sleep(100)) {
        const mail = mailsIn(folder).findLast(({ to }) => to.includes(address))
        if (mail) return mail
      }
      throw new Error(`No mail to ${address} within ${waitSeconds} s`)
    },
  }
}

function mailsIn(folder: string): Mail[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml') && !name.startsWith('.'))
  return names.sort().map((name) => parseMail(readFileSync(join(folder, name), 'utf8')))
}

/** A mail of one text part, as ours are. */
export function parseMail(source: string): Mail {
  const [head = '', ...rest] = source.replaceAll('\r\n', '\n').split('\n\n')
  const header = (name: string) =>
    new RegExp(`^${name}:\\s*(.+(?:\\n\\s.+)*)`, 'im').exec(head)?.[1]?.replace(/\n\s+/g, ' ') ?? ''
  return {
    to: header('To'),
    subject: decodeWords(header('Subject')),
    text: decodeBody(rest.join('\n\n'), header('Content-Transfer-Encoding')),
  }
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  return encoding === 'quoted-printable' ? decodeQuoted(body.replace(/=\n/g, '')) : body
}

function decodeQuoted(text: string): string {
  return Buffer.from(
    text.replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString()),
  ).toString()
}

/** Encoded words of RFC 2047, which long or accented subjects are made of. */
function decodeWords(text: string): string {
  return text.replace(/=\?utf-8\?([BQ])\?([^?]*)\?=\s*/gi, (_, kind: string, word: string) =>
    kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : decodeQuoted(word.replaceAll('_', ' ')),
  )
}
