import {
  CircleCheck,
  CircleDashed,
  CircleX,
  Eye,
  History,
  Inbox,
  type LucideIcon,
  RefreshCcw,
  TriangleAlert,
  UsersRound,
} from 'lucide-react'
import { type SubmissionStatus, submissionStatusTitle } from '#lib/domain/submission'
import { Badge, type Tone } from './ui/badge.tsx'

const looks: Record<SubmissionStatus, { tone: Tone; icon: LucideIcon }> = {
  received: { tone: 'neutral', icon: Inbox },
  checking: { tone: 'info', icon: CircleDashed },
  ready_for_review: { tone: 'info', icon: Eye },
  check_failed: { tone: 'warning', icon: TriangleAlert },
  second_review: { tone: 'info', icon: UsersRound },
  approved: { tone: 'success', icon: CircleCheck },
  rejected: { tone: 'danger', icon: CircleX },
  resubmission_requested: { tone: 'warning', icon: RefreshCcw },
  superseded: { tone: 'outline', icon: History },
}

export interface StatusBadgeProps {
  status: SubmissionStatus
  /** Without its icon: in a list of many it says nothing the words don't. */
  plain?: boolean
}

/** A submission's status in words, with an icon and a colour that repeat them. */
export function StatusBadge({ status, plain = false }: StatusBadgeProps) {
  const { tone, icon: Icon } = looks[status]
  return (
    <Badge tone={tone}>
      {!plain && <Icon aria-hidden />}
      {submissionStatusTitle[status]}
    </Badge>
  )
}
