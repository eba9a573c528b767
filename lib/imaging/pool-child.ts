import { runChecks } from '#lib/checks/run-checks'
import { gatherArtifacts } from './artifacts.ts'
import { inspectUpload } from './inspect-upload.ts'
import { openFile } from './open-file.ts'
import { sourceAsFile } from './picture-source.ts'
import type { CaptureToCheck, Reply, Task } from './pool-messages.ts'

// The program of a pool's child: the only place where untrusted bytes are decoded. It may be killed at any moment.

function say(reply: Reply): void {
  process.send?.(reply)
}

async function checkCapture({ kind, bytes, facts, declared, policy }: CaptureToCheck, only: string[]): Promise<Reply> {
  const opened = await openFile(bytes, facts.type)
  if ('code' in opened) return { reply: 'failed', message: opened.message }
  const artifacts = gatherArtifacts({ kind, bytes: await sourceAsFile(opened.source), file: facts, declared })
  const onProgress = (finding: Extract<Reply, { reply: 'finding' }>['finding']) => say({ reply: 'finding', finding })
  await runChecks(artifacts, policy, { only, onProgress })
  return { reply: 'checked', readings: await artifacts.readings() }
}

async function perform(task: Task): Promise<Reply> {
  if (task.task === 'check-capture') return checkCapture(task, task.only)
  return { reply: 'inspected', inspection: await inspectUpload(task.bytes, task.policy) }
}

process.on('message', (task: Task) => {
  perform(task).then(say, (error: unknown) => say({ reply: 'failed', message: String(error) }))
})
process.on('disconnect', () => process.exit())
// Ctrl-C reaches the whole group; when to stop is the parent's decision.
process.on('SIGINT', () => {})
say({ reply: 'ready' })
