import { readdirSync, readFileSync } from 'node:fs'

/** Bytes by the kernel's account. */
export interface FamilyMemory {
  /** Of this process and its children together; pages they share are counted in each. */
  resident: number
  /** The same with shared pages counted once. */
  proportional: number
  /** Of this process alone. */
  parent: number
}

function family(): string[] {
  const children = readdirSync('/proc/self/task').flatMap(
    (thread) => readFileSync(`/proc/self/task/${thread}/children`, 'utf8').match(/\d+/g) ?? [],
  )
  return ['self', ...children]
}

/** 0 of a process that just ended. */
function memoryOf(process: string, field: 'Rss' | 'Pss'): number {
  try {
    const text = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8')
    return 1024 * Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1])
  } catch {
    return 0
  }
}

/** Watches until `stop` is called, which answers with the highest seen. `restart` forgets it and answers, too. */
export function watchMemory(): { stop(): FamilyMemory; restart(): FamilyMemory } {
  let peak: FamilyMemory = { resident: 0, proportional: 0, parent: 0 }
  const sample = () => {
    const sum = (field: 'Rss' | 'Pss') => family().reduce((total, process) => total + memoryOf(process, field), 0)
    peak.resident = Math.max(peak.resident, sum('Rss'))
    peak.proportional = Math.max(peak.proportional, sum('Pss'))
    peak.parent = Math.max(peak.parent, memoryOf('self', 'Rss'))
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
