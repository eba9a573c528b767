'use client'

import { useState } from 'react'

export interface SteadyRows<Row> {
  rows: (Row & { gone?: boolean })[]
  /** Rows that came or went and are not shown yet. */
  changes: number
  /** Shows them. */
  settle: () => void
}

/**
 * Keeps rows where they are while `held`, so that none jumps away under a pointer: those that stay are renewed in place,
 * those that left are marked as gone, and new ones wait. Another `list` (other filter, order or page) shows at once.
 */
export function useSteadyRows<Row extends { id: string }>(
  latest: readonly Row[],
  held: boolean,
  list: string,
): SteadyRows<Row> {
  const [shown, setShown] = useState({ list, rows: latest })
  const settle = () => setShown({ list, rows: latest })
  if (shown.rows !== latest && (!held || shown.list !== list)) settle()

  const byId = new Map(latest.map((row) => [row.id, row]))
  const rows = shown.rows.map((row) => byId.get(row.id) ?? { ...row, gone: true })
  const kept = shown.rows.filter(({ id }) => byId.has(id)).length
  return { rows, changes: rows.length - kept + (latest.length - kept), settle }
}
