import { gzipSync } from 'node:zlib'
import type { APIRequestContext } from '@playwright/test'

/**
 * Kilobytes of script, gzipped, that a browser fetches to show a page for the first time: every script its HTML names, polyfills
 * for browsers without modules left out. What is loaded later on demand doesn't count, and what is preloaded does.
 */
export async function firstLoadKilobytes(request: APIRequestContext, path: string): Promise<number> {
  const answer = await request.get(path)
  const html = await answer.text()
  if (!answer.ok() || new URL(answer.url()).pathname !== path) throw new Error(`${path} led to ${answer.url()}`)
  const scripts = new Set(html.match(/\/_next\/static\/[^"'\\\s]+\.js/g))
  for (const [tag] of html.matchAll(/<script[^>]*\bnomodule\b[^>]*>/gi)) {
    const polyfill = /\/_next\/static\/[^"'\\\s]+\.js/.exec(tag)?.[0]
    if (polyfill) scripts.delete(polyfill)
  }
  if (scripts.size === 0) throw new Error(`${path} names no script`)
  const bodies = await Promise.all([...scripts].map(async (script) => (await request.get(script)).body()))
  return bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0) / 1000
}
