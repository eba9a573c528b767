'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Button } from '#components/ui/button'
import { Card } from '#components/ui/card'
import { Notice } from '#components/ui/notice'
import { Progress } from '#components/ui/progress'
import { type Acceptance, fileProblem } from '#lib/domain/accept'
import { type CaptureKind, captureKinds, type DocumentType, documentTypeOf } from '#lib/domain/capture'
import { tooManyBytes, typeNotTaken } from '#lib/domain/refusal'
import type { IntakeClient } from '#lib/queries/api-clients'
import { CaptureSlot } from './capture-slot.tsx'
import { CustomerFields } from './customer-fields.tsx'
import { DocumentChoice } from './document-choice.tsx'
import { readMetadata } from './read-metadata.ts'
import { ReceivedList } from './received-list.tsx'
import { useIntake } from './use-intake.ts'

export interface IntakeFormProps {
  clients: IntakeClient[]
  /** `[code, name]` pairs. */
  countries: readonly (readonly [string, string])[]
  languages: readonly (readonly [string, string])[]
}

type Files = Partial<Record<CaptureKind, File>>

/** One attempt: whose, of what, and the photos. What stays the same from one to the next is kept after sending. */
export function IntakeForm({ clients, countries, languages }: IntakeFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [clientId, setClientId] = useState(clients[0]!.id)
  const [documentType, setDocumentType] = useState<DocumentType>('passport')
  const [files, setFiles] = useState<Files>({})
  const [errors, setErrors] = useState<Record<string, string>>({})
  const intake = useIntake()

  const { policy } = clients.find(({ id }) => id === clientId)!
  const acceptance = { types: policy.acceptedTypes, maxSizeBytes: policy.maxSizeBytes }
  const required = policy.requiredCaptures[documentType] ?? []
  const slots = captureKinds.filter((kind) => required.includes(kind) || fits(kind, documentType))

  const choose = (kind: CaptureKind, file: File | null) => {
    const problem = file && fileProblem(file, acceptance)
    setFiles({ ...files, [kind]: problem ? undefined : (file ?? undefined) })
    setErrors({ ...errors, [kind]: problem && file ? inWords(problem, file, acceptance) : '' })
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { metadata, problems } = readMetadata(new FormData(event.currentTarget), documentType)
    const sent = Object.fromEntries(slots.flatMap((kind) => (files[kind] ? [[kind, files[kind]]] : []))) as Files
    if (Object.keys(sent).length === 0) problems.files = 'Add at least one photo.'
    setErrors(problems)
    if (!metadata || Object.keys(problems).length > 0) return focusFirstProblem(form.current)
    const refused = await intake.send(clientId, metadata, sent)
    setErrors(refused ?? {})
    if (refused) return focusFirstProblem(form.current)
    setFiles({})
    clearCustomer(form.current)
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      <Card title="Photos">
        <div className="grid gap-4">
          <DocumentChoice value={documentType} onChange={setDocumentType} />
          <div className="grid gap-3 sm:grid-cols-2">
            {slots.map((kind) => (
              <CaptureSlot
                key={kind}
                kind={kind}
                required={required.includes(kind)}
                acceptance={acceptance}
                file={files[kind] ?? null}
                problem={errors[kind] || null}
                disabled={intake.state.phase === 'sending'}
                onFile={(file) => choose(kind, file)}
              />
            ))}
          </div>
          {errors.files && (
            <p role="alert" className="text-[0.8125rem] font-medium text-danger">
              {errors.files}
            </p>
          )}
        </div>
      </Card>
      <div className="grid gap-4">
        <Card title="Customer">
          <div className="grid gap-4">
            <CustomerFields
              clients={clients}
              clientId={clientId}
              onClient={setClientId}
              countries={countries}
              languages={languages}
              errors={errors}
            />
            {intake.state.phase === 'failed' && (
              <Notice tone="danger" live>
                {intake.state.message}
              </Notice>
            )}
            {intake.state.phase === 'sending' && <Progress label="Sending" value={intake.state.share} max={1} />}
            <Button
              type="submit"
              variant="primary"
              busy={intake.state.phase === 'sending'}
              className="justify-self-end"
            >
              Send for review
            </Button>
          </div>
        </Card>
        <ReceivedList received={intake.received} />
      </div>
    </form>
  )
}

/** Said as the door would say it. */
function inWords(problem: 'wrong_type' | 'too_large', { size }: File, { types, maxSizeBytes }: Acceptance): string {
  return (problem === 'too_large' ? tooManyBytes(size, maxSizeBytes) : typeNotTaken(null, types)).message
}

/** Sides of the chosen document and the selfie can always be sent along, wanted or not. */
function fits(kind: CaptureKind, documentType: DocumentType): boolean {
  return (documentTypeOf(kind) ?? documentType) === documentType
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}

/** The next one is another customer; client, document, country and language are often the same. */
function clearCustomer(form: HTMLFormElement | null): void {
  for (const name of ['externalId', 'email', 'declaredName', 'declaredBirthDate']) {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = ''
  }
  const first = form?.elements.namedItem('externalId')
  if (first instanceof HTMLInputElement) first.focus()
}
