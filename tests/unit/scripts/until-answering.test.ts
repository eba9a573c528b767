import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { untilAnswering } from '../../../scripts/until-answering.ts'

test('a web process that takes the connection and never answers is not waited for without end', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  try {
    await expect(untilAnswering(port, new Promise(() => {}), new AbortController().signal, 0.2)).rejects.toThrow(
      'did not answer',
    )
  } finally {
    silent.close()
  }
})
