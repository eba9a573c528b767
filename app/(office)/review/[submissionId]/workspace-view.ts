import type { FindingView } from '#components/overlay-regions'
import { checkOf, isCheckId } from '#lib/checks/registry'
import type { FindingOutcome } from '#lib/domain/finding'
import { languageFor } from '#lib/domain/language'
import type { Outline } from '#lib/domain/region'
import type { ReviewWorkspace, WorkspaceCapture } from '#lib/queries/review-workspace'

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
  /** The document as the check `cropping` found it. */
  outline: Outline | null
}

export type WorkspaceView = Omit<ReviewWorkspace, 'captures'> & {
  captures: CaptureView[]
  /** The customer's language by its own name. */
  languageName: string
}

/** What the browser gets of a workspace. Runs on the server: the checks' code and the store's keys stay there. */
export function workspaceView(workspace: ReviewWorkspace): WorkspaceView {
  return {
    ...workspace,
    captures: workspace.captures.map(captureView),
    languageName: languageFor(workspace.message.locale).name,
  }
}

function captureView(capture: WorkspaceCapture): CaptureView {
  const { id, kind, widthPx, heightPx, viewWidthPx, viewHeightPx, type, sizeBytes, sha256 } = capture
  const { orientation, rotation, metadata, carried, suggested } = capture
  return {
    ...{ id, kind, widthPx, heightPx, viewWidthPx, viewHeightPx, type, sizeBytes, sha256 },
    ...{ orientation, rotation, metadata, carried, suggested },
    findings: capture.findings.map(findingView),
    outline: outlineOf(capture),
  }
}

function findingView(finding: WorkspaceCapture['findings'][number]): FindingView {
  const { id, check, outcome, score, value, unit, threshold, summary, reasons, regions } = finding
  const title = findingTitle(check, outcome)
  const group = isCheckId(check) ? checkOf(check).group : null
  return { id, group, check, outcome, score, value, unit, threshold, summary, reasons, regions, title }
}

/** Stored findings outlive their checks: one that is no longer registered goes by its id. */
function findingTitle(check: string, outcome: FindingOutcome): string {
  if (!isCheckId(check)) return check
  const { pass, fail } = checkOf(check).title
  if (outcome === 'fail') return fail
  return outcome === 'error' ? `${pass}: the check broke` : pass
}

function outlineOf({ findings }: WorkspaceCapture): Outline | null {
  const outline = findings.find(({ check }) => check === 'cropping')?.detail.outline
  return Array.isArray(outline) && outline.length === 4 ? (outline as unknown as Outline) : null
}
