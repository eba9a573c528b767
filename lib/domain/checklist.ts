import { z } from 'zod'
import type { CaptureKind } from './capture.ts'
import type { checklistItemSchema, checklistSchema } from './checklist-schema.ts'
import type { ChosenReason } from './decision.ts'
import type { ReasonCode } from './reasons.ts'

const checklistAnswers = ['yes', 'no', 'cannot_tell'] as const
export const checklistAnswerSchema = /* @__PURE__ */ z.enum(checklistAnswers)
export type ChecklistAnswer = z.infer<typeof checklistAnswerSchema>

export const checklistAnswerTitle: Record<ChecklistAnswer, string> = {
  yes: 'Yes',
  no: 'No',
  cannot_tell: 'Can’t tell',
}

export type ChecklistItem = z.infer<typeof checklistItemSchema>

export type Checklist = z.infer<typeof checklistSchema>

const document: CaptureKind[] = ['id_front', 'passport_page']

/**
 * What the articles ask for that no check can see (brief, K7 and C12, C14). Not required: an obvious approval stays two keys, and
 * an answer given to get past a question is worth nothing (docs/decisions/030).
 */
export const shippedChecklist: ChecklistItem[] = [
  item('damage', 'Undamaged', 'Is the document free of tears, holes and worn-off print?', document, 'doc_damaged'),
  item('signature', 'Signed', 'Is there a signature where the document has a place for one?', document, 'doc_unsigned'),
  item('hologram', 'Holograms', 'Do holograms and fine print look as this document has them?', document, 'doc_fake'),
  item('cover', 'No cover', 'Is it photographed without a sleeve, film or case?', document, 'doc_covered'),
]

function item(id: string, title: string, question: string, captures: CaptureKind[], reason: ReasonCode): ChecklistItem {
  return { id, title, question, captures, requiredForApproval: false, reason }
}

/** The items asked of a submission with these captures. */
export function itemsFor(items: readonly ChecklistItem[], sent: readonly CaptureKind[]): ChecklistItem[] {
  return items.filter(({ captures }) => captures.some((kind) => sent.includes(kind)))
}

/** The first item that keeps a submission from being approved: required, and not answered "yes". */
export function keepsFromApproval(items: readonly ChecklistItem[], answers: Checklist): ChecklistItem | null {
  const yes = new Set(answers.filter(({ answer }) => answer === 'yes').map(({ id }) => id))
  return items.find(({ id, requiredForApproval }) => requiredForApproval && !yes.has(id)) ?? null
}

/** What the answers "no" suggest telling the customer, each on the capture its question is about. */
export function reasonsFromChecklist(
  items: readonly ChecklistItem[],
  answers: Checklist,
  sent: readonly CaptureKind[],
): ChosenReason[] {
  const no = new Set(answers.filter(({ answer }) => answer === 'no').map(({ id }) => id))
  return items.flatMap(({ id, reason, captures }) => {
    const capture = captures.find((kind) => sent.includes(kind))
    return reason && capture && no.has(id) ? [{ code: reason, capture }] : []
  })
}
