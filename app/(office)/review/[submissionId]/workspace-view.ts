import type { OverlayContext } from '#components/overlay-context'
import type { FindingView } from '#components/overlay-regions'
import { checkOf, isCheckId } from '#lib/checks/registry'
import type { FindingOutcome } from '#lib/domain/finding'
import { languageFor, type Wording } from '#lib/domain/language'
import { type ReasonCode, reasonCodes } from '#lib/domain/reasons'
import { tellingValue } from '#lib/domain/telling-value'
import type { ReviewWorkspace, WorkspaceCapture } from '#lib/queries/review-workspace'
import { overlayContextOf } from './overlay-context-of.ts'

/** A capture as the page shows it: with what its checks are called, and without what only the store needs. */
export interface CaptureView
  extends Pick<
    WorkspaceCapture,
    | 'id'
    | 'kind'
    | 'widthPx'
    | 'heightPx'
    | 'viewWidthPx'
    | 'viewHeightPx'
    | 'type'
    | 'sizeBytes'
    | 'sha256'
    | 'orientation'
    | 'rotation'
    | 'metadata'
    | 'carried'
    | 'suggested'
  > {
  findings: FindingView[]
  /** What the checks saw besides what they found wrong. */
  context: OverlayContext
}

export type WorkspaceView = Omit<ReviewWorkspace, 'captures'> & {
  captures: CaptureView[]
  /** The customer's language by its own name. */
  languageName: string
  /** What the customer is told for each reason the findings suggest, in that language. */
  told: Partial<Record<ReasonCode, Wording>>
}

/** What the browser gets of a workspace. Runs on the server: the checks' code and the store's keys stay there. */
export function workspaceView(workspace: ReviewWorkspace): WorkspaceView {
  return {
    ...workspace,
    captures: workspace.captures.map(captureView),
    languageName: languageFor(workspace.message.locale).name,
    told: toldOf(workspace),
  }
}

function toldOf({ captures, message: { locale, wordings } }: ReviewWorkspace): WorkspaceView['told'] {
  const suggested = new Set(captures.flatMap(({ findings }) => findings.flatMap(({ reasons }) => reasons)))
  const shipped = languageFor(locale).wordings
  return Object.fromEntries(
    reasonCodes
      .filter((code) => suggested.has(code))
      .map((code) => {
        const { title, explanation, advice } = wordings[code] ?? shipped[code]
        return [code, { title, explanation, advice }]
      }),
  )
}

function captureView(capture: WorkspaceCapture): CaptureView {
  const { id, kind, widthPx, heightPx, viewWidthPx, viewHeightPx, type, sizeBytes, sha256 } = capture
  const { orientation, rotation, metadata, carried, suggested } = capture
  return {
    ...{ id, kind, widthPx, heightPx, viewWidthPx, viewHeightPx, type, sizeBytes, sha256 },
    ...{ orientation, rotation, metadata, carried, suggested },
    findings: capture.findings.map(findingView),
    context: overlayContextOf(capture.findings),
  }
}

function findingView(finding: WorkspaceCapture['findings'][number]): FindingView {
  const { id, check, outcome, score, value, unit, threshold, summary, reasons, regions } = finding
  const title = findingTitle(check, outcome)
  const group = isCheckId(check) ? checkOf(check).group : null
  const telling = tellingValue(finding)
  return { id, group, check, outcome, score, value, unit, threshold, summary, reasons, regions, title, telling }
}

/** Stored findings outlive their checks: one that is no longer registered goes by its id. */
function findingTitle(check: string, outcome: FindingOutcome): string {
  if (!isCheckId(check)) return check
  const { pass, fail } = checkOf(check).title
  if (outcome === 'fail') return fail
  return outcome === 'error' ? `${pass}: the check broke` : pass
}
