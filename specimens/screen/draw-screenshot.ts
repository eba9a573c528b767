import sharp from 'sharp'
import type { Picture } from '#lib/domain/artifacts'
import type { Random } from '../random.ts'

/** Width × height in pixels of a screen, and pixels per unit of its own measure. */
interface Screen {
  width: number
  height: number
  scale: number
  system: 'ios' | 'android' | 'desktop'
}

const screens: readonly Screen[] = [
  { width: 750, height: 1334, scale: 2, system: 'ios' },
  { width: 828, height: 1792, scale: 2, system: 'ios' },
  { width: 1125, height: 2436, scale: 3, system: 'ios' },
  { width: 1170, height: 2532, scale: 3, system: 'ios' },
  { width: 1290, height: 2796, scale: 3, system: 'ios' },
  { width: 720, height: 1600, scale: 2, system: 'android' },
  { width: 1080, height: 2340, scale: 2.75, system: 'android' },
  { width: 1080, height: 2400, scale: 2.75, system: 'android' },
  { width: 1440, height: 3120, scale: 3.5, system: 'android' },
  { width: 1366, height: 768, scale: 1, system: 'desktop' },
  { width: 1920, height: 1080, scale: 1, system: 'desktop' },
  { width: 1440, height: 900, scale: 1, system: 'desktop' },
  { width: 2560, height: 1600, scale: 2, system: 'desktop' },
]

interface Theme {
  paper: string
  bar: string
  ink: string
  line: string
}

const themes: readonly Theme[] = [
  { paper: '#ffffff', bar: '#f7f7f8', ink: '#111111', line: '#d8d8dc' },
  { paper: '#000000', bar: '#000000', ink: '#ffffff', line: '#2c2c2e' },
  { paper: '#efeae2', bar: '#075e54', ink: '#ffffff', line: '#054c44' },
  { paper: '#f2f2f7', bar: '#ffffff', ink: '#202124', line: '#dadce0' },
  { paper: '#1f1f1f', bar: '#292a2d', ink: '#e8eaed', line: '#3c4043' },
]

/** A picture as it looks on a phone's or a computer's screen, saved from there: bars, words, and the picture between them. */
export async function drawScreenshot(random: Random, shown: Picture): Promise<Picture> {
  const screen = random.pick(screens)
  const theme = random.pick(themes)
  const { width, height } = screen
  const place = screen.system === 'desktop' ? desktopPlace(screen) : phonePlace(screen, shown, random)
  const svg = screen.system === 'desktop' ? desktop(screen, theme, random) : phone(screen, theme, random, place)
  const picture = await sharp(shown.data, { raw: { width: shown.width, height: shown.height, channels: 3 } })
    .resize(place.width, place.height, { fit: screen.system === 'desktop' ? 'inside' : 'cover' })
    .png()
    .toBuffer()
  const { data } = await sharp(Buffer.from(svg))
    .composite([{ input: picture, left: place.left, top: place.top }])
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width, height }
}

interface Place {
  left: number
  top: number
  width: number
  height: number
}

/** Fitted to the width below the bars, or as a bubble of a chat. */
function phonePlace({ width, height, scale }: Screen, shown: Picture, random: Random): Place {
  const inset = random.chance(0.4) ? Math.round(random.between(12, 70) * scale) : 0
  const across = width - 2 * inset
  const room = height - Math.round(240 * scale)
  const down = Math.min(room, Math.round((across * shown.height) / shown.width))
  const top = Math.round(120 * scale + (room - down) * random.between(0.2, 0.8))
  return { left: inset, top, width: across, height: down }
}

function desktopPlace({ width, height, scale }: Screen): Place {
  const top = Math.round(130 * scale)
  return {
    left: Math.round(40 * scale),
    top,
    width: Math.round(width * 0.7),
    height: height - top - Math.round(80 * scale),
  }
}

function rect(x: number, y: number, width: number, height: number, fill: string, round = 0): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" rx="${round}"/>`
}

