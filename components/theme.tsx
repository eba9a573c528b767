/** What the viewer chose; null follows the system. */
export type Theme = 'light' | 'dark' | null

/** Carries the choice, so that the server renders the right theme and nothing flashes. */
export const themeCookie = 'retake-theme'

/** Reads the cookie's value; anything unknown follows the system. */
export function parseTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : null
}
