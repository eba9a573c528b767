/** What an action answers when nobody answered. */
const unreachable = {
  ok: false as const,
  reason: 'UNREACHABLE',
  message: 'The server did not answer. Check the connection and try again.',
}

/** The answer of a server action, with a lost connection turned into a refusal like any other instead of an error page. */
export function orRefusal<Answer>(answer: Promise<Answer>): Promise<Answer | typeof unreachable> {
  return answer.catch(() => unreachable)
}
