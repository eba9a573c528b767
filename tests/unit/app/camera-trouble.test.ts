import { expect, it } from 'vitest'
import { cameraTrouble } from '#app/resubmit/[token]/camera/camera-trouble'

it.each([
  ['somebody refused it', 'NotAllowedError', 'Permission denied', 'denied'],
  ['the page may not ask', 'SecurityError', '', 'denied'],
  ['the device’s own settings refuse it', 'NotAllowedError', 'Permission denied by system', 'off'],
  ['there is none', 'NotFoundError', 'Requested device not found', 'unavailable'],
  ['another program uses it', 'NotReadableError', 'Could not start video source', 'unavailable'],
] as const)('where %s, that is what is said', (_, name, message, trouble) => {
  expect(cameraTrouble(new DOMException(message, name))).toBe(trouble)
})

it('a camera that was pulled out is unavailable', () => {
  expect(cameraTrouble(new Event('ended'))).toBe('unavailable')
})
