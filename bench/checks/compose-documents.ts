import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outline } from '#lib/domain/region'
import { sharp } from '#lib/imaging/guarded-sharp'
import { makeLook } from '#specimens/look'
import { blurScene } from '#specimens/photograph/blur-scene'
import { type DocumentView, outlineOf, viewFrom } from '#specimens/photograph/camera'
import { layDocument } from '#specimens/photograph/compose-document'
import { develop } from '#specimens/photograph/develop'
import { encode } from '#specimens/photograph/encode'
import { holdDown } from '#specimens/photograph/fingers'
import { castLight } from '#specimens/photograph/light'
import type { Scene } from '#specimens/photograph/linear'
import { documentSubject, emptyScene, rowsOf } from '#specimens/photograph/set-scene'
import { throwBack } from '#specimens/photograph/shine'
import { spoilFile } from '#specimens/photograph/spoil-file'
import { makeRandom, type Random } from '#specimens/random'
import type { SpoilOptions, Spoilt } from '#specimens/spoil'
import { clutteredBackdrops, layBackdrop, plainBackdrops, strangePictures } from './compose/backdrop.ts'
import { drawnDocument, type FlatSource, scannedDocuments } from './compose/flat-documents.ts'
import { pngOf } from './draw-specimens.ts'
import type { Sample } from './sample.ts'

/** How a composed picture is spoilt, in turn; half of them are clean enough. */
const courses = [
  'clean',
  'defocus',
  'clean',
  'part',
  'glare',
  'clean',
  'motion',
  'second',
  'clean',
  'glare',
  'cut',
  'clean',
  'fingers',
  'part',
  'clean',
  'grey',
] as const
/** The last of every 32 shows the table alone. */
const emptyEvery = 32
type Course = (typeof courses)[number] | 'empty'

/**
 * Photographs scans of the corpus and drawn documents on plain and cluttered tables: real print, true outlines and masks.
 * Reproducible from the number alone, so `from` gives pictures nothing was calibrated on; about 1 s a picture. Everything goes to `folder`.
 */
export async function composeDocuments(folder: string, corpus: string, count: number, from = 0): Promise<Sample[]> {
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
  const scans = await scannedDocuments(corpus)
  const pictures = await strangePictures(corpus)
  const samples: Sample[] = []
  for (let n = from; n < from + count; n++) {
    const random = makeRandom(`composed/${n}`)
    const source = random.chance(0.35) ? drawnDocument(random, `composed/${n}`) : scans[(n * 7) % scans.length]!
    samples.push(await compose(folder, n, source, random, pictures))
  }
  return samples
}

async function compose(
  folder: string,
  n: number,
  source: FlatSource,
  random: Random,
  pictures: string[],
): Promise<Sample> {
  const course = n % emptyEvery === emptyEvery - 1 ? 'empty' : courses[n % courses.length]!
  const isCluttered = Math.floor(n / 2) % 2 === 1
  const backdrop = random.pick(isCluttered ? clutteredBackdrops : plainBackdrops)
  const { view, width, height, flatWidth } = aim(random, source, course)
  const flat = await source.open(flatWidth)
  const scene = emptyScene(width, height)
  await layBackdrop(random, scene, view, flat, backdrop, pictures)
  if (course === 'second') await layBeside(random, scene, view, n)
  if (course !== 'empty') layDocument(scene, flat, view, rowsOf(outlineOf(view, width, height), height))
  const spoil = spoilOf(random, course)
  const { bytes, spoilt } = await photograph(random, scene, view, spoil)
  const name = `composed-${n}-${isCluttered ? 'cluttered' : 'plain'}-${backdrop}-${course}`
  const path = join(folder, `${name}.jpg`)
  await writeFile(path, bytes)
  const mask = spoilt.find((item) => item.mask)?.mask
  const maskPath = mask && join(folder, `${name}.mask.png`)
  if (mask && maskPath) await writeFile(maskPath, await pngOf(mask))
  const isBlur = course === 'defocus' || course === 'motion'
  return {
    name,
    path,
    kind: source.kind,
    labels: labelsOf(source, course, backdrop, isCluttered, view, maskPath),
    blurred: course === 'part' || course === 'empty' ? undefined : isBlur,
    blurMask: course === 'part' ? maskPath : undefined,
    glare: course === 'empty' ? undefined : course === 'glare',
    glareMask: course === 'glare' ? maskPath : undefined,
    outline: course === 'cut' || course === 'empty' ? undefined : outlineOf(view, width, height),
    blackAndWhite: course === 'empty' ? undefined : course === 'grey',
  }
}

