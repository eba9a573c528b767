import { deriveTiles } from './derive-tiles.ts'
import { inspectUpload } from './inspect-upload.ts'
import { openFile } from './open-file.ts'
import type { Reply, Task } from './pool-messages.ts'
import { serveParent } from './serve-parent.ts'
import { sniffType } from './sniff-type.ts'

// The program of the door's children, the first to decode untrusted bytes: nothing but decoders is loaded here.

serveParent(async (task): Promise<Reply> => {
  if (task.task === 'inspect-upload') {
    return { reply: 'inspected', inspection: await inspectUpload(task.bytes, task.policy) }
  }
  if (task.task === 'derive-tiles') return tiled(task)
  throw new Error(`No ${task.task} here`)
})

async function tiled({ bytes }: Extract<Task, { task: 'derive-tiles' }>): Promise<Reply> {
  const type = sniffType(bytes)
  const opened = type && (await openFile(bytes, type))
  if (!opened || 'code' in opened) throw new Error('What passed the door can no longer be opened')
  return { reply: 'tiled', tiles: await deriveTiles(opened.source) }
}
