import { inspect } from './cli/inspect.ts'

/** Commands take their arguments and answer with an exit code. */
const commands: Record<string, (args: string[]) => Promise<number>> = { inspect }

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!command) process.stderr.write(`Commands: ${Object.keys(commands).join(', ')}. Each explains itself with --help.\n`)
process.exitCode = command ? await command(args) : 2
