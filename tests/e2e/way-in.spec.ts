import { roles } from '#lib/domain/permissions'
import { expect, test } from '../test.ts'

test.describe('the way in', () => {
  for (const role of roles) {
    test(`a ${role} who signed in is let in`, async ({ page, login }) => {
      await login(role)
      await page.goto('/')
      await expect(page).not.toHaveURL(/sign-in/)
      await expect(page.getByRole('main')).toBeVisible()
    })
  }

  test('whoever has not signed in is asked to', async ({ page }) => {
    await page.goto('/queue')
    await expect(page).toHaveURL(/sign-in/)
  })

  test('the API answers to a key and to nothing else', async ({ request, apiKey }) => {
    const path = '/api/v1/submissions/0198a000-0000-7000-8000-000000000000'
    expect((await request.get(path)).status()).toBe(401)
    expect((await request.get(path, { headers: { authorization: `Bearer ${apiKey}x` } })).status()).toBe(401)
    expect((await request.get(path, { headers: { authorization: `Bearer ${apiKey}` } })).status()).toBe(404)
  })
})

test('every answer says how it may be used', async ({ request }) => {
  for (const path of ['/sign-in', '/api/health', '/nowhere']) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.stringMatching(/^(same-origin|no-referrer)$/),
      'x-frame-options': 'DENY',
    })
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('the picture optimiser, which would keep copies, is off', async ({ request }) => {
  expect((await request.get('/_next/image?url=%2Fx.png&w=640&q=75')).status()).toBe(404)
})