function words(x: number, y: number, size: number, fill: string, text: string, anchor = 'start'): string {
  return `<text x="${x}" y="${y}" font-family="sans-serif" font-size="${size}" fill="${fill}" text-anchor="${anchor}">${text}</text>`
}

function phone({ width, height, scale: s, system }: Screen, theme: Theme, random: Random, place: Place): string {
  const clock = `${random.whole(0, 23)}:${String(random.whole(0, 59)).padStart(2, '0')}`
  const status = (system === 'ios' && s === 3 ? 47 : 24) * s
  const bar = 52 * s
  const middle = status * 0.62
  const parts = [
    rect(0, 0, width, height, theme.paper),
    rect(0, 0, width, status + bar, theme.bar),
    words(system === 'ios' ? 32 * s : 16 * s, middle, 14 * s, theme.ink, clock),
    rect(width - 42 * s, middle - 11 * s, 24 * s, 11 * s, theme.ink, 3 * s),
    ...[0, 1, 2, 3].map((n) =>
      rect(width - (86 - 5 * n) * s, middle - (3 + 2.4 * n) * s, 3 * s, (3 + 2.4 * n) * s, theme.ink),
    ),
    words(
      16 * s,
      status + bar * 0.62,
      18 * s,
      theme.ink,
      random.pick(['Photos', '‹ Back', '‹ Chats', 'IMG_2031', 'Today']),
      'start',
    ),
    rect(0, status + bar - 1, width, 1, theme.line),
  ]
  const lower = height - (system === 'ios' ? 34 : 48) * s
  if (random.chance(0.6)) {
    parts.push(rect(0, lower - 50 * s, width, 50 * s, theme.bar), rect(0, lower - 50 * s, width, 1, theme.line))
    for (let n = 0; n < 4; n++)
      parts.push(rect((width * (n + 0.5)) / 4 - 10 * s, lower - 36 * s, 20 * s, 20 * s, theme.ink, 4 * s))
  }
  if (random.chance(0.5))
    parts.push(words(place.left + 12 * s, place.top - 16 * s, 15 * s, theme.ink, 'This is my ID, thank you'))
  if (system === 'ios') parts.push(rect(width / 2 - 67 * s, height - 13 * s, 134 * s, 5 * s, theme.ink, 2.5 * s))
  else {
    parts.push(rect(0, lower, width, 48 * s, theme.paper))
    for (let n = 1; n < 4; n++)
      parts.push(rect((width * n) / 4 - 8 * s, lower + 16 * s, 16 * s, 16 * s, theme.ink, n === 2 ? 8 * s : 1))
  }
  return svgOf(width, height, parts)
}

function desktop({ width, height, scale: s }: Screen, theme: Theme, random: Random): string {
  const windows = random.chance(0.5)
  const parts = [
    rect(0, 0, width, height, theme.paper),
    rect(0, 0, width, 40 * s, theme.line),
    rect(8 * s, 8 * s, 220 * s, 32 * s, theme.bar, 6 * s),
    words(24 * s, 29 * s, 12 * s, theme.ink, random.pick(['my-id.jpg', 'Inbox (12)', 'Image preview'])),
    rect(0, 40 * s, width, 40 * s, theme.bar),
    rect(120 * s, 46 * s, width * 0.6, 28 * s, theme.line, 14 * s),
    words(140 * s, 65 * s, 13 * s, theme.ink, 'https://files.example/my-id.jpg'),
    rect(0, 80 * s - 1, width, 1, theme.line),
    words(40 * s, 112 * s, 20 * s, theme.paper === '#ffffff' ? '#111111' : theme.ink, 'my-id.jpg'),
  ]
  if (windows) {
    parts.push(rect(0, height - 44 * s, width, 44 * s, theme.bar))
    for (let n = 0; n < 7; n++)
      parts.push(rect(width / 2 + (n - 3) * 44 * s, height - 34 * s, 24 * s, 24 * s, theme.ink, 4 * s))
    parts.push(words(width - 12 * s, height - 18 * s, 11 * s, theme.ink, '11:42', 'end'))
  }
  return svgOf(width, height, parts)
}

function svgOf(width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`
}
