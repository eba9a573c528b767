import { CircleCheck, CircleDashed, CircleHelp, Minus, TriangleAlert } from 'lucide-react'
import type { FieldAgreement as Agreement } from '#lib/domain/document-field'
import { Badge } from './ui/badge.tsx'

const looks = {
  agree: { tone: 'success', icon: CircleCheck, text: 'Agree' },
  differ: { tone: 'danger', icon: TriangleAlert, text: 'Differ' },
  unsure: { tone: 'warning', icon: CircleHelp, text: 'Unsure' },
  single: { tone: 'outline', icon: Minus, text: 'One source' },
  unread: { tone: 'outline', icon: CircleDashed, text: 'Not read' },
} as const

/** Whether all that is said of a field says the same. */
export function FieldAgreement({ agreement }: { agreement: Agreement }) {
  const { tone, icon: Icon, text } = looks[agreement]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {text}
    </Badge>
  )
}
