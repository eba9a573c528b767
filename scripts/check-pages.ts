/**
 * `npm run docs:checks [-- --pictures]`: writes a page for each check into docs/checks, from the check's own data and the figures
 * in docs/checks/figures (`npm run bench:checks -- --save FILE`). With `--pictures` also draws the specimens again and marks on
 * each what its check finds, a few seconds a check.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checks } from '#lib/checks/registry'
import { imagingPool } from '#lib/imaging/pool'
import { readMaterial, specimenFile } from './check-pages/material.ts'
import { indexText, pageText } from './check-pages/page-text.ts'
import { showOnSpecimen } from './check-pages/show-on-specimen.ts'

const folder = 'docs/checks'

if (process.argv.includes('--pictures')) {
  mkdirSync(join(folder, 'specimens'), { recursive: true })
  const shown: Record<string, object> = {}
  for (const check of checks) {
    const { picture, ...said } = await showOnSpecimen(check)
    writeFileSync(join(folder, 'specimens', `${check.id}.jpg`), picture)
    shown[check.id] = said
    console.log(`${check.id}: ${said.outcome}, ${said.summary}`)
  }
  writeFileSync(specimenFile, `${JSON.stringify(shown, null, 2)}\n`)
  await imagingPool().close()
}
for (const check of checks) writeFileSync(join(folder, `${check.id}.md`), pageText(readMaterial(check)))
writeFileSync(join(folder, 'README.md'), indexText(checks))
