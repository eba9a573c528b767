/** Browsers as far as they differ in how a page is allowed the camera, by how they name themselves; the first that fits counts. */
const names = {
  in_app: /; wv\)|FB_IAB|FBA[NV]|Instagram|Line\/|MicroMessenger|LinkedInApp|Snapchat|(?:iPhone|iPad)(?!.*Safari)/,
  samsung_internet: /SamsungBrowser/,
  firefox_android: /Android.+Firefox/,
  chrome_android: /Android.+Chrome/,
  /** Any but Safari, on a phone or tablet of Apple's. */
  ios_browser: /(?:iPhone|iPad|iPod).+(?:CriOS|FxiOS|EdgiOS|OPT|GSA|DuckDuckGo)\//,
  safari_ios: /iPhone|iPad|iPod/,
  firefox: /Firefox\//,
  /** And what is made of it, like Edge. */
  chrome: /Chrome\//,
  /** An iPad calls itself a Mac. */
  safari: /Macintosh.+Safari/,
} as const

export type Browser = keyof typeof names
export const browsers = Object.keys(names) as Browser[]

/** Which browser a `User-Agent` tells of; null where none we know. */
export function browserOf(userAgent: string): Browser | null {
  return browsers.find((browser) => names[browser].test(userAgent)) ?? null
}
