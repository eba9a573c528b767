/** `denied` by the customer or the browser, `off` in the device's own settings, `unavailable` where there is none or it doesn't start. */
export type CameraTrouble = 'denied' | 'off' | 'unavailable'

/** What keeps a page from the camera, by what the browser says. Chrome alone tells a device's own settings from the page's. */
export function cameraTrouble(error: unknown): CameraTrouble {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  if (name !== 'NotAllowedError' && name !== 'SecurityError') return 'unavailable'
  return /by system/i.test(message) ? 'off' : 'denied'
}
