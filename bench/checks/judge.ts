import { readFile } from 'node:fs/promises'
import type { CheckId } from '#lib/checks/registry'
import { type ArtifactSource, runChecks } from '#lib/checks/run-checks'
import { type ArtifactName, type Artifacts, type Declared, lateArtifacts } from '#lib/domain/artifacts'
import { documentTypeOf } from '#lib/domain/capture'
import type { Finding } from '#lib/domain/finding'
import { type Policy, shippedPolicies } from '#lib/domain/policy'
import { gatherArtifacts } from '#lib/imaging/artifacts'
import { inspectUpload } from '#lib/imaging/inspect-upload'
import type { Sample } from './sample.ts'

/** Takes whatever a corpus holds: what is measured is the checks, not the door. */
const policy: Policy = { ...shippedPolicies['photos-and-pdf'], maxSizeBytes: 100_000_000 }

/** Our findings on one picture by check, or null where the door refuses it. */
export async function judge(
  sample: Sample,
  only: readonly CheckId[],
): Promise<Partial<Record<CheckId, Finding>> | null> {
  const bytes = await readFile(sample.path)
  const inspection = await inspectUpload(bytes, policy)
  if (!inspection.accepted) return null
  const { kind } = sample
  const own = gatherArtifacts({ kind, bytes, file: inspection.facts, declared: declaredFor(sample) })
  // A picture of a corpus has no others beside it.
  const isLate = (name: ArtifactName) => lateArtifacts.some((late) => late === name)
  const source: ArtifactSource = {
    get: async <Name extends ArtifactName>(name: Name) =>
      isLate(name) ? ([] as unknown as Artifacts[Name]) : own.get(name),
  }
  const findings = await runChecks(source, policy, { only })
  return Object.fromEntries(findings.map((finding) => [finding.check, finding]))
}

function declaredFor({ kind }: Sample): Declared {
  return {
    documentType: documentTypeOf(kind),
    country: null,
    name: null,
    birthDate: null,
    receivedAt: '2026-06-15T12:00:00.000Z',
  }
}
