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

/** A submission's status in words, with an icon and a colour that repeat them. */
export function StatusBadge({ status }: { status: SubmissionStatus }) {
  const { tone, icon: Icon } = looks[status]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {submissionStatusTitle[status]}
    </Badge>
  )
}
