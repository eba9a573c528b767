import { describe, expect, it } from 'vitest'
import { shippedPolicies } from '#lib/domain/policy'
import { accepted, refused } from './at-the-door.ts'
import { waves, wavesJpeg, wavesPng } from './make-files.ts'

const heicHeader = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0heicmif1'),
  Buffer.alloc(40),
])

describe('the first bytes decide the type', () => {
  it.each([
    ['a GIF picture', () => waves().gif().toBuffer()],
    ['a WebP picture', () => waves().webp().toBuffer()],
    ['a TIFF picture', () => waves().tiff().toBuffer()],
    ['a HEIC picture', async () => heicHeader],
    ['a BMP picture', async () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)])],
    ['a ZIP archive', async () => Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
  ])('%s is refused by name', async (name, make) => {
    const refusal = await refused(await make())
    expect(refusal.code).toBe('file_type_unsupported')
    expect(refusal.message).toBe(`This is ${name}; please send JPG, PNG or PDF.`)
  })

  it('markup and other text are refused', async () => {
    expect((await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).code).toBe('file_type_unsupported')
    expect((await refused(Buffer.from('<html><script>1</script></html>'))).code).toBe('file_type_unsupported')
  })

  it('a PNG signature that was altered on the way is refused', async () => {
    const png = Buffer.from(await wavesPng())
    png[6] = 0x20
    expect((await refused(png)).code).toBe('file_type_unsupported')
  })

  it('a picture in front of which something else lies is refused', async () => {
    const jpeg = Buffer.concat([Buffer.from('GIF89a'), await wavesJpeg()])
    expect((await refused(jpeg)).code).toBe('file_type_unsupported')
  })

  it('a type the policy leaves out is refused', async () => {
    const onlyPng = { ...shippedPolicies['camera-photos'], acceptedTypes: ['png' as const] }
    expect((await refused(await wavesJpeg(), onlyPng)).message).toBe('This is a JPG picture; please send PNG.')
  })

  it('an empty file is refused', async () => {
    expect((await refused(new Uint8Array())).message).toContain('empty')
  })

  it('a tiny but sound picture comes in', async () => {
    expect((await accepted(await waves(1, 1).png().toBuffer())).facts).toMatchObject({ widthPx: 1, heightPx: 1 })
  })
})
