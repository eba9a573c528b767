import {
  type ColumnDef,
  createColumnHelper,
  metaHelper,
  rowSelectionFeature,
  tableFeatures,
} from '@tanstack/react-table'

export interface DataColumnMeta {
  /** Right-aligned digits of equal width. */
  numeric?: boolean
  /** The order it can be sorted in is known to the server by the column's id. */
  sortable?: boolean
  /** Its content becomes the row's link; exactly one column should have it when `rowHref` is given. */
  link?: boolean
  className?: string
}

export const dataTableFeatures = tableFeatures({ rowSelectionFeature, columnMeta: metaHelper<DataColumnMeta>() })
export type DataTableFeatures = typeof dataTableFeatures

/**
 * Makes columns for a kind of row: `const column = dataColumns<QueueRow>()`, then
 * `column.columns([column.accessor('reference', { header: 'Reference', meta: { link: true } }), …])`. Keep them outside components.
 */
export function dataColumns<Data extends object>() {
  return createColumnHelper<DataTableFeatures, Data>()
}

// biome-ignore lint/suspicious/noExplicitAny: each column has its own value type; TanStack's own alias says any too
export type DataColumns<Data extends object> = ColumnDef<DataTableFeatures, Data, any>[]
