import { parseArgs } from 'node:util'
import { checkIds, isCheckId } from '#lib/checks/registry'
import { type CaptureKind, captureKinds, type DocumentType } from '#lib/domain/capture'
import { captureKindSchema, documentTypeSchema } from '#lib/domain/capture-schema'
import { type ShippedPolicyName, shippedPolicies } from '#lib/domain/policy'

const policyNames = Object.keys(shippedPolicies) as ShippedPolicyName[]

export const usage = `npm run -s inspect -- [options] PATH…

Runs the checks on files and folders (recursively, in order of name) and prints one JSON line a file.

  --kind KIND            ${captureKinds.join(' | ')}
                         without it: what the file's or its folder's name says, else what --declared-type
                         implies, else id_front
  --declared-type TYPE   passport | id_card
  --policy NAME          ${policyNames.join(' | ')}
                         without it: camera-photos, but a PDF is opened under photos-and-pdf
  --checks A,B           run these checks alone: ${checkIds.join(', ')}
  --annotate DIR         write each accepted picture, upright, with what was found drawn on it
  --help

Exit code: 0 when every file was judged, whatever the verdict; 1 when a path could not be read (its line
says so, and the rest goes on); 2 when the options make no sense.
`

export interface InspectOptions {
  paths: string[]
  kind: CaptureKind | null
  declaredType: DocumentType | null
  policy: ShippedPolicyName | null
  checks: string[] | undefined
  annotate: string | null
}

/** The command was called in a way that makes no sense; the message says how. */
export class InvalidUsage extends Error {}

function oneOf<T extends string>(option: string, value: string | undefined, known: readonly T[]): T | null {
  if (value === undefined) return null
  const found = known.find((name) => name === value)
  if (!found) throw new InvalidUsage(`--${option} is ${known.join(' or ')}, not “${value}”.`)
  return found
}

function checkList(value: string | undefined): string[] | undefined {
  const ids = value?.split(',').map((id) => id.trim())
  const unknown = ids?.find((id) => !isCheckId(id))
  if (unknown !== undefined) throw new InvalidUsage(`There is no check “${unknown}”; there are ${checkIds.join(', ')}.`)
  return ids
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  const options = {
    kind: text,
    'declared-type': text,
    policy: text,
    checks: text,
    annotate: text,
    help: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    throw new InvalidUsage((error as Error).message)
  }
}

/** Null when only help is wanted. Throws `InvalidUsage`. */
export function readOptions(args: string[]): InspectOptions | null {
  const { values, positionals: paths } = parse(args)
  if (values.help) return null
  if (paths.length === 0) throw new InvalidUsage('Name at least one file or folder.')
  return {
    paths,
    kind: oneOf('kind', values.kind, captureKindSchema.options),
    declaredType: oneOf('declared-type', values['declared-type'], documentTypeSchema.options),
    policy: oneOf('policy', values.policy, policyNames),
    checks: checkList(values.checks),
    annotate: values.annotate ?? null,
  }
}
