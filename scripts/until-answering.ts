import { setTimeout as sleep } from 'node:timers/promises'
import { SettingError } from '#lib/setting-error'

const answerSeconds = 60
/** What one asking may take: in development the first answer waits for the page to be compiled. */
const askSeconds = 20

/** Waits until the page answers. Throws `SettingError` where it does not within `seconds` or the process ended before; and when asked to stop. */
export async function untilAnswering(
  port: number,
  ended: Promise<unknown>,
  stopAsked: AbortSignal,
  seconds = answerSeconds,
): Promise<void> {
  let isRunning = true
  ended.then(() => {
    isRunning = false
  })
  for (const deadline = Date.now() + seconds * 1000; isRunning && Date.now() < deadline; await sleep(50)) {
    stopAsked.throwIfAborted()
    const status = await healthStatus(port, stopAsked, Math.min(askSeconds * 1000, deadline - Date.now()))
    if (status !== null && status < 500) return
  }
  throw new SettingError(`The web process did not answer on port ${port}; its log says why.`)
}

/** Null where nothing answers in time: a process may take the connection and then hang. */
async function healthStatus(port: number, stopAsked: AbortSignal, timeoutMs: number): Promise<number | null> {
  const signal = AbortSignal.any([stopAsked, AbortSignal.timeout(Math.max(1, timeoutMs))])
  return fetch(`http://127.0.0.1:${port}/api/health`, { redirect: 'manual', signal }).then(
    (response) => response.status,
    () => null,
  )
}
