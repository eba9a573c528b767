'use client'

import { KeyRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '#components/action-form'
import { CopyButton } from '#components/copy-button'
import { Button } from '#components/ui/button'
import { Dialog, DialogClose } from '#components/ui/dialog'
import { Field } from '#components/ui/field'
import { Input } from '#components/ui/input'
import { Notice } from '#components/ui/notice'
import { Select } from '#components/ui/select'
import { createApiClient } from './actions.ts'

export interface CreateApiClientProps {
  policies: readonly { name: string; title: string }[]
}

/** Makes a client and shows its key, this once. */
export function CreateApiClient({ policies }: CreateApiClientProps) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [key, setKey] = useState<string | null>(null)

  const submit = async (form: Record<string, string>) => {
    const answer = await createApiClient({ name: form.name ?? '', policyName: form.policyName ?? '' })
    if (!answer.ok) return answer
    setKey(answer.key)
    router.refresh()
    return null
  }
  const onOpenChange = (next: boolean) => {
    setOpen(next)
    if (next) setKey(null)
  }

  return (
    <Dialog
      title={key ? 'The new key' : 'New API key'}
      description={key ? undefined : 'For one sender, such as your own backend.'}
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button variant="primary">
          <KeyRound aria-hidden /> New key
        </Button>
      }
      footer={key ? <DialogClose render={<Button variant="primary">I have copied it</Button>} /> : undefined}
    >
      {key ? (
        <NewKey value={key} />
      ) : (
        <ActionForm submit={submit} submitLabel="Make the key">
          {(errors) => (
            <>
              <Field label="Client" hint="As it is called in the queue and in the audit log" error={errors.name}>
                {(control) => <Input {...control} name="name" autoComplete="off" maxLength={80} required />}
              </Field>
              <Field label="Policy" hint="What its submissions are judged by" error={errors.policyName}>
                {(control) => (
                  <Select
                    {...control}
                    name="policyName"
                    options={policies.map(({ name, title }) => [name, `${title} (${name})`])}
                  />
                )}
              </Field>
            </>
          )}
        </ActionForm>
      )}
    </Dialog>
  )
}

function NewKey({ value }: { value: string }) {
  return (
    <div className="grid gap-3">
      <Notice tone="warning" live>
        Copy it now: it is shown this once, and only its hash is kept.
      </Notice>
      <div className="flex items-center gap-2">
        <output className="min-w-0 flex-1 rounded-md bg-muted px-3 py-2 font-mono text-xs break-all">{value}</output>
        <CopyButton text={value} label="Copy key" />
      </div>
    </div>
  )
}
