'use client'

import { type ReactNode, useState } from 'react'
import { Button } from './ui/button.tsx'
import { Dialog } from './ui/dialog.tsx'

export interface PairedCapture {
  captureId: string
  title: string
  /** What else there is to know of it. */
  facts?: ReactNode
  src: string
  width: number
  height: number
}

export interface PairDialogProps {
  title: string
  pair: readonly [PairedCapture, PairedCapture]
  /** Asks for the pictures of the second one's submission, where they are veiled; the asking is logged. */
  onShow: () => Promise<string | null>
  watermark?: ReactNode
  onClose: () => void
}

/** Two captures beside each other, large. */
export default function PairDialog({ title, pair: [own, other], onShow, watermark, onClose }: PairDialogProps) {
  return (
    <Dialog
      open
      title={title}
      onOpenChange={(open) => !open && onClose()}
      className="max-w-[min(96rem,calc(100vw-2rem))]"
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Half {...own} watermark={watermark} onShow={onShow} />
        <Half {...other} watermark={watermark} onShow={onShow} />
      </div>
    </Dialog>
  )
}

function Half({
  title,
  facts,
  src,
  width,
  height,
  watermark,
  onShow,
}: PairedCapture & Pick<PairDialogProps, 'watermark' | 'onShow'>) {
  const [state, setState] = useState<{ veiled: boolean; tries: number; problem: string | null }>({
    veiled: false,
    tries: 0,
    problem: null,
  })
  const ask = async () => {
    const problem = await onShow()
    setState(({ tries }) => ({ veiled: problem !== null, tries: tries + 1, problem }))
  }
  return (
    <figure className="grid content-start gap-2">
      <figcaption className="text-[0.8125rem]">
        <span className="font-medium">{title}</span>
        {facts}
      </figcaption>
      {state.veiled ? (
        <div className="grid min-h-64 place-content-center justify-items-center gap-2 rounded-md bg-stage p-6 text-center text-[0.8125rem]">
          <p>This picture is veiled. Showing it is noted in the audit log.</p>
          {state.problem && <p className="text-danger">{state.problem}</p>}
          <Button onClick={ask}>Show pictures</Button>
        </div>
      ) : (
        <div className="relative overflow-hidden rounded-md bg-stage">
          {/* biome-ignore lint/performance/noImgElement: the image optimiser would keep copies of people's documents on disk */}
          <img
            key={state.tries}
            src={src}
            alt={title}
            width={width}
            height={height}
            className="h-auto max-h-[70dvh] w-full object-contain"
            onError={() => setState((before) => ({ ...before, veiled: true }))}
          />
          {watermark}
        </div>
      )}
    </figure>
  )
}
