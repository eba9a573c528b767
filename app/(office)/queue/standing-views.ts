/** The views everybody has, by the query of their address. */
export const standingViews = [
  { name: 'Waiting', query: '' },
  { name: 'Mine', query: 'assigned=me' },
  { name: 'Late', query: 'due=late&sort=due' },
  { name: 'Escalated', query: 'escalated=only' },
  { name: 'Snoozed', query: 'snoozed=only' },
] as const
