import type { Page } from '@playwright/test'
import type { Role } from '#lib/domain/permissions'

export interface Shot {
  /** The file's name without theme and ending. */
  name: string
  role: Role | null
  /** Opens the page; where its address depends on what is there, by going the way a person would. A colleague has a page of their own. */
  open: (page: Page, colleague: () => Promise<Page>) => Promise<unknown>
  /** Also at 1024 px, as on a tablet. */
  tablet?: true
  /** 390 px wide, as on a phone. */
  phone?: true
  /** Its name in docs/images, in the light theme. */
  readme?: string
}

const at = (path: string) => (page: Page) => page.goto(path)

/** A customer's page that is open and whose message carries a text. An admin finds links in the outbox, then signs out. */
async function openCustomerPage(page: Page, text: string) {
  await page.goto('/outbox?status=sent')
  const messages = page.getByRole('list', { name: 'Messages' }).getByRole('listitem').filter({ hasText: text })
  await messages.first().waitFor()
  const paths = (await messages.allTextContents()).flatMap((body) => /\/resubmit\/\S{43}/.exec(body) ?? [])
  await page.context().clearCookies()
  for (const path of paths) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if ((await page.getByRole('img').count()) > 0) return
  }
  throw new Error(`No customer's page with "${text}" is open`)
}

async function openFirst(page: Page, from: string, name: RegExp) {
  await page.goto(from)
  await page.getByRole('link', { name }).first().click()
  await page.waitForURL((url) => url.pathname !== from.split('?')[0])
}

/** A review with all that the checks saw drawn on the picture. */
async function openLayers(page: Page) {
  await openReview(page, '/queue?flag=glare')
  await page.getByRole('button', { name: 'Layers and light' }).click()
  const panel = page.getByRole('region', { name: 'Layers and light' })
  await panel.waitFor()
  for (const layer of await panel.getByRole('group', { name: 'Layers' }).getByRole('checkbox').all())
    await layer.check()
}

/** A review with the document's portrait beside the selfie. */
async function openComparison(page: Page) {
  await openReview(page, '/queue?flag=cropping')
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'Stop comparing' }).waitFor()
}

/** A tab beside the picture, of the demo's case with the longest history: its notes name the reviewer. */
async function openTab(page: Page, tab: 'Facts' | 'History' | 'Notes') {
  await openFirst(page, '/mentions', /^RT-/)
  await page.getByRole('tab', { name: tab }).click()
  const lists = { Facts: 'Fields of the document', History: 'Attempts', Notes: 'Notes' }
  await page.getByRole('list', { name: lists[tab], exact: true }).waitFor()
}

/** A case that waits for its customer, as support sees it. */
async function openCase(page: Page) {
  await page.goto('/queue?status=resubmission_requested')
  const link = await page.getByRole('link', { name: /^RT-/ }).first().textContent()
  await page.goto(`/support?q=${link?.match(/RT-\w{4}-\w{4}/)?.[0]}`)
}

/** The first submission of a queue, once its picture is there. */
async function openReview(page: Page, queue: string) {
  await openFirst(page, queue, /^RT-/)
  await page.getByTestId('capture-stage').locator('img').first().waitFor()
}

/** What somebody else opened first. */
async function openHeld(page: Page, colleague: () => Promise<Page>) {
  const other = await colleague()
  await openReview(other, '/queue?flag=exposure')
  await other.getByText('Held by you').waitFor()
  await page.goto(other.url())
  await page
    .getByText(/ holds this submission/)
    .first()
    .waitFor()
}

async function openPalette(page: Page) {
  await page.goto('/queue')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('dialog').waitFor()
}

async function selectRows(page: Page) {
  await page.goto('/queue')
  for (const row of [0, 1, 2])
    await page
      .getByRole('table')
      .getByRole('checkbox')
      .nth(row + 1)
      .check()
}

export const shots: Shot[] = [
  { name: 'sign-in', role: null, open: at('/sign-in') },
  { name: 'queue', role: 'reviewer', open: at('/queue'), readme: 'queue', tablet: true },
  { name: 'queue-late', role: 'reviewer', open: at('/queue?due=late') },
  { name: 'queue-empty', role: 'reviewer', open: at('/queue?q=nobody-has-this') },
  { name: 'queue-selection', role: 'reviewer', open: selectRows },
  {
    name: 'review',
    role: 'reviewer',
    open: (page) => openReview(page, '/queue?flag=glare'),
    readme: 'review',
    tablet: true,
  },
  { name: 'review-blur', role: 'reviewer', open: (page) => openReview(page, '/queue?flag=sharpness') },
  { name: 'review-layers', role: 'reviewer', open: openLayers },
  { name: 'review-compare', role: 'reviewer', open: openComparison, tablet: true },
  { name: 'review-facts', role: 'reviewer', open: (page) => openTab(page, 'Facts'), tablet: true },
  { name: 'review-history', role: 'reviewer', open: (page) => openTab(page, 'History') },
  { name: 'review-notes', role: 'reviewer', open: (page) => openTab(page, 'Notes') },
  {
    name: 'review-second',
    role: 'reviewer',
    open: (page) => openReview(page, '/queue?status=second_review'),
    tablet: true,
  },
  { name: 'review-held', role: 'reviewer', open: openHeld },
  { name: 'palette', role: 'reviewer', open: openPalette },
  { name: 'session', role: 'reviewer', open: at('/session') },
  { name: 'mentions', role: 'reviewer', open: at('/mentions') },
  { name: 'keys', role: 'reviewer', open: at('/settings/keys') },
  { name: 'support', role: 'support', open: at('/support') },
  { name: 'case', role: 'admin', open: openCase },
  { name: 'intake', role: 'reviewer', open: at('/intake') },
  { name: 'stats', role: 'manager', open: at('/stats') },
  { name: 'audit', role: 'manager', open: at('/audit') },
  { name: 'outbox', role: 'admin', open: at('/outbox') },
  { name: 'wordings', role: 'manager', open: at('/settings/reasons?locale=lv') },
  { name: 'wording', role: 'manager', open: at('/settings/reasons/image_blurry?locale=lv') },
  { name: 'policies', role: 'manager', open: at('/settings/policies') },
  { name: 'users', role: 'admin', open: at('/settings/users') },
  { name: 'api-keys', role: 'admin', open: at('/settings/api-clients') },
  { name: 'not-found', role: 'admin', open: at('/nothing-here') },
  {
    name: 'customer',
    role: 'admin',
    phone: true,
    open: (page) => openCustomerPage(page, 'shines'),
    readme: 'customer',
  },
  { name: 'customer-latvian', role: 'admin', phone: true, open: (page) => openCustomerPage(page, 'Ko darīt') },
  { name: 'customer-unknown-link', role: null, phone: true, open: at('/resubmit/nothing-of-ours') },
]
