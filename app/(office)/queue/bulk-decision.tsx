'use client'

import { CircleCheck, ExternalLink, RefreshCcw } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { ActionForm } from '#components/action-form'
import { orRefusal } from '#components/or-refusal'
import { Button } from '#components/ui/button'
import { Dialog } from '#components/ui/dialog'
import { Field } from '#components/ui/field'
import { Notice } from '#components/ui/notice'
import { Select } from '#components/ui/select'
import { Spinner } from '#components/ui/spinner'
import { toast } from '#components/ui/toast'
import { outcomeTitle } from '#lib/domain/decision'
import { type ReasonCode, reasons } from '#lib/domain/reasons'
import type { BulkSelection, SharedCheck } from '#lib/queries/bulk-selection'
import { decideAll, lookAtSelection } from './actions.ts'
import type { BulkDialogProps } from './bulk-dialogs.tsx'

const outcomes = ['resubmission_requested', 'rejected'] as const

/** Decides the selected submissions as one where all fail the same check, once a sample of them has been opened. */
export default function BulkDecision(props: BulkDialogProps & { checkTitles: Record<string, string> }) {
  const { ids, checkTitles, onClose } = props
  const { selection, problem, look } = useSelection(ids)
  return (
    <Dialog
      title={`Decide ${ids.length} submissions`}
      description="Only where one check failed on all of them. Each is decided on its own and can be undone on its own."
      open
      onOpenChange={(open) => !open && onClose()}
    >
      {problem && <Notice tone="danger">{problem}</Notice>}
      {!selection && !problem && <Spinner />}
      {selection?.shared.length === 0 && (
        <Notice tone="warning" title="They have no failing check in common">
          Filter the queue by a flag and select from what is left.
        </Notice>
      )}
      {selection && selection.shared.length > 0 && (
        <div className="grid gap-4">
          <Sample sample={selection.sample} onLook={look} />
          <DecisionForm {...props} shared={selection.shared} titles={checkTitles} ready={allOpened(selection)} />
        </div>
      )}
    </Dialog>
  )
}

const allOpened = ({ sample }: BulkSelection) => sample.every(({ opened }) => opened)

/** Read anew whenever the window is looked at again: the sample is opened in others. */
function useSelection(ids: string[]) {
  const [selection, setSelection] = useState<BulkSelection | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const key = ids.join()
  const look = useCallback(async () => {
    const answer = await orRefusal(lookAtSelection({ submissionIds: key.split(',') }))
    if (answer.ok) setSelection(answer.selection)
    setProblem(answer.ok ? null : answer.message)
  }, [key])
  useEffect(() => {
    void look()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [look])
  return { selection, problem, look }
}

function Sample({ sample, onLook }: { sample: BulkSelection['sample']; onLook: () => void }) {
  return (
    <section aria-label="Sample" className="grid gap-2 text-[0.8125rem]">
      <p>
        Open these {sample.length} first, drawn from your selection. They open beside this page.
        <Button size="sm" variant="ghost" className="ml-2" onClick={onLook}>
          <RefreshCcw aria-hidden /> Look again
        </Button>
      </p>
      <ul className="grid gap-1">
        {sample.map(({ id, reference, opened }) => (
          <li key={id} className="flex items-center gap-2">
            <Link href={`/review/${id}` as Route} target="_blank" className="font-mono text-primary hover:underline">
              {reference}
              <ExternalLink aria-label="(new window)" className="ml-1 inline size-3.5" />
            </Link>
            {opened ? (
              <span className="inline-flex items-center gap-1 text-success">
                <CircleCheck aria-hidden className="size-4" /> Opened
              </span>
            ) : (
              <span className="text-muted-foreground">Not opened yet</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface DecisionFormProps extends BulkDialogProps {
  shared: SharedCheck[]
  titles: Record<string, string>
  ready: boolean
}

function DecisionForm({ ids, onDone, onClose, shared, titles, ready }: DecisionFormProps) {
  const router = useRouter()
  const [check, setCheck] = useState(shared[0]!.check)
  const codes = shared.find((one) => one.check === check)?.reasons ?? []
  const submit = async ({ outcome = '', code = '' }: Record<string, string>) => {
    const chosen = { outcome: outcome as (typeof outcomes)[number], code: code as ReasonCode, note: null }
    const answer = await decideAll({ submissionIds: ids, check, ...chosen })
    if (!answer.ok) return answer
    const left = answer.left.length > 0 ? `${answer.left.length} left as they were: ${answer.left[0]}` : undefined
    toast({ title: `${answer.decided} decided.`, description: left, tone: left ? 'info' : 'success' })
    onClose()
    onDone()
    router.refresh()
    return null
  }
  return (
    <ActionForm submit={submit} submitLabel="Decide all" readOnly={!ready || codes.length === 0}>
      {(errors) => (
        <>
          <Field label="They all fail">
            {(control) => (
              <Select
                {...control}
                value={check}
                onChange={({ target }) => setCheck(target.value)}
                options={shared.map((one) => [one.check, titles[one.check] ?? one.check])}
              />
            )}
          </Field>
          <Field label="Decision">
            {(control) => (
              <Select {...control} name="outcome" options={outcomes.map((one) => [one, outcomeTitle[one]])} />
            )}
          </Field>
          <Field
            label="Reason"
            hint="On each capture the check failed on."
            error={
              errors.code ?? (codes.length === 0 ? 'This check suggests no reason; decide these one by one.' : null)
            }
          >
            {(control) => (
              <Select {...control} name="code" options={codes.map((code) => [code, reasons[code].title])} />
            )}
          </Field>
          {!ready && <Notice>You can decide once every submission of the sample has been opened.</Notice>}
        </>
      )}
    </ActionForm>
  )
}
