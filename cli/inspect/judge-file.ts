import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import type { Declared } from '#lib/domain/artifacts'
import { type CaptureKind, documentTypeOf } from '#lib/domain/capture'
import type { Finding } from '#lib/domain/finding'
import { defaultPolicyName, type Policy, shippedPolicies } from '#lib/domain/policy'
import { type Refusal, tooManyBytes } from '#lib/domain/refusal'
import { checkCaptures } from '#lib/imaging/check-captures'
import type { Inspection } from '#lib/imaging/inspect-upload'
import type { ImagingPool } from '#lib/imaging/pool'
import { sniffType } from '#lib/imaging/sniff-type'
import { captureKindOf } from './capture-kind.ts'
import type { ListedFile } from './list-files.ts'
import { markedPicture } from './marked-picture.ts'
import type { InspectOptions } from './options.ts'
import { Stopwatch } from './stopwatch.ts'

/** One line of output. Width and height are of the upright picture; times are milliseconds, the first check's with decoding. */
export interface FileReport {
  file: string
  accepted: boolean
  refusal: Pick<Refusal, 'code' | 'message'> | null
  kind: CaptureKind
  width: number | null
  height: number | null
  findings: Pick<
    Finding,
    'check' | 'outcome' | 'score' | 'value' | 'unit' | 'threshold' | 'reasons' | 'regions' | 'detail'
  >[]
  ms: Record<string, number>
}

export interface Judgement {
  report: FileReport
  /** False where the file could not even be read. */
  judged: boolean
}

/** No policy may allow more; a larger file isn't worth reading. */
const readLimitBytes = 100_000_000

function policyFor(bytes: Uint8Array, { policy }: InspectOptions): Policy {
  const fitting = sniffType(bytes) === 'pdf' ? 'photos-and-pdf' : defaultPolicyName
  return shippedPolicies[policy ?? fitting]
}

/** What a command line says of the customer: at most which document they chose. Ages are reckoned as of now. */
function declaredBy({ declaredType }: InspectOptions, kind: CaptureKind): Declared {
  const documentType = declaredType ?? documentTypeOf(kind)
  return { documentType, country: null, name: null, birthDate: null, receivedAt: new Date().toISOString() }
}

function told({
  check,
  outcome,
  score,
  value,
  unit,
  threshold,
  reasons,
  regions,
  detail,
}: Finding): FileReport['findings'][number] {
  return { check, outcome, score, value, unit, threshold, reasons, regions, detail }
}

/** `../photos/a.jpg` becomes `DIR/photos/a.jpg.marked.jpg`: unlike for unlike paths, and never outside DIR. */
function writeMarked(folder: string, path: string, picture: Uint8Array): void {
  const inside = normalize(path)
    .split(/[\\/]/)
    .filter((part) => part !== '..' && part !== '')
    .join('/')
  const target = join(folder, `${inside}.marked.jpg`)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, picture)
}

async function inspectBytes(
  pool: ImagingPool,
  file: ListedFile,
  policy: Policy,
  bytes: Uint8Array,
): Promise<Inspection> {
  if (file.sizeBytes <= readLimitBytes) return pool.inspectUpload(bytes, policy)
  return { accepted: false, refusal: tooManyBytes(file.sizeBytes, policy.maxSizeBytes) }
}

/** Door, checks and marked picture of one file. Never throws for what a file is or contains. */
export async function judgeFile(pool: ImagingPool, file: ListedFile, options: InspectOptions): Promise<Judgement> {
  const watch = new Stopwatch()
  const kind = captureKindOf(file.path, options)
  const empty = { kind, width: null, height: null, findings: [] }
  const refused = ({ code, message }: Pick<Refusal, 'code' | 'message'>): FileReport => {
    return { file: file.path, accepted: false, refusal: { code, message }, ...empty, ms: watch.stages() }
  }
  const read = readOrProblem(file)
  watch.lap('read')
  if (typeof read === 'string') {
    const message = `This path can't be read: ${read}.`
    return { judged: false, report: refused({ code: 'file_corrupt_or_locked', message }) }
  }

  const policy = policyFor(read, options)
  const inspection = await inspectBytes(pool, file, policy, read)
  watch.lap('door')
  if (!inspection.accepted) return { judged: true, report: refused(inspection.refusal) }

  const { facts, derivatives } = inspection
  const declared = declaredBy(options, kind)
  const [findings = []] = await checkCaptures(pool, [{ kind, bytes: read, facts, declared, policy }], {
    only: options.checks,
    onFinding: ({ check }) => watch.lap(check),
  })
  if (options.annotate) {
    writeMarked(options.annotate, file.path, await markedPicture(derivatives.view, findings))
    watch.lap('annotate')
  }
  const { widthPx: width, heightPx: height } = facts
  const report = {
    file: file.path,
    accepted: true,
    refusal: null,
    kind,
    width,
    height,
    findings: findings.map(told),
    ms: watch.stages(),
  }
  return { judged: true, report }
}

/** The bytes (none of a file beyond the limit), or why there are none. */
function readOrProblem({ path, sizeBytes, problem }: ListedFile): Uint8Array | string {
  if (problem) return problem
  try {
    return sizeBytes > readLimitBytes ? new Uint8Array() : readFileSync(path)
  } catch (error) {
    return `the system says ${(error as NodeJS.ErrnoException).code}`
  }
}
