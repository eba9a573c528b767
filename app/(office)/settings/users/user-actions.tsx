'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm, type ActionProblem } from '#components/action-form'
import { AlertDialog } from '#components/ui/alert-dialog'
import { Button } from '#components/ui/button'
import { Checkbox } from '#components/ui/checkbox'
import { Dialog } from '#components/ui/dialog'
import { Field } from '#components/ui/field'
import { Select } from '#components/ui/select'
import { toast } from '#components/ui/toast'
import { type Role, roles, roleTitle } from '#lib/domain/permissions'
import { changeUser } from './actions.ts'

export interface UserActionsProps {
  user: { id: string; name: string; role: Role; secondLine: boolean; disabled: boolean }
}

/** Change a colleague's role, or withdraw their access and give it back. */
export function UserActions({ user: { id, name, role, secondLine, disabled } }: UserActionsProps) {
  const router = useRouter()
  const [open, setOpen] = useState(false)

  const change = async (
    to: { role: Role; disabled: boolean; secondLine?: boolean },
    done: string,
  ): Promise<ActionProblem | null> => {
    const answer = await changeUser({ userId: id, ...to })
    if (!answer.ok) return answer
    setOpen(false)
    toast({ title: done, tone: 'success' })
    router.refresh()
    return null
  }
  const changeAccess = async () => {
    const done = disabled ? `${name} can sign in again` : `${name} can no longer sign in`
    const problem = await change({ role, disabled: !disabled }, done)
    if (problem) toast({ title: problem.message, tone: 'danger' })
  }

  return (
    <span className="inline-flex justify-end gap-1">
      <Dialog
        title={`Role of ${name}`}
        description="Cases they hold go back to the queue."
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button variant="ghost" size="sm">
            Change role<span className="sr-only"> of {name}</span>
          </Button>
        }
      >
        <ActionForm
          submit={(form) =>
            change(
              { role: form.role as Role, disabled, secondLine: form.secondLine === 'on' },
              `${name} is ${roleTitle[form.role as Role]} now`,
            )
          }
          submitLabel="Change role"
        >
          {(errors) => (
            <>
              <Field label="Role" error={errors.role}>
                {(control) => (
                  <Select
                    {...control}
                    name="role"
                    defaultValue={role}
                    options={roles.map((option) => [option, roleTitle[option]])}
                  />
                )}
              </Field>
              {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is the control */}
              <label className="flex items-center gap-2 text-[0.8125rem]">
                <Checkbox name="secondLine" defaultChecked={secondLine} /> Second line: takes what reviewers escalate
              </label>
            </>
          )}
        </ActionForm>
      </Dialog>
      <AlertDialog
        tone={disabled ? 'primary' : 'danger'}
        title={disabled ? `Give ${name} access again?` : `Withdraw the access of ${name}?`}
        description={
          disabled
            ? 'They can sign in with the password they had.'
            : 'They are signed out everywhere at once, and cases they hold go back to the queue. What they have done stays in the record.'
        }
        confirmLabel={disabled ? 'Give access' : 'Withdraw access'}
        onConfirm={changeAccess}
        trigger={
          <Button variant="ghost" size="sm" className={disabled ? '' : 'text-danger'}>
            {disabled ? 'Enable' : 'Disable'}
            <span className="sr-only"> {name}</span>
          </Button>
        }
      />
    </span>
  )
}
