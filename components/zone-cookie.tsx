/** Carries the browser's IANA time zone, for figures that the server cuts into days. */
export const zoneCookie = 'retake-zone'
