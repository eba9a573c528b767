import type { NoteStretch } from '#lib/domain/note'

/** What a note says, with the colleagues it names told apart. */
export function NoteText({ stretches }: { stretches: readonly NoteStretch[] }) {
  let from = 0
  return (
    <p className="break-words whitespace-pre-line">
      {stretches.map(({ text, colleague }) => {
        const key = from
        from += text.length
        return colleague ? (
          <span key={key} className="rounded-sm bg-info-soft px-0.5 font-medium text-info">
            {text}
          </span>
        ) : (
          <span key={key}>{text}</span>
        )
      })}
    </p>
  )
}
