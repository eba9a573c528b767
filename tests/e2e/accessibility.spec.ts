import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Role } from '#lib/domain/permissions'
import { picture } from '../factories.ts'
import { expect, test } from '../test.ts'
import { type ArrangedCase, decidedCase, linkPath, waitingCase } from './arrange.ts'

/** WCAG 2.2 at levels A and AA, by the tags axe gives its rules. */
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let waiting: ArrangedCase
let sentBack: ArrangedCase

test.beforeAll(async () => {
  waiting = await waitingCase({ spoil: [{ kind: 'glare', amount: 0.8 }] })
  sentBack = await decidedCase('resubmission_requested', ['image_glare'], { locale: 'lv' })
})

/** Every page: who opens it, where it is, and what is opened on it before it is judged. */
const pages: {
  name: string
  role: Role | null
  path: () => string | Promise<string>
  open?: (page: Page) => unknown
}[] = [
  { name: 'sign-in', role: null, path: () => '/sign-in' },
  { name: 'missing page', role: 'admin', path: () => '/nothing-here' },
  { name: 'queue', role: 'reviewer', path: () => '/queue' },
  { name: 'review', role: 'reviewer', path: () => `/review/${waiting.submissionId}` },
  { name: 'decided review', role: 'reviewer', path: () => `/review/${sentBack.submissionId}` },
  {
    name: 'command palette',
    role: 'reviewer',
    path: () => '/support',
    open: async (page) => {
      await page.getByRole('button', { name: 'Find' }).first().click()
      await page.getByRole('combobox').fill('ke')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'locked screen',
    role: 'reviewer',
    path: () => '/session',
    open: async (page) => {
      await page.getByRole('button', { name: /Demo reviewer/ }).click()
      await page.getByRole('button', { name: 'Lock the screen' }).click()
      await page.getByRole('dialog', { name: 'Locked' }).waitFor()
    },
  },
  {
    name: 'keys',
    role: 'support',
    path: () => '/settings/keys',
    open: async (page) => {
      await page.getByRole('button', { name: 'Key for Approve' }).click()
      await page.keyboard.press('x')
    },
  },
  { name: 'support', role: 'support', path: () => '/support' },
  { name: 'support, nothing found', role: 'support', path: () => '/support?q=RT-0000-0000' },
  { name: 'case', role: 'support', path: () => `/support/${sentBack.caseId}` },
  {
    name: 'question before a new link',
    role: 'support',
    path: () => `/support/${sentBack.caseId}`,
    open: (page) => page.getByRole('button', { name: 'New link' }).click(),
  },
  { name: 'intake', role: 'reviewer', path: () => '/intake' },
  {
    name: 'intake with problems',
    role: 'reviewer',
    path: () => '/intake',
    open: (page) => page.getByRole('button', { name: 'Send for review' }).click(),
  },
  { name: 'stats', role: 'manager', path: () => '/stats' },
  {
    name: 'stats as a table',
    role: 'manager',
    path: () => '/stats',
    open: (page) => page.getByRole('button', { name: 'Table of Outcomes' }).click(),
  },
  { name: 'audit', role: 'manager', path: () => '/audit' },
  {
    name: 'audit entry',
    role: 'manager',
    path: () => '/audit?type=submission.decided',
    open: (page) => page.getByText('decided:').first().click(),
  },
  {
    name: 'outbox',
    role: 'admin',
    path: () => '/outbox',
    open: (page) => page.getByRole('list', { name: 'Messages' }).getByRole('listitem').first().click(),
  },
  { name: 'wordings', role: 'manager', path: () => '/settings/reasons?locale=lv' },
  { name: 'wording', role: 'manager', path: () => '/settings/reasons/doc_fake?locale=lv' },
  { name: 'policies', role: 'manager', path: () => '/settings/policies' },
  { name: 'users', role: 'admin', path: () => '/settings/users' },
  {
    name: 'invitation',
    role: 'admin',
    path: () => '/settings/users',
    open: (page) => page.getByRole('button', { name: 'Invite' }).click(),
  },
  { name: 'API keys', role: 'admin', path: () => '/settings/api-clients' },
  { name: 'customer’s page', role: null, path: () => linkPath(sentBack) },
  {
    name: 'customer’s page with a photo missing',
    role: null,
    path: () => linkPath(sentBack),
    open: (page) => page.getByRole('button', { name: 'Nosūtīt' }).click(),
  },
  {
    name: 'customer’s page with a doubtful photo',
    role: null,
    path: () => linkPath(sentBack),
    open: async (page) => {
      const buffer = (await picture('id_front', { kind: 'glare', amount: 0.8 })).bytes
      await page.locator('input').last().setInputFiles({ name: 'new.jpg', mimeType: 'image/jpeg', buffer })
      await page.getByText('Varat uzņemt citu').waitFor()
    },
  },
  { name: 'unknown link', role: null, path: () => '/resubmit/nothing-of-ours' },
]

for (const { name, role, path, open } of pages) {
  test(`${name} keeps WCAG 2.2 AA in both themes and logs no error`, async ({ page, login }) => {
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 404')) errors.push(message.text())
    })
    // Fading things have no lasting colours to judge.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    if (role) await login(role)
    await page.goto(await path())
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await open?.(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze()
      const found = violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))
      expect(found, colorScheme).toEqual([])
    }
    expect(errors).toEqual([])
  })
}
