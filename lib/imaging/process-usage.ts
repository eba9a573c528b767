import { existsSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock (proc_pid_stat(5), USER_HZ). */
const msPerTick = 10

/** Whether this system tells what another process uses. */
export const usageIsKnown = existsSync('/proc/self/stat')

/** Resident memory of a process in bytes; 0 where the system doesn't say or the process has ended. */
export function residentBytes(pid: number): number {
  // In kB whatever the size of a page, which `statm` counts in: 4 to 64 KB by machine.
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readProc(pid, 'status'))?.[1] ?? 0) * 1024
}

/** Processor time that all threads of a process have taken since it started, in milliseconds; 0 as above. */
export function processorMs(pid: number): number {
  const stat = readProc(pid, 'stat')
  // The program's name comes before, in brackets, and may hold anything, brackets too.
  const fields = stat.slice(stat.lastIndexOf(') ') + 2).split(' ')
  return stat ? (Number(fields[11]) + Number(fields[12])) * msPerTick : 0
}

function readProc(pid: number, name: 'stat' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
