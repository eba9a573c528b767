/** How long its author may withdraw a note: long enough to notice a slip, too short to unsay what others have acted on. */
export const withdrawMinutes = 10
export const longestNote = 4000
/** Whoever names more people than these means everybody, which is what the queue is for. */
export const mostMentions = 20

export interface Colleague {
  id: string
  name: string
}

/** A stretch of a note; `colleague` where it names one. */
export interface NoteStretch {
  text: string
  colleague: Colleague | null
}

/** Those of the people the note names as `@Name`; a name inside a longer one that is named too does not count. */
export function mentionedIn<Person extends Colleague>(body: string, people: readonly Person[]): Person[] {
  const named = new Set(noteStretches(body, people).map(({ colleague }) => colleague?.id))
  return people.filter(({ id }) => named.has(id))
}

/** A note cut at the names it mentions, longer names first: "@Anna Bērziņa" is not "@Anna". */
export function noteStretches(body: string, people: readonly Colleague[]): NoteStretch[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length)
  const stretches: NoteStretch[] = []
  let from = 0
  for (let at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
    const colleague = isLetterAt(body, at - 1)
      ? undefined
      : byLength.find(({ name }) => body.startsWith(name, at + 1) && !isLetterAt(body, at + 1 + name.length))
    if (!colleague) continue
    if (at > from) stretches.push({ text: body.slice(from, at), colleague: null })
    from = at + 1 + colleague.name.length
    stretches.push({ text: body.slice(at, from), colleague })
    at = from - 1
  }
  if (from < body.length) stretches.push({ text: body.slice(from), colleague: null })
  return stretches
}

function isLetterAt(body: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(body.charAt(at))
}

/** The name being typed after an `@` before the caret, and where the `@` stands; null where none is. */
export function mentionBeingTyped(text: string, caret: number): { at: number; typed: string } | null {
  const match = /(?:^|[\s(])@([^@\n]{0,40})$/.exec(text.slice(0, caret))
  return match ? { at: caret - match[1]!.length - 1, typed: match[1]! } : null
}

/** Colleagues any of whose names begins with what was typed, marks and case aside. */
export function colleaguesLike<Person extends Colleague>(typed: string, people: readonly Person[]): Person[] {
  const wanted = folded(typed)
  return people.filter(({ name }) => {
    const whole = folded(name)
    return whole.startsWith(wanted) || whole.split(/\s+/).some((part) => part.startsWith(wanted))
  })
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}
