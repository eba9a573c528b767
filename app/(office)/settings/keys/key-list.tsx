'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { orRefusal } from '#components/or-refusal'
import { Button } from '#components/ui/button'
import { Card } from '#components/ui/card'
import { Notice } from '#components/ui/notice'
import { type HotkeyAction, hotkeyActions, type KeyChoices, keyProblem } from '#lib/domain/hotkeys'
import { save } from './actions.ts'
import { KeyRow } from './key-row.tsx'

/** Actions by group, each with its key. A change is kept at once; a refused one says why and changes nothing. */
export function KeyList({ saved }: { saved: KeyChoices }) {
  const router = useRouter()
  const [choices, setChoices] = useState(saved)
  const [problem, setProblem] = useState<{ id: string | null; text: string } | null>(null)
  const [pending, start] = useTransition()

  const keep = (next: KeyChoices, id: string | null) => {
    const before = choices
    setProblem(null)
    setChoices(next)
    start(async () => {
      const answer = await orRefusal(save({ keys: { ...next } }))
      if (answer.ok) return router.refresh()
      setChoices(before)
      setProblem({ id, text: answer.message })
    })
  }
  const choose = (action: HotkeyAction, key: string) => {
    const text = keyProblem(action, key, choices)
    if (text) setProblem({ id: action.id, text })
    else keep(without(action.id, choices, action.keys.includes(key) ? null : key), action.id)
  }

  return (
    <div className="grid max-w-3xl gap-4">
      {Object.entries(Object.groupBy(hotkeyActions, ({ group }) => group)).map(([group, actions = []]) => (
        <Card key={group} title={group}>
          <ul className="grid divide-y divide-border">
            {actions.map((action) => (
              <KeyRow
                key={action.id}
                action={action}
                own={choices[action.id] ?? null}
                problem={problem?.id === action.id ? problem.text : null}
                onChoose={(key) => choose(action, key)}
                onReset={() => keep(without(action.id, choices, null), action.id)}
              />
            ))}
          </ul>
        </Card>
      ))}
      {problem?.id === null && (
        <Notice tone="danger" live>
          {problem.text}
        </Notice>
      )}
      <p className="flex items-center gap-3 text-[0.8125rem] text-muted-foreground">
        <Button busy={pending} disabled={Object.keys(choices).length === 0} onClick={() => keep({}, null)}>
          Reset all
        </Button>
        Enter, Esc and the digits 1 to 9 always mean the same: confirm, go back, choose a reason.
      </p>
    </div>
  )
}

/** The choices with this action's own key, or with none. */
function without(id: string, choices: KeyChoices, key: string | null): KeyChoices {
  const { [id]: _, ...others } = choices
  return key === null ? others : { ...others, [id]: key }
}
