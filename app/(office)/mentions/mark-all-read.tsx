'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { orRefusal } from '#components/or-refusal'
import { Button } from '#components/ui/button'
import { toast } from '#components/ui/toast'
import { markRead } from './actions.ts'

export function MarkAllRead() {
  const router = useRouter()
  const [pending, start] = useTransition()
  const mark = () =>
    start(async () => {
      const answer = await orRefusal(markRead({ caseId: null }))
      if (answer.ok) router.refresh()
      else toast({ title: answer.message, tone: 'danger' })
    })
  return (
    <Button busy={pending} onClick={mark}>
      Mark all as read
    </Button>
  )
}
