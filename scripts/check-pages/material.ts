import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckDefinition } from '#lib/checks/check'
import type { SavedLine } from '../../bench/checks/report.ts'
import type { PageMaterial, ShownSpecimen } from './page-text.ts'

const figuresFolder = 'docs/checks/figures'
/** What each check said of its specimen, by id. */
export const specimenFile = 'docs/checks/specimens/said.json'

/** What a check's page is made of: the check, its figures from every set that was measured, and its specimen. */
export function readMaterial(check: CheckDefinition): PageMaterial {
  const lines = readdirSync(figuresFolder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(join(figuresFolder, name), 'utf8')) as SavedLine[])
    .filter((line) => line.check === check.id)
  const said = existsSync(specimenFile) ? JSON.parse(readFileSync(specimenFile, 'utf8')) : {}
  return { check, lines, specimen: (said[check.id] as ShownSpecimen | undefined) ?? null }
}
