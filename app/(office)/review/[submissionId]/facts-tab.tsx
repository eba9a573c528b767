'use client'

import { ComputedFacts } from '#components/computed-facts'
import { DocumentFieldRow } from '#components/document-field-row'
import { fieldKey } from '#components/field-regions'
import { FileFacts } from '#components/file-facts'
import { captureKindTitle } from '#lib/domain/capture'
import { isOpen } from '#lib/domain/submission'
import type { DocumentFields } from '#lib/queries/document-fields'
import { CaseFacts } from './case-facts.tsx'
import { CorrectFieldForm } from './correct-field-form.tsx'
import type { ClaimControl } from './use-claim.ts'
import type { Pictures } from './use-pictures.tsx'
import type { CaptureView, WorkspaceView } from './workspace-view.ts'

export interface FactsTabProps {
  view: WorkspaceView
  facts: DocumentFields
  /** The capture on show; undefined where the submission has none. */
  capture: CaptureView | undefined
  pictures: Pictures
  claim: ClaimControl
  onCaptureChange: (captureId: string) => void
  activeFindingId: string | null
  onActiveFindingChange: (key: string | null) => void
}

/** What the document says and how surely it was read, what was declared, and what the file says of itself. */
export function FactsTab(props: FactsTabProps) {
  const { view, capture } = props
  return (
    <div className="grid gap-5 py-4">
      <ReadFields {...props} />
      <section className="grid gap-2 px-4">
        <h2 className="font-medium">Declared</h2>
        <CaseFacts view={view} />
      </section>
      {capture && (
        <section className="grid gap-2 px-4">
          <h2 className="font-medium">
            File: {captureKindTitle[capture.kind]}
            {capture.carried && (
              <span className="font-normal text-muted-foreground">, kept from the attempt before</span>
            )}
          </h2>
          <FileFacts file={capture} />
        </section>
      )}
    </div>
  )
}

function ReadFields({ view, facts, pictures, claim, ...rest }: FactsTabProps) {
  const { onCaptureChange, activeFindingId, onActiveFindingChange } = rest
  const { fields, computed } = facts
  const mayCorrect = claim.standing === 'mine' && isOpen(view.status)
  const pictureOf = (captureId: string) => {
    const shown = pictures.veil ? undefined : view.captures.find(({ id }) => id === captureId)
    return shown
      ? { src: pictures.src(shown.id), size: { width: shown.viewWidthPx, height: shown.viewHeightPx } }
      : null
  }
  const anythingRead = fields.some(({ agreement }) => agreement !== 'unread')
  return (
    <section className="grid gap-2">
      <h2 className="px-4 font-medium">On the document</h2>
      <div className="px-4">
        <ComputedFacts {...computed} />
      </div>
      {!anythingRead && (
        <p className="px-4 text-[0.8125rem] text-muted-foreground">
          {mayCorrect
            ? 'Nothing was read of this document. What you read on it can be written down here.'
            : 'Nothing was read of this document.'}
        </p>
      )}
      <ul aria-label="Fields of the document" className="divide-y divide-border border-y border-border">
        {fields.map((field) => (
          <DocumentFieldRow
            key={field.name}
            {...{ field, pictureOf }}
            active={activeFindingId === fieldKey(field.name)}
            onActiveChange={onActiveFindingChange}
            onShow={onCaptureChange}
            correct={
              mayCorrect
                ? (close) => <CorrectFieldForm submissionId={view.id} field={field} onDone={close} />
                : undefined
            }
          />
        ))}
      </ul>
    </section>
  )
}
