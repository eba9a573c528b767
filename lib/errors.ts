/** Codes of errors that are not bugs, with the HTTP status and the sentence anyone may read. */
const table = {
  NOT_SIGNED_IN: [401, 'Please sign in.'],
  API_KEY_INVALID: [401, 'The API key is missing, unknown or revoked.'],
  FORBIDDEN: [403, 'You may not do this.'],
  PICTURE_VEILED: [403, 'Claim this submission to see its pictures.'],
  LOCKED: [423, 'This session is locked. Give your password to go on.'],
  NOT_FOUND: [404, 'There is no such thing, or it is not yours to see.'],
  CONFLICT: [409, 'Somebody else was faster. Reload and look again.'],
  IDEMPOTENCY_KEY_REUSED: [409, 'This Idempotency-Key was used before with other content.'],
  LINK_INVALID: [404, 'This link is not valid.'],
  LINK_EXPIRED: [410, 'This link has expired. Ask for a new one.'],
  INVALID_INPUT: [422, 'Something in the request is not valid.'],
  PAYLOAD_TOO_LARGE: [413, 'The request is larger than can be taken.'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'The request must be multipart/form-data.'],
  TOO_MANY_REQUESTS: [429, 'Too many requests. Wait a little and try again.'],
  UNAVAILABLE: [503, 'This is not possible right now. Try again in a moment.'],
} as const satisfies Record<string, readonly [number, string]>

export type ErrorCode = keyof typeof table

/** An expected failure: thrown anywhere, mapped once at the doors. `detail` is safe to show to the sender. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: string | null

  constructor(code: ErrorCode, detail: string | null = null) {
    super(detail ?? table[code][1])
    this.name = 'AppError'
    this.code = code
    this.detail = detail
  }

  get status(): number {
    return table[this.code][0]
  }
}

/** An outcome that is expected and shown next to the button. */
export interface Refused<Reason extends string> {
  ok: false
  reason: Reason
  message: string
}

/** An answer of an operation rather than a failure; `message` is for the person who pressed the button. */
export function refused<const Reason extends string>(reason: Reason, message: string): Refused<Reason> {
  return { ok: false, reason, message }
}
