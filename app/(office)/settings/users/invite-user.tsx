'use client'

import { UserPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '#components/action-form'
import { CopyButton } from '#components/copy-button'
import { Button } from '#components/ui/button'
import { Dialog } from '#components/ui/dialog'
import { Field } from '#components/ui/field'
import { Input } from '#components/ui/input'
import { Select } from '#components/ui/select'
import { toast } from '#components/ui/toast'
import { type Role, roles, roleTitle } from '#lib/domain/permissions'
import { inviteUser } from './actions.ts'

/** Adds a colleague with a first password, which is handed over by other means than this program. */
export function InviteUser() {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState('')

  const submit = async (form: Record<string, string>) => {
    const answer = await inviteUser({
      name: form.name ?? '',
      email: form.email ?? '',
      role: form.role as Role,
      password: form.password ?? '',
    })
    if (!answer.ok) return answer
    setOpen(false)
    setPassword('')
    toast({ title: `${form.name} can sign in now`, tone: 'success' })
    router.refresh()
    return null
  }

  return (
    <Dialog
      title="Invite a colleague"
      description="Hand the first password over yourself: no message is sent."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden /> Invite
        </Button>
      }
    >
      <ActionForm submit={submit} submitLabel="Invite">
        {(errors) => (
          <>
            <Field label="Name" error={errors.name}>
              {(control) => <Input {...control} name="name" autoComplete="off" maxLength={120} required />}
            </Field>
            <Field label="E-mail" error={errors.email}>
              {(control) => (
                <Input {...control} name="email" type="email" autoComplete="off" maxLength={254} required />
              )}
            </Field>
            <Field label="Role" error={errors.role}>
              {(control) => (
                <Select
                  {...control}
                  name="role"
                  defaultValue="reviewer"
                  options={roles.map((role) => [role, roleTitle[role]])}
                />
              )}
            </Field>
            <Field label="First password" hint="At least 12 characters" error={errors.password}>
              {(control) => (
                <span className="flex items-center gap-2">
                  <Input
                    {...control}
                    name="password"
                    autoComplete="off"
                    spellCheck={false}
                    minLength={12}
                    maxLength={200}
                    required
                    value={password}
                    onChange={(event) => setPassword(event.target.value)}
                    className="font-mono"
                  />
                  <Button onClick={() => setPassword(randomPassword())}>Make one</Button>
                  {password && <CopyButton text={password} label="Copy password" />}
                </span>
              )}
            </Field>
          </>
        )}
      </ActionForm>
    </Dialog>
  )
}

/** 100 random bits in 20 letters and digits without look-alikes. */
function randomPassword(): string {
  const alphabet = '23456789abcdefghjkmnpqrstvwxyzAB'
  const letters = [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => alphabet[byte % 32])
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-')
}