/** The source's own labels, as of what is printed on it, and those of this photograph in the manifest's words. */
function labelsOf(
  source: FlatSource,
  course: Course,
  backdrop: string,
  isCluttered: boolean,
  view: DocumentView,
  maskPath: string | undefined,
): Record<string, string> {
  const {
    doc_type = '',
    side = '',
    country = '',
    mrz_format = '',
    mrz_text = '',
    mrz_check_digits_valid = '',
  } = source.labels
  const [[left, top], [right, rightTop]] = outlineOf(view, 1, 1)
  return {
    ...{ doc_type, side, country, mrz_format, mrz_text, mrz_check_digits_valid },
    source: source.name,
    backdrop,
    cluttered: isCluttered ? 'yes' : 'no',
    cropped_or_cut: course === 'cut' ? 'yes' : course === 'empty' ? '' : 'no',
    hand_or_finger: course === 'fingers' ? 'yes' : course === 'empty' ? '' : 'no',
    hand_mask: (course === 'fingers' && maskPath) || '',
    documents: course === 'second' ? '2' : course === 'empty' ? '0' : '1',
    px_per_mm: (Math.hypot(right - left, rightTop - top) / view.width).toFixed(2),
  }
}

/** Shapes of pictures as phones take them, upright and on their side. */
const shapes = [4 / 3, 4 / 3, 3 / 4, 16 / 9, 3 / 4] as const
/** A scan is never enlarged by more than this, or a clean picture would not be sharp. */
const mostEnlarged = 1.25

function aim(random: Random, source: FlatSource, course: Course) {
  const aspect = random.pick(shapes)
  const longest = random.chance(0.15) ? random.whole(2600, 4032) : random.whole(1600, 2100)
  const [mostFill, leastFill] = course === 'second' ? [0.5, 0.32] : [0.95, 0.35]
  // The share of the picture's width the scan can fill and stay sharp; a smaller picture where that is too little.
  const most = (source.widthPx * mostEnlarged) / Math.min(longest, longest * aspect)
  const side = most < leastFill ? 1600 : longest
  const width = Math.round(aspect >= 1 ? side : side * aspect)
  const height = Math.round(aspect >= 1 ? side / aspect : side)
  const sizeMm = sizeOf(source)
  let fill = Math.min(random.between(leastFill, mostFill), (source.widthPx * mostEnlarged) / width)
  const strong = random.chance(0.3) ? 0.5 : 0.2
  const pose = {
    roll: random.chance(0.25) ? random.normal() * 0.02 : random.between(-0.44, 0.44),
    tilt: random.between(-strong, strong),
    pan: random.between(-strong, strong),
  }
  const drift = [random.between(-1, 1), random.between(-1, 1)] as const
  let room = 1
  const inFrame = () => {
    const away = (share: number) => 0.5 + share * 0.5 * room * (1 - fill)
    return viewFrom(sizeMm, { ...pose, fill, centre: [width * away(drift[0]), height * away(drift[1])] }, width, height)
  }
  let view = inFrame()
  // Nearer to the middle first, then smaller, until all corners show.
  while (!isWhole(outlineOf(view, width, height)) && fill > 0.2) {
    if (room > 0.2) room *= 0.8
    else fill *= 0.97
    view = inFrame()
  }
  if (course === 'cut') view = slid(random, sizeMm, { ...pose, fill: Math.max(fill, 0.45) }, width, height)
  const [[left, top], [right, rightTop]] = outlineOf(view, width, height)
  const flatWidth = Math.hypot((right - left) * width, (rightTop - top) * height)
  return { view, width, height, flatWidth: Math.min(flatWidth, source.widthPx) }
}

