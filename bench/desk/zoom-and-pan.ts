import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Locator, Page } from '@playwright/test'

/** How smoothly a picture moved: frames a second drawn while hands were on it, and the longest waits between two. */
export interface Smoothness {
  framesPerSecond: number
  /** 95th percentile of the time between two frames, in milliseconds. */
  p95FrameMs: number
  longestFrameMs: number
}

export interface ZoomAndPanFigures {
  zoom: Smoothness
  pan: Smoothness
  /** Pixels of the capture, in millions, and how many regions lay on it. */
  megapixels: number
  regions: number
}

interface TraceEvent {
  name: string
  /** Microseconds. */
  ts: number
}

/** As often as a screen of 60 Hz asks for input. */
const inputMs = 1000 / 60
const movements = 150

/**
 * Zooms into the capture on show and drags it about with real input events, while Chromium's own trace counts the frames it
 * draws. The page has the submission open and its picture unveiled.
 */
export async function zoomAndPan(page: Page): Promise<ZoomAndPanFigures> {
  const stage = page.getByTestId('capture-stage')
  const { x, y, width, height } = (await stage.boundingBox())!
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  await showEverything(page, stage)
  await page.mouse.move(middleX, middleY)
  const size = await stage.getByTestId('capture-layers').evaluate((layers: HTMLElement) => ({
    width: layers.offsetWidth,
    height: layers.offsetHeight,
  }))
  const zoom = await traced(page, async (step) => {
    // In for a half, out for the other, by notches of a quarter of a wheel's.
    await page.mouse.wheel(0, step < movements / 2 ? -25 : 25)
  })
  await zoomToPixels(page, stage)
  await page.mouse.down()
  const pan = await traced(page, async (step) => {
    const angle = (4 * Math.PI * step) / movements
    await page.mouse.move(middleX + (width / 3) * Math.sin(angle), middleY + (height / 3) * (1 - Math.cos(angle)))
  })
  await page.mouse.up()
  const regions = await stage.locator('[data-region]').count()
  return { zoom, pan, megapixels: (size.width * size.height) / 1e6, regions }
}

/** Switches every layer on that the capture has: words, fields, landmarks and heat on top of regions and outline. */
async function showEverything(page: Page, stage: Locator): Promise<void> {
  await stage.focus()
  await page.keyboard.press('v')
  const panel = page.getByRole('region', { name: 'Layers and light' })
  await panel.waitFor()
  for (const layer of await panel.getByRole('group', { name: 'Layers' }).getByRole('checkbox').all())
    await layer.check()
  await panel.getByRole('button', { name: 'Close' }).click()
}

/** Until one pixel of the picture has one of the screen, where panning has most to fetch and to draw. */
async function zoomToPixels(page: Page, stage: Locator): Promise<void> {
  const zoomed = page.getByRole('status', { name: 'Zoom' })
  await stage.focus()
  while (Number.parseFloat((await zoomed.textContent()) ?? '100') < 100) await page.keyboard.press('+')
}

async function traced(page: Page, move: (step: number) => Promise<void>): Promise<Smoothness> {
  const session = await page.context().newCDPSession(page)
  const events = await trace(session, async () => {
    // As a hand does: each input goes out on time, whether or not the one before has been drawn.
    const started = performance.now()
    const inputs: Promise<void>[] = []
    for (let step = 0; step < movements; step++) {
      inputs.push(move(step))
      await sleep(Math.max(0, started + (step + 1) * inputMs - performance.now()))
    }
    await Promise.all(inputs)
  })
  await session.detach()
  return smoothness(events.filter(({ name }) => name === 'DrawFrame').map(({ ts }) => ts / 1000))
}

async function trace(session: CDPSession, run: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])))
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'] },
  })
  await run()
  await session.send('Tracing.end')
  await complete
  return events
}

function smoothness(drawnMs: readonly number[]): Smoothness {
  const at = drawnMs.toSorted((a, b) => a - b)
  const waits = at
    .slice(1)
    .map((ms, index) => ms - at[index]!)
    .sort((a, b) => a - b)
  if (waits.length === 0) throw new Error('Chromium drew no frame')
  return {
    framesPerSecond: (1000 * waits.length) / (at.at(-1)! - at[0]!),
    p95FrameMs: waits[Math.floor(0.95 * waits.length)]!,
    longestFrameMs: waits.at(-1)!,
  }
}
