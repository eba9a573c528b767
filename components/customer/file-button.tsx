import type { ReactNode } from 'react'
import { buttonVariants } from '../ui/button.tsx'
import { cn } from '../ui/cn.ts'

export interface FileButtonProps {
  /** What is photographed, for screen readers. */
  name: string
  accept: string
  /** Opens this camera where there is one; without it the device asks where the photo comes from. */
  camera?: 'user' | 'environment'
  primary?: boolean
  invalid?: boolean
  describedBy?: string
  disabled?: boolean
  onFile: (file: File) => void
  className?: string
  children: ReactNode
}

/** A file input that looks like a button, 44 px high and as wide as there is room. */
export function FileButton(props: FileButtonProps) {
  const { name, accept, camera, primary = false, invalid, describedBy, disabled, onFile, className, children } = props
  return (
    <label
      className={cn(
        buttonVariants({ variant: primary ? 'primary' : 'secondary', size: 'lg' }),
        'relative w-full whitespace-normal has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring has-disabled:opacity-55',
        className,
      )}
    >
      {children}
      <span className="sr-only">: {name}</span>
      <input
        type="file"
        accept={accept}
        capture={camera}
        disabled={disabled}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          target.value = ''
        }}
      />
    </label>
  )
}
