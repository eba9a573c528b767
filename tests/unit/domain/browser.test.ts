import { expect, it } from 'vitest'
import { type Browser, browserOf } from '#lib/domain/browser'

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const iPhone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webKit}`
const android = 'Mozilla/5.0 (Linux; Android 10; K)'

it.each<[string, string, Browser | null]>([
  ['Chrome on Android', `${android} ${blink} Chrome/139.0.0.0 Mobile Safari/537.36`, 'chrome_android'],
  [
    'Samsung Internet',
    `${android} ${blink} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    'samsung_internet',
  ],
  ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0', 'firefox_android'],
  [
    'a view inside an Android app',
    `Mozilla/5.0 (Linux; Android 14; SM-S911B Build/UP1A; wv) ${blink} Version/4.0 Chrome/139.0.0.0 Mobile Safari/537.36`,
    'in_app',
  ],
  ['a view inside an iPhone’s app', `${iPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/500.0]`, 'in_app'],
  ['another one that names no browser', `${iPhone} Mobile/15E148`, 'in_app'],
  ['Safari on an iPhone', `${iPhone} Version/18.5 Mobile/15E148 Safari/604.1`, 'safari_ios'],
  ['Chrome on an iPhone', `${iPhone} CriOS/139.0.7258.76 Mobile/15E148 Safari/604.1`, 'ios_browser'],
  ['Firefox on an iPhone', `${iPhone} FxiOS/142.0 Mobile/15E148 Safari/605.1.15`, 'ios_browser'],
  [
    'Safari on a Mac, or an iPad',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/18.5 Safari/605.1.15`,
    'safari',
  ],
  [
    'Edge on Windows, made of Chrome',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0`,
    'chrome',
  ],
  ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'firefox'],
  ['one we don’t know', 'Lynx/2.9.2 libwww-FM/2.14', null],
])('%s is told by its name', (_, userAgent, browser) => {
  expect(browserOf(userAgent)).toBe(browser)
})
