import { imagingPool } from '#lib/imaging/pool'
import { inOrder } from './inspect/in-order.ts'
import { judgeFile } from './inspect/judge-file.ts'
import { listFiles } from './inspect/list-files.ts'
import { type InspectOptions, InvalidUsage, readOptions, usage } from './inspect/options.ts'
import { ProgressBar } from './inspect/progress-bar.ts'

async function inspectAll(options: InspectOptions): Promise<number> {
  const pool = imagingPool()
  const files = listFiles(options.paths)
  const progress = new ProgressBar(files.length)
  let exitCode = 0
  for await (const { report, judged } of inOrder(files, pool.size, (file) => judgeFile(pool, file, options))) {
    process.stdout.write(`${JSON.stringify(report)}\n`)
    progress.advance(report.file)
    if (!judged) exitCode = 1
  }
  progress.end()
  await pool.close()
  return exitCode
}

/** Runs the checks on files without a server: one JSON line a file on standard output. Exit codes as in `usage`. */
export async function inspect(args: string[]): Promise<number> {
  // A reader that has seen enough (head) closes the pipe; that is no failure.
  process.stdout.on('error', () => process.exit(0))
  try {
    const options = readOptions(args)
    if (options) return await inspectAll(options)
    process.stdout.write(usage)
    return 0
  } catch (error) {
    if (!(error instanceof InvalidUsage)) throw error
    process.stderr.write(`${error.message}\n\n${usage}`)
    return 2
  }
}
