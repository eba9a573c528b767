'use client'

import { Upload } from 'lucide-react'
import { type DragEvent, type ReactNode, useId, useState } from 'react'
import { cn } from './ui/cn.ts'

export interface UploadDropProps {
  /** What to drop, like "Drop photos here, or choose files". */
  label: ReactNode
  hint?: ReactNode
  /** What the files are of, said to screen readers after the label. */
  name?: string
  /** Id of the text that says what was wrong with the last one; marks the place as invalid. */
  describedBy?: string
  /** As the `accept` of a file input. The server judges by the bytes all the same. */
  accept?: string
  multiple?: boolean
  disabled?: boolean
  onFiles: (files: File[]) => void
}

/** A place to drop files on; also an ordinary file input for keyboards and phones. */
export function UploadDrop({
  label,
  hint,
  name,
  describedBy,
  accept,
  multiple = true,
  disabled,
  onFiles,
}: UploadDropProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const hand = (files: FileList | null) => {
    if (files && files.length > 0 && !disabled) onFiles([...files].slice(0, multiple ? undefined : 1))
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    hand(event.dataTransfer.files)
  }
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cn(
        'grid place-items-center gap-1.5 rounded-lg border border-dashed border-input bg-card px-6 py-8 text-center transition-colors hover:bg-hover',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring has-disabled:opacity-60',
        over && 'border-primary bg-selected',
      )}
    >
      <Upload aria-hidden className="size-5 text-muted-foreground" />
      <span className="font-medium">
        {label}
        {name && <span className="sr-only">: {name}</span>}
      </span>
      {hint && <span className="text-xs text-muted-foreground">{hint}</span>}
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-describedby={describedBy}
        aria-invalid={describedBy ? true : undefined}
        className="sr-only"
        onChange={(event) => {
          hand(event.target.files)
          event.target.value = ''
        }}
      />
    </label>
  )
}
