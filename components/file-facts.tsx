import type { ReactNode } from 'react'
import { formatBytes, formatCount } from '#lib/domain/format'
import { CopyButton } from './copy-button.tsx'

export interface FileFactsProps {
  file: {
    type: string
    sizeBytes: number
    widthPx: number
    heightPx: number
    /** EXIF orientation 1–8 as sent. */
    orientation: number
    /** Lower-case hex of the file as sent. */
    sha256: string
    /** Camera facts, names and values as text. */
    metadata: Record<string, string>
  }
}

/** What the file says of itself, as sent. Values come from strangers and are shown as plain text. */
export function FileFacts({ file }: FileFactsProps) {
  const megapixels = ((file.widthPx * file.heightPx) / 1e6).toFixed(1)
  return (
    <FactList>
      <Fact name="Type">{file.type.toUpperCase()}</Fact>
      <Fact name="Size">{formatBytes(file.sizeBytes)}</Fact>
      <Fact name="Pixels">
        {formatCount(file.widthPx)} × {formatCount(file.heightPx)} ({megapixels} MP)
      </Fact>
      <Fact name="Orientation">{file.orientation === 1 ? 'upright' : `EXIF ${file.orientation}, turned upright`}</Fact>
      {Object.entries(file.metadata).map(([name, value]) => (
        <Fact key={name} name={name}>
          {value}
        </Fact>
      ))}
      <Fact name="SHA-256">
        <span className="inline-flex items-center gap-1">
          <code className="text-xs">{file.sha256.slice(0, 12)}…</code>
          <CopyButton text={file.sha256} label="Copy SHA-256" />
        </span>
      </Fact>
    </FactList>
  )
}

/** Names and values in two columns. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className="grid gap-y-1.5 text-[0.8125rem]">{children}</dl>
}

/** One line of a FactList. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(6rem,2fr)_3fr] items-baseline gap-3">
      <dt className="truncate text-muted-foreground" title={name}>
        {name}
      </dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}
