import { captureKinds } from '#lib/domain/capture'
import { formatBytes } from '#lib/domain/format'
import { defineCheck } from './check.ts'

/** Policy limits decide; the two notes of the brief (C24) only inform. */
export const fileSize = defineCheck({
  id: 'file-size',
  version: 1,
  group: 'file',
  title: { pass: 'File size is in the accepted range', fail: 'File size is out of the accepted range' },
  description:
    'A very small file has usually been through a messenger that threw detail away; the limits are the policy’s.',
  method: 'The number of bytes received, held against the policy’s limits.',
  limits: ['Size says little about quality: a plain picture is small and sharp.'],
  suggests: ['file_too_small', 'file_too_large'],
  unit: 'bytes',
  appliesTo: captureKinds,
  needs: ['file'],
  thresholds: {
    compressedBelow: {
      value: 300_000,
      unit: 'bytes',
      source: 'docs/decisions/021, Files: under 300 KB suggests heavy compression',
    },
    excessiveAbove: {
      value: 5_000_000,
      unit: 'bytes',
      source: 'docs/decisions/021, Files: over 5 MB may be excess metadata',
    },
  },
  run: ({ file }, thresholds, policy) => {
    const { sizeBytes } = file
    const small = sizeBytes < policy.minSizeBytes
    const large = sizeBytes > policy.maxSizeBytes
    const notes: string[] = []
    if (sizeBytes < thresholds.compressedBelow) notes.push('Small enough to suggest heavy compression.')
    if (sizeBytes > thresholds.excessiveAbove) notes.push('Large enough to suggest excess metadata.')
    return {
      outcome: small || large ? 'fail' : 'pass',
      score: scoreOf(sizeBytes, policy.minSizeBytes, policy.maxSizeBytes),
      value: sizeBytes,
      threshold: large ? policy.maxSizeBytes : policy.minSizeBytes,
      summary: summaryOf(sizeBytes, policy.minSizeBytes, policy.maxSizeBytes),
      reasons: small ? ['file_too_small'] : large ? ['file_too_large'] : [],
      detail: { notes, minBytes: policy.minSizeBytes, maxBytes: policy.maxSizeBytes },
    }
  },
})

function summaryOf(size: number, min: number, max: number): string {
  if (size < min) return `Too small: ${formatBytes(size)}, at least ${formatBytes(min)} is asked for.`
  if (size > max) return `Too large: ${formatBytes(size)}, at most ${formatBytes(max)} is accepted.`
  return `${formatBytes(size)}, within ${formatBytes(min)} to ${formatBytes(max)}.`
}

/** 100 inside the limits, falling with the ratio outside. */
function scoreOf(size: number, min: number, max: number): number {
  if (size < min) return (100 * size) / min
  return size > max ? (100 * max) / size : 100
}
