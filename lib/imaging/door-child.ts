import { inspectUpload } from './inspect-upload.ts'
import type { Reply } from './pool-messages.ts'
import { serveParent } from './serve-parent.ts'

// The program of the door's children, the first to decode untrusted bytes: nothing but decoders is loaded here.

serveParent(async (task): Promise<Reply> => {
  if (task.task !== 'inspect-upload') throw new Error(`No ${task.task} here`)
  return { reply: 'inspected', inspection: await inspectUpload(task.bytes, task.policy) }
})
