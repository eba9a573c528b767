/**
 * `npm run screenshots`: saves every page, light and dark, at 1440 px, the desk’s also at 1024 px and the customer’s at 390 px, into ./screenshots; with
 * `--readme` also the README's three into docs/images. Uses the application that runs at PORT, or starts one of its own with
 * the demo in it, which takes some minutes.
 */
import { mkdirSync } from 'node:fs'
import { readSettings, type Settings } from '#lib/env'
import { ensureChromium } from './chromium.ts'
import { orSayWhy } from './or-say-why.ts'
import { capture } from './screenshots/capture.ts'
import { withOwnServer } from './screenshots/own-server.ts'

const folders = process.argv.includes('--readme') ? ['screenshots', 'docs/images'] : ['screenshots']

await orSayWhy(async () => {
  await ensureChromium()
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  const settings = readSettings(process.env)
  if (await answers(settings)) await capture(settings, folders)
  else await withOwnServer((own) => capture(own, folders))
})

async function answers({ appOrigin }: Settings): Promise<boolean> {
  return fetch(`${appOrigin}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  )
}
