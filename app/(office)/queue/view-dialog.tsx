'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '#components/action-form'
import { orRefusal } from '#components/or-refusal'
import { Button } from '#components/ui/button'
import { Checkbox } from '#components/ui/checkbox'
import { Dialog } from '#components/ui/dialog'
import { Field } from '#components/ui/field'
import { Input } from '#components/ui/input'
import { toast } from '#components/ui/toast'
import type { SavedView } from '#lib/queries/saved-views'
import { dropView, keepView } from './actions.ts'
import { countAgain } from './use-view-counts.ts'

export interface ViewDialogProps {
  /** The view to change; undefined makes a new one. */
  view: SavedView | undefined
  query: string
  onClose: () => void
}

/** Names the filters and the order in force as a view, shares it, or deletes it. Fetched when first asked for. */
export default function ViewDialog({ view, query, onClose }: ViewDialogProps) {
  const router = useRouter()
  const [deleting, setDeleting] = useState(false)
  const submit = async ({ name = '', shared }: Record<string, string>) => {
    const answer = await keepView({ viewId: view?.id, name, shared: shared === 'on', query })
    if (!answer.ok) return answer
    onClose()
    countAgain()
    router.refresh()
    return null
  }
  const remove = async () => {
    if (!view) return
    setDeleting(true)
    const answer = await orRefusal(dropView({ viewId: view.id }))
    setDeleting(false)
    if (!answer.ok) return toast({ title: answer.message, tone: 'danger' })
    onClose()
    router.push('/queue' as Route)
    router.refresh()
  }
  return (
    <Dialog
      title={view ? `View “${view.name}”` : 'Save as a view'}
      description="Keeps the filters, the search and the order that are in force."
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <ActionForm submit={submit} submitLabel={view ? 'Save' : 'Save the view'}>
        {(errors) => (
          <>
            <Field label="Name" error={errors.name}>
              {(control) => <Input {...control} name="name" required maxLength={40} defaultValue={view?.name} />}
            </Field>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is the control */}
            <label className="flex items-center gap-2 text-[0.8125rem]">
              <Checkbox name="shared" defaultChecked={view?.shared} /> Everybody who sees the queue may use it
            </label>
          </>
        )}
      </ActionForm>
      {view && (
        <Button variant="ghost" busy={deleting} className="mt-2 text-danger" onClick={remove}>
          Delete this view
        </Button>
      )}
    </Dialog>
  )
}
