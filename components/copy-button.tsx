'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './ui/button.tsx'

export interface CopyButtonProps {
  text: string
  /** What it copies, like "Copy reference". */
  label: string
  /** Shows the label beside the icon. */
  labelled?: boolean
}

/** Copies a text and says so for two seconds. */
export function CopyButton({ text, label, labelled = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await writeClipboard(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  const icon = copied ? <Check aria-hidden className="text-success" /> : <Copy aria-hidden />
  return (
    <>
      {labelled ? (
        <Button onClick={copy}>
          {icon} {copied ? 'Copied' : label}
        </Button>
      ) : (
        <Button variant="ghost" size="icon-sm" aria-label={label} title={label} onClick={copy}>
          {icon}
        </Button>
      )}
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </>
  )
}

/** The clipboard API exists only on https and localhost; a house that runs on plain http gets the old command. */
async function writeClipboard(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const carrier = document.createElement('textarea')
  carrier.value = text
  document.body.append(carrier)
  carrier.select()
  document.execCommand('copy')
  carrier.remove()
}
