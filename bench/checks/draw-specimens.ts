import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plane } from '#lib/domain/artifacts'
import { type CaptureKind, documentCaptureKinds } from '#lib/domain/capture'
import { sharp } from '#lib/imaging/guarded-sharp'
import { makeSpecimen } from '#specimens/make-specimen'
import type { Person } from '#specimens/person'
import type { SpoilOptions } from '#specimens/spoil'
import { drawLight } from './draw-light.ts'
import { drawScreens } from './draw-screens.ts'
import type { Sample } from './sample.ts'

/** Draws `documents` documents, each clean and in every way spoilt that these checks look for, into a folder. */
export async function drawSpecimens(folder: string, documents: number): Promise<Sample[]> {
  // Specimens are drawn as SVG, a format shut wherever strangers' files are read; none are in this process.
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
  const samples: Sample[] = []
  for (let n = 0; n < documents; n++) {
    const kind = documentCaptureKinds[n % documentCaptureKinds.length]!
    // Spread over mild and strong, never just the middle.
    const amount = ((n * 7) % 10) / 10 + 0.05
    for (const spoil of variants(amount)) samples.push(await draw(folder, `bench/${n}`, kind, spoil))
    samples.push(...(await drawLight(folder, `bench/${n}`, kind, amount)))
    samples.push(...(await drawScreens(folder, `bench/${n}`, kind)))
  }
  return samples
}

function variants(amount: number): (SpoilOptions | null)[] {
  return [
    null,
    { kind: 'defocus', amount },
    { kind: 'motion_blur', amount },
    { kind: 'defocus', amount, where: 'part' },
    { kind: 'motion_blur', amount, where: 'part' },
    { kind: 'glare', amount },
    { kind: 'hologram', amount },
    { kind: 'cut', amount },
    { kind: 'fingers', amount },
    { kind: 'black_and_white' },
    { kind: 'upscaled', amount },
    { kind: 'heavy_compression', amount },
  ]
}

async function draw(folder: string, seed: string, kind: CaptureKind, spoil: SpoilOptions | null): Promise<Sample> {
  const { bytes, truth } = await makeSpecimen({ seed, kind, spoil: spoil ? [spoil] : [] })
  const name = [seed, kind, spoil?.kind ?? 'clean', spoil?.where ?? 'whole'].join('-').replaceAll('/', '-')
  const path = join(folder, `${name}.jpg`)
  await writeFile(path, bytes)
  const mask = truth.spoilt[0]?.mask
  const maskPath = mask && join(folder, `${name}.mask.png`)
  if (mask && maskPath) await writeFile(maskPath, await pngOf(mask))
  const blur = spoil?.kind === 'defocus' || spoil?.kind === 'motion_blur'
  return {
    name,
    path,
    kind,
    labels: {
      spoilt: spoil?.kind ?? '',
      cropped_or_cut: spoil?.kind === 'cut' ? 'yes' : 'no',
      hand_or_finger: spoil?.kind === 'fingers' ? 'yes' : 'no',
    },
    blurred: spoil?.where === 'part' ? undefined : blur,
    blurMask: blur ? maskPath : undefined,
    glare: spoil?.kind === 'glare',
    glareMask: spoil?.kind === 'glare' ? maskPath : undefined,
    outline: spoil?.kind === 'cut' ? undefined : (truth.outline ?? undefined),
    blackAndWhite: spoil?.kind === 'black_and_white',
    mrzLines: truth.mrzLines.length > 0 ? truth.mrzLines : undefined,
    printed: printedOn(kind, truth.person),
  }
}

/** The back of a card has little more than its number. */
function printedOn(kind: CaptureKind, person: Person): Sample['printed'] {
  const { documentNumber, surname, givenNames, birthDate, expiryDate } = person
  return kind === 'id_back' ? { documentNumber } : { documentNumber, surname, givenNames, birthDate, expiryDate }
}

/** A mask as PNG bytes. */
export function pngOf({ data, width, height }: Plane): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer()
}
