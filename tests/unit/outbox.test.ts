import { createTransport } from 'nodemailer'
import { describe, expect, it } from 'vitest'
import { parseMail } from '../setup/outbox.ts'

describe('a mail from the outbox', () => {
  it.each([
    ['plain', 'Your photo is blurred', 'Please take it again: http://localhost:3000/resubmit/abc'],
    [
      'accented',
      'Jūsu fotogrāfija ir neskaidra, lūdzu, nofotografējiet to vēlreiz dienasgaismā',
      'Lūdzu, mēģiniet vēlreiz.\n\nŠeit: https://x.example/ā?b=c=d',
    ],
    ['long', 'A', `${'word '.repeat(100)}end=`],
  ])('reads as it was written: %s', async (_, subject, text) => {
    const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
      to: 'a@b.example',
      subject,
      text,
    })
    const mail = parseMail(message.toString())
    expect({ ...mail, text: mail.text.trim() }).toEqual({ to: 'a@b.example', subject, text })
  })
})
