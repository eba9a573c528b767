import { lockScreen } from './session-lock.tsx'

/** What an action answers when nobody answered. */
const unreachable = {
  ok: false as const,
  reason: 'UNREACHABLE',
  message: 'The server did not answer. Check the connection and try again.',
}

/**
 * The answer of a server action, with a lost connection turned into a refusal like any other instead of an error page. Where the
 * session turns out to be locked, the lock screen comes up.
 */
export async function orRefusal<Answer>(answer: Promise<Answer>): Promise<Answer | typeof unreachable> {
  const heard = await answer.catch(() => unreachable)
  if (isRefusal(heard) && heard.reason === 'LOCKED') lockScreen()
  return heard
}

function isRefusal(answer: unknown): answer is { reason: unknown } {
  return typeof answer === 'object' && answer !== null && 'reason' in answer
}
