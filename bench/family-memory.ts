import { readdirSync, readFileSync } from 'node:fs'

/** Bytes by the kernel's account. */
export interface FamilyMemory {
  /** Of this process and its children together; pages they share are counted in each. */
  resident: number
  /** The same with shared pages counted once, at the time when most was resident. */
  proportional: number
  /** Of this process alone. */
  parent: number
}

/** Ids of this process and its children, as the kernel lists them (Linux). */
export function family(): number[] {
  const children = readdirSync('/proc/self/task').flatMap(
    (thread) => readFileSync(`/proc/self/task/${thread}/children`, 'utf8').match(/\d+/g) ?? [],
  )
  return [process.pid, ...children.map(Number)]
}

/** 0 of a process that just ended. */
function bytesIn(pid: number, file: 'status' | 'smaps_rollup', field: 'VmRSS' | 'Pss'): number {
  try {
    const text = readFileSync(`/proc/${pid}/${file}`, 'utf8')
    return 1024 * Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1])
  } catch {
    return 0
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Watches until `stop` is called, which answers with the highest seen. `restart` forgets it and answers, too. */
export function watchMemory(): { stop(): FamilyMemory; restart(): FamilyMemory } {
  let peak: FamilyMemory = { resident: 0, proportional: 0, parent: 0 }
  const sample = () => {
    const processes = family()
    const resident = processes.map((pid) => bytesIn(pid, 'status', 'VmRSS'))
    peak.parent = Math.max(peak.parent, resident[0]!)
    if (sumOf(resident) <= peak.resident) return
    peak.resident = sumOf(resident)
    // For this the kernel walks all pages, 7 ms for a child during which that can't get new ones: not every time.
    peak.proportional = Math.max(peak.proportional, sumOf(processes.map((pid) => bytesIn(pid, 'smaps_rollup', 'Pss'))))
  }
  const timer = setInterval(sample, 50)
  const restart = () => {
    const seen = peak
    peak = { resident: 0, proportional: 0, parent: 0 }
    sample()
    return seen
  }
  const stop = () => {
    clearInterval(timer)
    return peak
  }
  return { stop, restart }
}
