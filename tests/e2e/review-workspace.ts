import type { Locator, Page } from '@playwright/test'
import { expect } from '../test.ts'

/** The review workspace as a reviewer sees it. */
export class ReviewWorkspace {
  readonly page: Page
  readonly decision: Locator
  readonly stage: Locator
  readonly picture: Locator
  readonly preview: Locator
  readonly chosen: Locator
  readonly note: Locator
  readonly lock: Locator
  /** What screen readers are told. */
  readonly told: Locator

  constructor(page: Page) {
    this.page = page
    this.decision = page.getByRole('region', { name: 'Decision' })
    this.stage = page.getByRole('application')
    this.picture = this.stage.getByRole('img')
    this.preview = page.getByRole('region', { name: 'Message to the customer' })
    this.chosen = page.getByRole('list', { name: 'Chosen reasons' })
    this.note = page.getByRole('textbox', { name: 'Internal note' })
    this.lock = page.getByRole('dialog', { name: 'Locked' })
    this.told = page.getByRole('status', { name: 'Announcements' })
  }

  /** Opens a submission and waits until it is in one's hands and its checks have ended. */
  async open(submissionId: string): Promise<void> {
    await this.page.goto(`/review/${submissionId}`)
    await this.ready()
  }

  async ready(): Promise<void> {
    await expect(this.page.getByText('Held by you', { exact: true })).toBeVisible({ timeout: 20_000 })
    await expect(this.button('Approve')).toBeVisible({ timeout: 40_000 })
    // Said once the page's script stands: keys pressed before that would be lost.
    await expect(this.told).not.toBeEmpty()
  }

  /** Waits until another submission than this has been opened and claimed. */
  async nextAfter(reference: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: /^RT-/ })).not.toHaveText(reference)
    await this.ready()
  }

  /** Presses keys one after the other, as fast as they go. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async unlockWith(password: string): Promise<void> {
    await this.lock.getByLabel('Password').fill(password)
    await this.page.keyboard.press('Enter')
  }

  button(name: string): Locator {
    return this.decision.getByRole('button', { name, exact: true }).first()
  }

  capture(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Captures' }).getByRole('button', { name })
  }

  finding(title: string): Locator {
    const buttons = this.page.getByRole('tabpanel', { name: /Findings/ }).getByRole('button', { name: title })
    return buttons.and(this.page.locator('[data-finding]'))
  }

  /** Subject and text of the message as they stand in the preview. */
  async previewText(): Promise<string> {
    return (await this.preview.getByRole('paragraph').allTextContents()).join('\n')
  }

  async show(tab: 'Findings' | 'Facts' | 'History'): Promise<void> {
    await this.page.getByRole('tab', { name: tab }).click()
  }

  /** The submission that is open now; the title of the case it belongs to. */
  heading(reference: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: reference })
  }

  /** The farthest any corner of a drawn region lies from the place on the picture it speaks of, in CSS pixels. */
  overlayErrorPx(): Promise<number> {
    return this.stage.evaluate((stage) => {
      const layers = stage.querySelector<HTMLElement>('[data-testid=capture-layers]')!
      // With what moves all of it while a hand is on it.
      let matrix = new DOMMatrix()
      for (let element: HTMLElement = layers; element !== stage; element = element.parentElement!)
        matrix = new DOMMatrix(getComputedStyle(element).transform).multiply(matrix)
      const { a, b, c, d, e, f } = matrix
      const { left, top } = stage.getBoundingClientRect()
      const distances = [...stage.querySelectorAll<SVGPolygonElement>('[data-region] polygon')].flatMap((polygon) =>
        [...polygon.points].map((corner) => {
          const drawn = corner.matrixTransform(polygon.getScreenCTM()!)
          const [x, y] = [corner.x * layers.offsetWidth, corner.y * layers.offsetHeight]
          return Math.hypot(drawn.x - (left + a * x + c * y + e), drawn.y - (top + b * x + d * y + f))
        }),
      )
      return distances.length === 0 ? Number.NaN : Math.max(...distances)
    })
  }
}
