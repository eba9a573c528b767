'use client'

/**
 * The case that likely comes next, fetched while this one is judged: its pictures, sealed (docs/decisions/031). One at a time,
 * in this page's memory alone; another guess, or another case, drops it.
 */
interface Ahead {
  submissionId: string
  captureIds: readonly string[]
  /** Sealed bytes by capture; null where they could not be had. */
  sealed: Map<string, Promise<ArrayBuffer | null>>
}

/** A lease that came with the answer to "what's next", before its page is there. */
interface Taken {
  submissionId: string
  expiresAt: Date
}

let ahead: Ahead | null = null
let taken: Taken | null = null
/** Pictures opened from sealed bytes, as addresses of this page's own; null where opening failed. */
let opened = new Map<string, Promise<string | null>>()

let desks = 0

/** Longer than it takes to go from one case to the next. */
const forgetAfterMs = 5_000

/** A desk is open that will need what is fetched ahead; returns how to close it. With the last one everything is dropped. */
export function openDesk(): () => void {
  desks++
  return () => {
    desks--
    setTimeout(() => desks === 0 && forgetAll(), forgetAfterMs)
  }
}

function forgetAll(): void {
  ahead = null
  keepOpened([])
}

/** Asks what likely comes after a submission and fetches its pictures. Resolves with its id, or null where nothing waits. */
export async function fetchAhead(exceptId: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const answer = await fetch(`/api/next?except=${exceptId}`).catch(() => null)
  const likely = answer?.ok ? ((await answer.json()) as Pick<Ahead, 'submissionId' | 'captureIds'> | null) : null
  if (likely?.submissionId === ahead?.submissionId) return likely?.submissionId ?? null
  ahead = likely && { ...likely, sealed: new Map() }
  for (const captureId of ahead?.captureIds ?? []) ahead?.sealed.set(captureId, fetchSealed(captureId))
  return likely?.submissionId ?? null
}

/** Notes what was just claimed and opens its first picture while the page is still on its way. */
export function noteTaken(next: Taken): void {
  taken = next
  const [first] = ahead?.submissionId === next.submissionId ? ahead.captureIds : []
  if (first) void openedPicture(first)
}

/** Until when this submission is held, as the answer that handed it out said; null where it said nothing. */
export function takenLease(submissionId: string): Date | null {
  return taken?.submissionId === submissionId ? taken.expiresAt : null
}

/** The picture as an address of this page's own, or null where it wasn't fetched ahead or can't be opened. */
export function openedPicture(captureId: string): Promise<string | null> | null {
  const sealed = ahead?.sealed.get(captureId)
  if (!sealed) return opened.get(captureId) ?? null
  const opening = opened.get(captureId) ?? openSealed(captureId, sealed)
  opened.set(captureId, opening)
  return opening
}

/** Lets go of every opened picture but these. */
export function keepOpened(captureIds: readonly string[]): void {
  const gone = [...opened].filter(([captureId]) => !captureIds.includes(captureId))
  opened = new Map([...opened].filter(([captureId]) => captureIds.includes(captureId)))
  for (const [, opening] of gone) void opening.then((url) => url && URL.revokeObjectURL(url))
}

async function fetchSealed(captureId: string): Promise<ArrayBuffer | null> {
  const answer = await fetch(`/api/captures/${captureId}/sealed`, { priority: 'low' }).catch(() => null)
  return answer?.ok ? answer.arrayBuffer() : null
}

async function openSealed(captureId: string, sealed: Promise<ArrayBuffer | null>): Promise<string | null> {
  const [answer, bytes] = await Promise.all([
    fetch(`/api/captures/${captureId}/sealed`, { method: 'POST' }).catch(() => null),
    sealed,
  ])
  if (!answer?.ok || !bytes) return null
  const key = await crypto.subtle.importKey('raw', await answer.arrayBuffer(), 'AES-GCM', false, ['decrypt'])
  const picture = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.slice(0, 12) }, key, bytes.slice(12))
  return URL.createObjectURL(new Blob([picture], { type: 'image/jpeg' }))
}
