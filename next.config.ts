import type { NextConfig } from 'next'

/**
 * Sent with every answer; the content security policy with its nonce is proxy.ts's. `same-origin` keeps the customer's link out of
 * other sites' logs; `no-referrer` would make browsers send `Origin: null` with plain forms, which we refuse.
 */
const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
  'Strict-Transport-Security': 'max-age=31536000',
}

/** Cache Components stays off: every page is private and dynamic, and a prerendered shell can't carry a nonce. */
const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  // Types are checked once, with those of the tests, by `npm test`; a newcomer's first start needn't wait for it again.
  typescript: { ignoreBuildErrors: true },
  // Pictures are served by a route that asks who is looking; the optimiser would keep copies on disk.
  images: { unoptimized: true },
  serverExternalPackages: ['pg-boss', 'pino', 'tesseract.js'],
  turbopack: { root: import.meta.dirname },
  headers: async () => [
    { source: '/:path*', headers: Object.entries(headers).map(([key, value]) => ({ key, value })) },
  ],
}

export default config
