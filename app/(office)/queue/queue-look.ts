/** Columns that can be left out, in the order of the table; the reference always stands. */
export const optionalColumns = {
  captures: 'Captures',
  type: 'Document',
  country: 'Country',
  client: 'Client',
  device: 'Device',
  flags: 'Flags',
  attempt: 'Attempt',
  waiting: 'Waiting',
  due: 'Due',
  holder: 'Holder',
  status: 'Status',
} as const
export type ColumnName = keyof typeof optionalColumns
export const columnNames = Object.keys(optionalColumns) as ColumnName[]

export interface QueueLook {
  compact: boolean
  columns: readonly ColumnName[]
}

/** A cookie and not the address: how a list looks is the viewer's own, what it shows is shared. */
export const lookCookie = 'queue-look'

const shipped: QueueLook = {
  compact: false,
  columns: columnNames.filter((name) => !['client', 'device'].includes(name)),
}

/** The look a cookie asks for; the shipped one where it says nothing that makes sense. */
export function parseLook(cookie: string | undefined): QueueLook {
  const [density, names] = cookie?.split('.') ?? []
  if (names === undefined) return shipped
  const asked = names.split('_')
  return { compact: density === 'compact', columns: columnNames.filter((name) => asked.includes(name)) }
}

export function printLook({ compact, columns }: QueueLook): string {
  return `${compact ? 'compact' : 'roomy'}.${columns.join('_')}`
}
