'use client'

import { ChartColumn, Download, Table2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, buttonVariants } from './ui/button.tsx'
import { Card } from './ui/card.tsx'
import { Table, Td, Th } from './ui/table.tsx'

export interface ChartCardProps {
  title: string
  description?: string
  chart: ReactNode
  /** The same facts in words and numbers. */
  table: { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] }
  /** Where the table can be had as CSV. */
  csvHref?: string
}

/** A chart with the table behind it, one press away. */
export function ChartCard({ title, description, chart, table, csvHref }: ChartCardProps) {
  const [asTable, setAsTable] = useState(false)
  const Icon = asTable ? ChartColumn : Table2
  const actions = (
    <>
      <Button variant="ghost" size="sm" onClick={() => setAsTable(!asTable)}>
        <Icon aria-hidden /> {asTable ? 'Chart' : 'Table'}
        <span className="sr-only"> of {title}</span>
      </Button>
      {csvHref && (
        <a href={csvHref} download className={buttonVariants({ variant: 'ghost', size: 'sm' })}>
          <Download aria-hidden /> CSV<span className="sr-only"> of {title}</span>
        </a>
      )}
    </>
  )
  return (
    <Card title={title} description={description} actions={actions} flush={asTable}>
      {asTable ? <ChartTable label={title} {...table} /> : chart}
    </Card>
  )
}

function ChartTable({ label, columns, rows }: { label: string } & ChartCardProps['table']) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <Th key={column} className={index > 0 ? 'text-right' : ''}>
              {column}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr key={name}>
            <Td>{name}</Td>
            {values.map((value, index) => (
              <Td key={columns[index + 1]} className="text-right tabular-nums">
                {value}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
