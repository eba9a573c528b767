/** A path of this site to go to after signing in; `/` for anything that leads, or could be read as leading, elsewhere. */
export function ownPath(asked: unknown): string {
  const here = 'http://here.invalid'
  if (typeof asked !== 'string' || !asked.startsWith('/') || !URL.canParse(asked, here)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}
