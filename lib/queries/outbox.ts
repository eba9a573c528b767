import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { linkUrl } from '#lib/credentials/link-token'
import { db } from '#lib/db/client'
import type { MessageStatus } from '#lib/db/generated/enums'
import { databaseNow } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { linkPlaceholder } from '#lib/domain/message'

export const outboxFilterSchema = z.object({
  status: z.enum(['queued', 'sent', 'failed', 'cancelled']).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
})

export interface OutboxMessage {
  id: string
  reference: string
  recipient: string
  locale: string
  subject: string
  /** As it was sent, with the link while that still works. */
  body: string
  status: MessageStatus
  createdAt: Date
  sentAt: Date | null
}

const pageSize = 50

/** Messages to customers, newest first: what has left the house, and what has not. */
export async function outbox(
  actor: Actor,
  filter: z.infer<typeof outboxFilterSchema>,
): Promise<{ messages: OutboxMessage[]; next: string | null }> {
  authorise(actor, 'outbox:read')
  const now = await databaseNow(db())
  const rows = await db().message.findMany({
    where: { ...(filter.status && { status: filter.status }), ...(filter.before && { id: { lt: filter.before } }) },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    include: {
      case: { select: { reference: true } },
      submission: { select: { links: { where: { expiresAt: { gt: now } }, orderBy: { createdAt: 'desc' } } } },
    },
  })
  const page = rows.slice(0, pageSize)
  return {
    messages: page.map((row) => {
      const [link] = row.submission.links
      const { id, recipient, locale, subject, status, createdAt, sentAt } = row
      const body = link && status === 'sent' ? row.body.replaceAll(linkPlaceholder, linkUrl(link.id)) : row.body
      return { id, reference: row.case.reference, recipient, locale, subject, body, status, createdAt, sentAt }
    }),
    next: rows.length > pageSize ? page.at(-1)!.id : null,
  }
}
