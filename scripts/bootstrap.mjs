/**
 * The way into `npm start`, `npm run dev` and `npm test` on a machine where nothing is installed yet: plain JavaScript that
 * any Node since 18 runs. It installs what package-lock.json asks for and isn't there, then hands over to Node 24, which is
 * one of those packages and runs the TypeScript.
 *
 *     node scripts/bootstrap.mjs start.ts [arguments]
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = `${root}node_modules/.bin/node`
// As if Node had been given the script itself.
process.argv.splice(1, 1)
const [script = '', ...args] = process.argv.slice(1)

process.chdir(root)
stopWithNpm()
if (!isInstalled()) install()
if (Number(process.versions.node.split('.')[0]) >= 24) await import(`./${script}`)
else handOver()

/** True when every package of the lock file that this platform can't do without is there in its version. */
function isInstalled() {
  const record = 'node_modules/.package-lock.json'
  if (!existsSync(record) || !existsSync(node)) return false
  const installed = readPackages(record)
  return Object.entries(readPackages('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

function install() {
  console.log('Installing packages, about a minute …')
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const [command, ...before] = [...npm, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync(command, before, { stdio: 'inherit' })
  if (status === 0) return
  console.error('The packages could not be installed; npm says why above.')
  process.exit(1)
}

/** npm passes a SIGTERM on to the shell between it and us, and that dies of it without a word to us. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 300)
  watch.unref()
}

/** Runs the script under Node 24. The channel tells it when this process is gone; Ctrl-C reaches it by itself. */
function handOver() {
  const child = spawn(node, [`scripts/${script}`, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
}
