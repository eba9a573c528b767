import { describe, expect, it } from 'vitest'
import { processorMs, residentBytes, usageIsKnown } from '#lib/imaging/process-usage'

describe.runIf(usageIsKnown)('what a process uses', () => {
  it('is its memory in bytes, as it says itself', () => {
    const { rss } = process.memoryUsage()
    expect(Math.abs(residentBytes(process.pid) - rss) / rss).toBeLessThan(0.2)
  })

  it('is the processor time of all its threads', () => {
    const { user, system } = process.cpuUsage()
    const own = (user + system) / 1000
    expect(Math.abs(processorMs(process.pid) - own)).toBeLessThan(Math.max(500, 0.2 * own))
  })

  it('is nothing once it has ended', () => {
    expect([residentBytes(0), processorMs(0)]).toEqual([0, 0])
  })
})
