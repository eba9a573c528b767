import type { Page } from '@playwright/test'

export interface Decisions {
  /** Milliseconds from the confirming key to the next case's picture on the screen. */
  ahead: number[]
  /** The same where nothing was fetched ahead. */
  without: number[]
  /** Keys pressed for one approval. */
  keys: number
  /** Milliseconds of every interaction until its next paint. */
  interactions: number[]
}

/** As long as a quick look takes; what is fetched ahead has to be there by then. */
const lookMs = 2_000

/** What a reviewer does with a case before deciding; each is an interaction whose next paint is timed. */
const habits = [']', '[', 'o', 'o', '+', '-', '0']

/** Approves case after case, every other one with nothing fetched ahead: both under the same conditions, in one run. */
export async function decideLoop(page: Page, rounds: number): Promise<Decisions> {
  let allowed = true
  await page.route('**/api/next*', (route) => (allowed ? route.continue() : route.fulfill({ json: null })))
  await page.addInitScript(watchInteractions)
  await page.goto('/queue')
  await page.getByRole('button', { name: 'Review next' }).click()
  await page.waitForURL(/\/review\/[0-9a-f-]{36}/)
  const figures: Decisions = { ahead: [], without: [], keys: 0, interactions: [] }
  for (let round = 0; round <= 2 * rounds; round++) {
    await page.getByText('Held by you').waitFor()
    await page.waitForTimeout(lookMs)
    for (const key of habits) await page.keyboard.press(key)
    const keys = ['a', 'Enter']
    await page.keyboard.press(keys[0]!)
    await page.waitForTimeout(300)
    await page.evaluate(watchNextPicture)
    await page.keyboard.press(keys[1]!)
    const ms = await page.evaluate(() => (window as Watched).nextPicture)
    // The first round warms both sides up.
    if (round > 0) figures[allowed ? 'ahead' : 'without'].push(ms!)
    figures.keys = keys.length
    allowed = !allowed
  }
  figures.interactions = await page.evaluate(() => (window as Watched).interactions?.() ?? [])
  return figures
}

interface Watched extends Window {
  nextPicture?: Promise<number>
  interactions?: () => number[]
}

/** In the page: resolves once another case's picture has been decoded and a frame with it has been drawn. */
function watchNextPicture(): void {
  const before = document.querySelector('h1')?.textContent
  const picture = () => document.querySelector<HTMLImageElement>('[data-testid="capture-layers"] img')
  const isThere = (image: HTMLImageElement | null) =>
    document.querySelector('h1')?.textContent !== before && image?.complete && image.naturalWidth > 100
  ;(window as Watched).nextPicture = new Promise((resolve) => {
    const look = (pressedAt: number) => {
      const image = picture()
      if (!image || !isThere(image)) return requestAnimationFrame(() => look(pressedAt))
      const drawn = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressedAt)))
      image.decode().then(drawn, drawn)
    }
    window.addEventListener('keydown', ({ timeStamp }) => look(timeStamp), { capture: true, once: true })
  })
}

/** In the page: the event timing of every interaction; those under 16 ms, which browsers don't report, count as 16. */
function watchInteractions(): void {
  const longest = new Map<number, number>()
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (!entry.interactionId) continue
      longest.set(entry.interactionId, Math.max(entry.duration, longest.get(entry.interactionId) ?? 0))
    }
  })
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  ;(window as Watched).interactions = () => {
    const all = (performance as Performance & { interactionCount?: number }).interactionCount ?? longest.size
    return [...longest.values(), ...Array.from({ length: Math.max(0, all - longest.size) }, () => 16)]
  }
}
