'use client'

import { AlarmClock, ArrowUpFromLine, EllipsisVertical, Hourglass, SkipForward, UserRoundPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '#components/ui/button'
import { Kbd } from '#components/ui/kbd'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu'
import { useHotkeys } from '#components/use-hotkeys'
import type { ClaimControl } from './use-claim.ts'

export type PassOnWay = 'skip' | 'snooze' | 'escalate' | 'hand_over'

const PassOnDialog = lazy(() => import('./pass-on-dialog.tsx'))

/** What else can be done with a submission in hand than decide it: keep it longer, or let go of it in a way that says why. */
export function PassOn(props: { submissionId: string; reference: string; claim: ClaimControl }) {
  const { submissionId, reference, claim } = props
  const [way, setWay] = useState<PassOnWay | null>(null)
  const mine = claim.standing === 'mine'
  const group = 'This submission'
  useHotkeys(
    [
      { keys: ['e'], label: 'Extend the claim', group, run: claim.take },
      { keys: ['s'], label: 'Skip with a reason', group, run: () => setWay('skip') },
      { keys: ['z'], label: 'Snooze until later', group, run: () => setWay('snooze') },
      { keys: ['shift+e'], label: 'Escalate to the second line', group, run: () => setWay('escalate') },
      { keys: ['shift+h'], label: 'Hand over to a colleague', group, run: () => setWay('hand_over') },
    ],
    mine,
  )
  if (!mine) return null
  return (
    <>
      <Menu
        align="end"
        className="w-64"
        trigger={
          <Button size="icon-sm" variant="ghost" aria-label="More for this submission">
            <EllipsisVertical aria-hidden />
          </Button>
        }
      >
        <Item icon={Hourglass} shortcut="e" words="Extend the claim" onClick={claim.take} />
        <MenuSeparator />
        <Item icon={SkipForward} shortcut="s" words="Skip…" onClick={() => setWay('skip')} />
        <Item icon={AlarmClock} shortcut="z" words="Snooze until…" onClick={() => setWay('snooze')} />
        <Item icon={ArrowUpFromLine} shortcut="shift+e" words="Escalate…" onClick={() => setWay('escalate')} />
        <Item icon={UserRoundPlus} shortcut="shift+h" words="Hand over…" onClick={() => setWay('hand_over')} />
      </Menu>
      {way && (
        <Suspense>
          <PassOnDialog way={way} submissionId={submissionId} reference={reference} onClose={() => setWay(null)} />
        </Suspense>
      )}
    </>
  )
}

interface ItemProps {
  icon: typeof Hourglass
  shortcut: string
  words: string
  onClick: () => void
}

function Item({ icon: Icon, shortcut, words, onClick }: ItemProps) {
  return (
    <MenuItem onClick={onClick} aria-keyshortcuts={shortcut.replace('shift+', 'Shift+')}>
      <Icon aria-hidden />
      <span className="mr-auto">{words}</span>
      <Kbd hint>{shortcut}</Kbd>
    </MenuItem>
  )
}
