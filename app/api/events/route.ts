import { defineRoute } from '#app/_server/define-route'
import { requireActor } from '#app/_server/session'
import { onChange } from '#lib/db/listen'
import { sessionState } from '#lib/queries/session-state'

const heartbeatMs = 15_000

/**
 * Server-sent events: which submissions changed, as they change, for every open screen. Ids only; what changed is read
 * through the queries, which ask who is looking. Ends when the session does.
 */
export const GET = defineRoute(async (request) => {
  const { sessionId, id: userId } = await requireActor()
  const encoder = new TextEncoder()
  let close = () => {}
  let leave = () => {}
  let hasLeft = false
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const stop = onChange((change) => {
        if (change.userId && change.userId !== userId) return
        send(`event: ${change.type}\ndata: ${JSON.stringify(change)}\n\n`)
      })
      const heartbeat = setInterval(async () => {
        const open = await isOpen(sessionId)
        // Whoever left while we asked has taken the stream along.
        if (hasLeft) return
        if (open) send(': still here\n\n')
        else close()
      }, heartbeatMs)
      leave = () => {
        hasLeft = true
        stop()
        clearInterval(heartbeat)
      }
      close = () => {
        leave()
        close = () => {}
        // Whoever left first has closed it already.
        if (!request.signal.aborted) controller.close()
      }
      request.signal.addEventListener('abort', () => close())
      send('retry: 2000\n\n')
    },
    cancel: () => leave(),
  })
  return new Response(stream, {
    headers: { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no', 'Cache-Control': 'no-store' },
  })
})

async function isOpen(sessionId: string): Promise<boolean> {
  const session = await sessionState(sessionId).catch(() => null)
  return session !== null && !session.locked
}
