import type { TextStretch } from '#lib/domain/character-differences'

export interface TextStretchesProps {
  stretches: readonly TextStretch[]
  /** The differences for whoever can't see them marked. */
  inWords: string | null
}

/** A text with the characters marked in which it differs from another; a thin bar stands where it lacks some. */
export function TextStretches({ stretches, inWords }: TextStretchesProps) {
  let from = 0
  return (
    <>
      {stretches.map(({ text, kind }, at) => {
        const key = from++
        if (kind === 'same') return <span key={key}>{text}</span>
        if (kind === 'differs') {
          return (
            <mark key={key} className="rounded-[2px] bg-danger-soft font-semibold text-danger underline">
              {text}
            </mark>
          )
        }
        if (stretches[at - 1]?.kind === 'differs') return null
        return <span key={key} aria-hidden title={`“${text}” is missing`} className="mx-px border-l-2 border-danger" />
      })}
      {inWords && <span className="sr-only"> (differs: {inWords})</span>}
    </>
  )
}
