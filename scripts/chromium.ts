import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { SettingError } from '#lib/setting-error'

const debian = '/usr/bin/chromium'

/** Sees to a browser for the tests: Debian's, installed when we may, or else Playwright's own. Throws `SettingError` without one. */
export async function ensureChromium(): Promise<void> {
  if (existsSync(debian)) return
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) installDebianChromium()
  if (existsSync(debian)) return
  throw new SettingError(
    'There is no browser to test with: install Debian\'s package "chromium", or run npx playwright install chromium.',
  )
}

function installDebianChromium(): void {
  console.log('Installing Chromium from the distribution …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']]) {
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env })
  }
}
