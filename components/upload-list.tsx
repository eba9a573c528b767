'use client'

import { CircleCheck, CircleX, FileImage, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatBytes } from '#lib/domain/format'
import { Button } from './ui/button.tsx'
import { Progress } from './ui/progress.tsx'
import { Spinner } from './ui/spinner.tsx'

export interface UploadItem {
  id: string
  name: string
  sizeBytes: number
  state: 'waiting' | 'sending' | 'done' | 'refused'
  /** 0..1 while sending, where known. */
  progress?: number
  /** Why it was refused, or what became of it. */
  message?: ReactNode
}

export interface UploadListProps {
  files: readonly UploadItem[]
  /** Offered while a file waits or was refused. */
  onRemove?: (id: string) => void
  /** A control per file, such as the Select for its kind of capture. */
  control?: (file: UploadItem) => ReactNode
}

const icons = {
  waiting: <FileImage aria-hidden className="size-4 text-muted-foreground" />,
  sending: <Spinner />,
  done: <CircleCheck aria-hidden className="size-4 text-success" />,
  refused: <CircleX aria-hidden className="size-4 text-danger" />,
}

/** The files of an upload, each with how far it is. */
export function UploadList({ files, onRemove, control }: UploadListProps) {
  if (files.length === 0) return null
  return (
    <ul aria-label="Files" className="grid gap-px overflow-hidden rounded-lg border border-border bg-border">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center gap-3 bg-card px-3 py-2 text-[0.8125rem]">
          {icons[file.state]}
          <div className="grid min-w-40 flex-1 gap-1">
            <span className="flex gap-2">
              <bdi className="truncate">{file.name}</bdi>
              <span className="shrink-0 text-muted-foreground">{formatBytes(file.sizeBytes)}</span>
            </span>
            {file.state === 'sending' && (
              <Progress label={`Sending ${file.name}`} value={file.progress} max={1} className="max-w-60" />
            )}
            {file.message && (
              <span role="status" className={file.state === 'refused' ? 'text-danger' : 'text-muted-foreground'}>
                {file.message}
              </span>
            )}
          </div>
          {control?.(file)}
          {onRemove && (file.state === 'waiting' || file.state === 'refused') && (
            <Button variant="ghost" size="icon-sm" aria-label={`Remove ${file.name}`} onClick={() => onRemove(file.id)}>
              <X aria-hidden />
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
