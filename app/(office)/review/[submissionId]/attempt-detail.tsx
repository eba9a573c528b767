import { CaptureChanges } from '#components/capture-changes'
import { SentMessage } from '#components/sent-message'
import { captureKindTitle } from '#lib/domain/capture'
import type { HistoryAttempt, HistoryCapture } from '#lib/queries/case-history'
import { AttemptDecision } from './attempt-decision.tsx'
import type { OtherCapture } from './compare-dialog.tsx'
import type { Pictures } from './use-pictures.tsx'
import type { WorkspaceView } from './workspace-view.ts'

export interface AttemptDetailProps {
  view: WorkspaceView
  pictures: Pictures
  attempt: HistoryAttempt
  /** Null while the pictures may not be seen. */
  onCompare: ((ownCaptureId: string, other: OtherCapture) => void) | null
}

/** One attempt: its pictures, what changed since the one before, how it was decided, and what the customer was told. */
export function AttemptDetail({ view, pictures, attempt, onCompare }: AttemptDetailProps) {
  const { captures, changes, decision, messages } = attempt
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <ul aria-label={`Pictures of attempt ${attempt.attempt}`} className="flex flex-wrap gap-1.5">
        {captures.map((capture) => (
          <li key={capture.id}>
            <AttemptPicture {...{ view, pictures, attempt, capture, onCompare }} />
          </li>
        ))}
      </ul>
      {changes && <CaptureChanges changes={changes} />}
      {decision && <AttemptDecision decision={decision} />}
      {messages.map((message) => (
        <SentMessage key={message.id} message={message} />
      ))}
    </div>
  )
}

/** A thumbnail; of another attempt it opens beside the same capture of this one. */
function AttemptPicture({
  view,
  pictures,
  attempt,
  capture,
  onCompare,
}: AttemptDetailProps & { capture: HistoryCapture }) {
  const own = view.captures.find(({ kind }) => kind === capture.kind)
  const title = `${captureKindTitle[capture.kind]}, attempt ${attempt.attempt}`
  const picture = (
    // biome-ignore lint/performance/noImgElement: the image optimiser would keep copies of people's documents on disk
    <img
      src={pictures.thumbSrc(capture.id)}
      alt={title}
      width={64}
      height={48}
      loading="lazy"
      className="h-12 w-16 rounded-sm bg-muted object-cover"
    />
  )
  if (attempt.submissionId === view.id || !own || !onCompare) return picture
  const { submissionId } = attempt
  return (
    <button
      type="button"
      aria-label={`Compare: ${title}`}
      title={`Compare: ${title}`}
      className="cursor-pointer rounded-sm outline-offset-2 hover:brightness-110"
      onClick={() => onCompare(own.id, { ...capture, captureId: capture.id, submissionId, title, elsewhere: false })}
    >
      {picture}
    </button>
  )
}
