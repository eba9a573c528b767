import type { CheckDefinition } from '#lib/checks/check'
import { isLate } from '#lib/checks/check'
import { captureKindTitle } from '#lib/domain/capture'
import { checkGroupTitle } from '#lib/domain/finding'
import { english } from '#lib/domain/languages/en'
import { reasons } from '#lib/domain/reasons'
import type { SavedLine } from '../../bench/checks/report.ts'

/** What the check said of the specimen that its page shows. */
export interface ShownSpecimen {
  /** What the specimen is, such as `ID card, front; glare`. */
  title: string
  outcome: string
  summary: string
}

export interface PageMaterial {
  check: CheckDefinition
  /** Figures of the benchmark, the check's own and its peers'. */
  lines: readonly SavedLine[]
  specimen: ShownSpecimen | null
}

/** A check's page in Markdown, made from the check itself and from what was measured. */
export function pageText({ check, lines, specimen }: PageMaterial): string {
  const parts = [
    `# \`${check.id}\``,
    `${checkGroupTitle[check.group]} · version ${check.version} · ${check.appliesTo.map((kind) => captureKindTitle[kind]).join(' · ')}`,
    `**${check.title.pass}**, or: **${check.title.fail}.** ${check.description}`,
    specimen && specimenText(check.id, specimen),
    '## How it is measured',
    check.method,
    `The native value is in: ${check.unit}. It looks at ${check.needs.map((name) => `\`${name}\``).join(', ')}${isLate(check) ? ', once all captures of the submission were read' : ''}.`,
    thresholdTable(check),
    '## What the customer is told',
    customerText(check),
    '## Figures',
    figuresText(lines),
    '## What it gets wrong, and what it can’t tell',
    check.limits.length > 0 ? check.limits.map((limit) => `- ${limit}`).join('\n') : 'Nothing is known.',
    '[All checks](README.md)',
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function specimenText(id: string, { title, outcome, summary }: ShownSpecimen): string {
  return [
    `![A drawn specimen with what \`${id}\` found marked on it](specimens/${id}.jpg)`,
    `*${title}*. Of this specimen it says, ${outcome}: “${summary}”`,
  ].join('\n\n')
}

function thresholdTable({ thresholds }: CheckDefinition): string {
  const rows = Object.entries(thresholds).map(
    ([name, { value, unit, source }]) => `| \`${name}\` | ${value} ${cell(unit)} | ${cell(source)} |`,
  )
  if (rows.length === 0) return 'It has no thresholds of its own: the policy decides.'
  return ['| threshold | value | source |', '|---|---|---|', ...rows].join('\n')
}

function customerText({ suggests }: CheckDefinition): string {
  if (suggests.length === 0) return 'Nothing: it informs the reviewer and suggests no reason.'
  return suggests
    .map((code) => {
      const { title, explanation, advice } = english.wordings[code]
      const told = reasons[code].audience === 'internal' ? ' (the signal itself is never told)' : ''
      return `- \`${code}\`${told}: *${title}.* ${explanation} ${advice}`
    })
    .join('\n')
}

function figuresText(lines: readonly SavedLine[]): string {
  if (lines.length === 0) return 'None: it follows from facts, or was measured on no set of its own.'
  const tables = [...new Set(lines.map(({ set, table }) => `${set}: ${table}`))]
  return tables
    .map((title) =>
      figureTable(
        title,
        lines.filter(({ set, table }) => `${set}: ${table}` === title),
      ),
    )
    .join('\n\n')
}

function figureTable(title: string, lines: readonly SavedLine[]): string {
  const columns = [...new Set(lines.flatMap(({ figures }) => Object.keys(figures)))]
  const rows = lines.map(({ name, figures, n }) => {
    const cells = columns.map((column) => {
      const figure = figures[column]
      return figure ? `${round(figure.value)} (${round(figure.low)}–${round(figure.high)})` : ''
    })
    return `| ${[cell(name), ...cells, n].join(' | ')} |`
  })
  return [`${title}`, `| | ${columns.join(' | ')} | n |`, `|---|${columns.map(() => '---').join('|')}|---|`, ...rows]
    .join('\n')
    .replace('\n', '\n\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function round(value: number | null): string {
  return value === null || Number.isNaN(value) ? '–' : String(Math.round(value * 1000) / 1000)
}

/** The list of all checks, a row each. */
export function indexText(checks: readonly CheckDefinition[]): string {
  const rows = checks.map(
    ({ id, group, title, unit }) =>
      `| [\`${id}\`](${id}.md) | ${checkGroupTitle[group]} | ${title.pass} | ${cell(unit)} |`,
  )
  return `# The checks

Each is one file in \`lib/checks\`, pure, of the shape in \`lib/checks/check.ts\`, and one line in \`lib/checks/registry.ts\`. A finding carries the native value with its unit, the
threshold it was held against, a score of 0–100 where 100 is good, one of pass / fail / inconclusive / not_applicable / error, the reasons it suggests and the places. None of
them decides: a person does.

| check | looks at | passes as | native value |
|---|---|---|---|
${rows.join('\n')}

These pages are made from the checks themselves by \`npm run docs:checks\`; figures are from \`npm run bench:checks\`. Where the numbers come from is in [decisions](../decisions).

## Add one
Write \`lib/checks/NAME.ts\` with \`defineCheck\`, name in \`needs\` what it has to see, give every threshold its unit and source, add the line to the registry. \`tests/unit/checks\` wants a
picture it passes and one it fails. If it needs something new, add the name to \`lib/domain/artifacts.ts\` and its gatherer to \`lib/imaging/artifacts.ts\`. A line in
\`specimens/check-specimens.ts\` gives its page a picture, and \`npm run docs:checks\` makes the page.
`
}
