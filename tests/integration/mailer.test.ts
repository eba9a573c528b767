import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendMail } from '#lib/mail/mailer'
import { parseMail } from '../setup/outbox.ts'

const received: string[] = []
const sink = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, done) {
    stream.toArray().then((chunks: Buffer[]) => {
      const source = Buffer.concat(chunks).toString()
      if (source.includes('refuse-me')) return done(new Error('Mailbox unavailable'))
      received.push(source)
      done()
    })
  },
})

beforeAll(async () => {
  const server = sink.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise<void>((resolve) => sink.close(resolve)))

test('where a mail server is configured, messages go through it, accents and all', async () => {
  const text = 'Labdien!\n\nNofotografējiet dokumentu vēlreiz.'
  await sendMail({ to: 'customer@example.com', subject: 'Mums vajadzīgs jauns fotoattēls', text, language: 'lv' })
  expect(received).toHaveLength(1)
  expect(received[0]).toMatch(/^Content-Language: lv/m)
  const mail = parseMail(received[0]!)
  expect(mail).toMatchObject({ to: 'customer@example.com', subject: 'Mums vajadzīgs jauns fotoattēls' })
  expect(mail.text).toContain('Nofotografējiet dokumentu vēlreiz.')
})

test('what the server refuses is an error, so that the job tries again', async () => {
  const mail = { to: 'customer@example.com', subject: 'refuse-me', text: 'x', language: 'en' }
  await expect(sendMail(mail)).rejects.toThrow(/Mailbox unavailable/)
})
