import { existsSync, readFileSync } from 'node:fs'

const pageBytes = 4096
/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock (proc_pid_stat(5), USER_HZ). */
const msPerTick = 10

/** Whether this system tells what another process uses. */
export const usageIsKnown = existsSync('/proc/self/stat')

/** Resident memory of a process in bytes; 0 where the system doesn't say or the process has ended. */
export function residentBytes(pid: number): number {
  return Number(readProc(pid, 'statm').split(' ')[1] ?? 0) * pageBytes
}

/** Processor time that all threads of a process have taken since it started, in milliseconds; 0 as above. */
export function processorMs(pid: number): number {
  // The program's name comes before, in brackets, and may hold anything.
  const fields = readProc(pid, 'stat').split(') ')[1]?.split(' ')
  return fields ? (Number(fields[11]) + Number(fields[12])) * msPerTick : 0
}

function readProc(pid: number, name: 'stat' | 'statm'): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