function sizeOf({ labels, kind }: FlatSource): { width: number; height: number } {
  const widthMm = kind === 'passport_page' ? 125 : 85.6
  if (labels.width) return { width: widthMm, height: (widthMm * Number(labels.height)) / Number(labels.width) }
  return { width: widthMm, height: kind === 'passport_page' ? 88 : 53.98 }
}

function isWhole(outline: Outline): boolean {
  return outline.every(([x, y]) => Math.min(x, y, 1 - x, 1 - y) > 0.012)
}

/** With 5–25 % of the document outside one side of the picture, or outside two. */
function slid(
  random: Random,
  sizeMm: { width: number; height: number },
  pose: { roll: number; tilt: number; pan: number; fill: number },
  width: number,
  height: number,
): DocumentView {
  const reach = outlineOf(viewFrom(sizeMm, { ...pose, centre: [0, 0] }, width, height), 1, 1)
  const half = [0, 1].map((axis) => Math.max(...reach.map((point) => point[axis]!)))
  const outside = random.between(0.1, 0.5)
  const at = (axis: 0 | 1) => {
    const length = [width, height][axis]!
    const inset = half[axis]! * (1 - outside)
    return random.chance(0.5) ? inset : length - inset
  }
  const side = random.pick(['across', 'down', 'both'] as const)
  const centre = [side === 'down' ? width / 2 : at(0), side === 'across' ? height / 2 : at(1)] as const
  return viewFrom(sizeMm, { ...pose, centre }, width, height)
}

/** A second document, drawn, in that half of the picture where the first leaves more room. */
async function layBeside(random: Random, scene: Scene, { toPicture }: DocumentView, n: number): Promise<void> {
  const { width, height } = scene
  const other = drawnDocument(random, `composed/${n}/second`)
  const [x, y] = [toPicture[2] / toPicture[8], toPicture[5] / toPicture[8]]
  const centre = [width * (x < width / 2 ? 0.76 : 0.24), height * (y < height / 2 ? 0.76 : 0.24)] as const
  const pose = { fill: random.between(0.35, 0.45), roll: random.between(-0.4, 0.4), tilt: 0.1, pan: -0.1, centre }
  const view = viewFrom(sizeOf(other), pose, width, height)
  layDocument(scene, await other.open(pose.fill * width), view, rowsOf(outlineOf(view, width, height), height))
}

function spoilOf(random: Random, course: Course): SpoilOptions[] {
  const amount = random.between(0.1, 0.95)
  if (course === 'defocus') return [{ kind: 'defocus', amount }]
  if (course === 'motion') return [{ kind: 'motion_blur', amount }]
  if (course === 'part') return [{ kind: random.pick(['defocus', 'motion_blur'] as const), amount, where: 'part' }]
  if (course === 'glare') return [{ kind: 'glare', amount }]
  if (course === 'fingers') return [{ kind: 'fingers', amount }]
  if (course === 'grey') return [{ kind: 'black_and_white' }]
  return []
}

async function photograph(
  random: Random,
  scene: Scene,
  view: DocumentView,
  spoil: SpoilOptions[],
): Promise<{ bytes: Buffer; spoilt: Spoilt[] }> {
  const { width, height } = scene
  const subject = documentSubject(view, width, height)
  const fingers = spoil.find(({ kind }) => kind === 'fingers')
  const held = fingers ? [await holdDown(random, scene, view, makeLook(random, 'F'), fingers)] : []
  const blurred = blurScene(random, scene, subject, spoil)
  const { light } = castLight(random, width, height, subject, spoil)
  const { added, spoilt: shining } = throwBack(random, width, height, subject, spoil)
  const warmth = random.normal() * 0.04
  const exposure = { light, added, gains: [1 + warmth, 1, 1 - warmth] as const, noise: random.between(0.8, 2.6) }
  const finished = await spoilFile(develop(blurred.scene, exposure, random), spoil)
  const quality = random.whole(75, 95)
  const bytes = await encode(finished.picture, { format: 'jpeg', quality, orientation: 1, exif: null })
  return { bytes, spoilt: [...held, ...blurred.spoilt, ...shining, ...finished.spoilt] }
}
