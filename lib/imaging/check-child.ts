import { runChecks } from '#lib/checks/run-checks'
import type { Finding } from '#lib/domain/finding'
import { gatherArtifacts } from './artifacts.ts'
import { openFile } from './open-file.ts'
import { sourceAsFile } from './picture-source.ts'
import type { Reply } from './pool-messages.ts'
import { say, serveParent } from './serve-parent.ts'

// The program of the children that check: decodes what the door has decoded before, and reads text and faces in it.

serveParent(async (task): Promise<Reply> => {
  if (task.task !== 'check-capture') throw new Error(`No ${task.task} here`)
  const { kind, bytes, facts: file, declared, policy, only, keep } = task
  const opened = await openFile(bytes, file.type)
  if ('code' in opened) return { reply: 'failed', message: opened.message }
  const artifacts = gatherArtifacts({ kind, bytes: await sourceAsFile(opened.source), file, declared })
  const onProgress = (finding: Finding) => say({ reply: 'finding', finding })
  await runChecks(artifacts, policy, { only, onProgress })
  return { reply: 'checked', readings: await artifacts.readings(keep) }
})
