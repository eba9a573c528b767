'use client'

/** An answer of ours; status 0 where nobody answered. */
export interface Answer {
  status: number
  body: unknown
}

export interface SendOptions {
  /** The same for every try of the same content: what arrived twice counts once. */
  idempotencyKey: string
  /** Share of the bytes that are on their way, 0..1. */
  onProgress: (share: number) => void
  /** Told before each pause: its length, or null while the device is offline and the pause ends with that. */
  onPause?: (seconds: number | null) => void
}

/** Seconds before the second try and those after it; then it gives up. */
const pauseSeconds = [1, 2, 4, 8, 15, 30]

/** Posts a form, and again after lost connections and errors on our side, until somebody answers or a minute of pauses is over. */
export async function sendForm(url: string, form: FormData, options: SendOptions): Promise<Answer> {
  for (const seconds of pauseSeconds) {
    const answer = await post(url, form, options)
    if (answer.status !== 0 && answer.status < 500) return answer
    await pause(seconds, options.onPause)
  }
  return post(url, form, options)
}

/** 128 random bits as a key. `crypto.randomUUID` is missing on plain http, where a house may run this. */
export function newIdempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** XMLHttpRequest, since fetch can't tell how far an upload is. */
function post(url: string, form: FormData, { idempotencyKey, onProgress }: SendOptions): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.responseType = 'json'
    request.setRequestHeader('Idempotency-Key', idempotencyKey)
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(loaded / total)
    }
    request.onloadend = () => resolve({ status: request.status, body: request.response })
    request.send(form)
  })
}

async function pause(seconds: number, onPause: SendOptions['onPause']): Promise<void> {
  if (navigator.onLine) {
    onPause?.(seconds)
    return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  }
  onPause?.(null)
  return new Promise((resolve) => window.addEventListener('online', () => resolve(), { once: true }))
}
