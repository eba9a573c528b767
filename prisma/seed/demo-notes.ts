import type { Submission, User } from '#lib/db/generated/client'
import type { Tx } from '#lib/db/transaction'
import { thirdTry } from './demo-cases.ts'

/** What colleagues wrote on the case with the longest history, one of them naming the other. */
export async function storeNotes(tx: Tx, externalId: string, submission: Submission, reviewers: User[]): Promise<void> {
  const [first, second] = reviewers
  if (externalId !== thirdTry || !first || !second) return
  await storeNote(
    tx,
    submission,
    first,
    'Third try. The card is laminated, I think: daylight instead of a lamp may help.',
    [],
  )
  const question = `@${first.name} the same front is in another case now. Please look before you decide.`
  await storeNote(tx, submission, second, question, [first.id])
}

async function storeNote(
  tx: Tx,
  { id: submissionId, caseId }: Submission,
  author: User,
  body: string,
  mentioned: string[],
): Promise<void> {
  const mentions = { create: mentioned.map((userId) => ({ userId })) }
  const note = await tx.note.create({ data: { caseId, submissionId, authorId: author.id, body, mentions } })
  const actor = { actorKind: 'user', actorId: author.id } as const
  const data = { noteId: note.id, mentioned }
  await tx.auditEvent.create({ data: { type: 'note.written', ...actor, caseId, submissionId, data } })
}
