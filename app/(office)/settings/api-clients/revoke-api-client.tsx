'use client'

import { useRouter } from 'next/navigation'
import { AlertDialog } from '#components/ui/alert-dialog'
import { Button } from '#components/ui/button'
import { toast } from '#components/ui/toast'
import { revokeApiClient } from './actions.ts'

/** Ends a key, after asking: there is no way back. */
export function RevokeApiClient({ clientId, name }: { clientId: string; name: string }) {
  const router = useRouter()
  const revoke = async () => {
    const answer = await revokeApiClient({ clientId })
    if (!answer.ok) return toast({ title: answer.message, tone: 'danger' })
    toast({ title: `The key of ${name} is revoked`, tone: 'success' })
    router.refresh()
  }
  return (
    <AlertDialog
      title={`Revoke the key of ${name}?`}
      description="Requests with it are refused at once. This can’t be taken back; what the client has sent stays."
      confirmLabel="Revoke key"
      onConfirm={revoke}
      trigger={
        <Button variant="ghost" size="sm" className="text-danger">
          Revoke<span className="sr-only"> the key of {name}</span>
        </Button>
      }
    />
  )
}
