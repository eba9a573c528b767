import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { shippedPolicies } from '#lib/domain/policy'
import { accepted, refused } from './at-the-door.ts'
import { makePdf } from './make-files.ts'

describe('a PDF', () => {
  it('is drawn at 200 dpi where the policy takes it', async () => {
    const { facts, derivatives } = await accepted(makePdf())
    expect(facts).toMatchObject({ type: 'pdf', widthPx: 1111, heightPx: 1111 })
    const { data, info } = await sharp(derivatives.view.bytes).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => [...data.subarray(3 * (y * info.width + x)).subarray(0, 3)]
    expect(at(555, 555)[2]! - at(555, 555)[0]!).toBeGreaterThan(200)
    expect(Math.min(...at(20, 20))).toBeGreaterThan(250)
  })

  it('is taken with several pages: the first is drawn, and how many there are is kept', async () => {
    expect((await accepted(makePdf())).facts.metadata).toMatchObject({ Pages: '1' })
    expect((await accepted(makePdf({ pages: 3 }))).facts.metadata).toMatchObject({ Pages: '3' })
  })

  it('is refused, as a PDF, where the policy does not', async () => {
    const refusal = await refused(makePdf(), shippedPolicies['camera-photos'])
    expect(refusal).toMatchObject({
      code: 'file_pdf_not_accepted',
      message: 'This is a PDF; please photograph the document itself and send JPG or PNG.',
    })
  })

  it('is refused when its header does not come first', async () => {
    const refusal = await refused(Buffer.concat([Buffer.from('<html></html>\n'), makePdf()]))
    expect(refusal.code).toBe('file_type_unsupported')
  })

  it('is refused with more than ten pages, or none', async () => {
    expect(await refused(makePdf({ pages: 11 }))).toMatchObject({ unit: 'pages', value: 11, limit: 10 })
    expect((await refused(makePdf({ pages: 0 }))).code).toBe('file_corrupt_or_locked')
  })

  it('is refused when its page is larger than 3,000 pt', async () => {
    expect(await refused(makePdf({ side: 14_400 }))).toMatchObject({ unit: 'pt', value: 14_400, limit: 3000 })
  })

  it('is refused when it needs a password', async () => {
    const word = `<${'ab'.repeat(32)}>`
    const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${word} /U ${word} /P -4 >> /ID [<00> <00>]`
    expect((await refused(makePdf({ trailer }))).message).toContain('password')
  })

  it('is refused when it is damaged', async () => {
    expect((await refused(Buffer.from('%PDF-1.7\n%%EOF'))).code).toBe('file_corrupt_or_locked')
  })

  it.each([
    ['a script', { catalogue: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }],
    ['a script whose name is spelt in hexadecimal', { catalogue: '/OpenAction << /S /J#61vaScript >>' }],
    ['a script in a packed object stream', { objects: [objectStream('<< /S /JavaScript /JS (x) >>')] }],
    ['a program to launch', { objects: ['<< /S /Launch /F (calc.exe) >>'] }],
    ['an attached file', { catalogue: '/Names << /EmbeddedFiles << /Names [] >> >>' }],
    ['an address it opens by itself', { catalogue: '/OpenAction 50 0 R', objects: ['<< /S /URI /URI (http://x) >>'] }],
  ])('is refused when it carries %s', async (_, parts) => {
    expect((await refused(makePdf(parts))).message).toMatch(/script, an attachment or an action/)
  })

  it('is accepted with a link that waits to be clicked', async () => {
    const objects = ['<< /Type /Annot /Subtype /Link /A << /S /URI /URI (http://x) >> >>']
    expect((await accepted(makePdf({ objects }))).facts.type).toBe('pdf')
  })

  it('is refused when its content inflates to hundreds of megabytes', async () => {
    const refusal = await refused(makePdf({ content: Buffer.alloc(200_000_000, 'q Q ') }))
    expect(refusal.message).toContain('too much work')
  })
})

function objectStream(object: string): string {
  const packed = deflateSync(Buffer.from(`90 0 ${object}`)).toString('latin1')
  return `<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${packed.length} >> stream\n${packed}\nendstream`
}
