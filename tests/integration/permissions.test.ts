import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { UserActor } from '#lib/domain/actor'
import { can, type Permission, roles } from '#lib/domain/permissions'
import { assignSubmissions } from '#lib/operations/assign-submissions'
import { changeUser } from '#lib/operations/change-user'
import { claimSubmission, takeNext } from '#lib/operations/claim-submission'
import { correctField } from '#lib/operations/correct-field'
import { createApiClient } from '#lib/operations/create-api-client'
import { decideSubmission } from '#lib/operations/decide-submission'
import { deleteView } from '#lib/operations/delete-view'
import { drawRegion } from '#lib/operations/draw-region'
import { escalateSubmission } from '#lib/operations/escalate-submission'
import { exportQueue } from '#lib/operations/export-queue'
import { exportStats } from '#lib/operations/export-stats'
import { handOverSubmission } from '#lib/operations/hand-over-submission'
import { inviteUser } from '#lib/operations/invite-user'
import { issueResubmissionLink } from '#lib/operations/issue-resubmission-link'
import { markFinding } from '#lib/operations/mark-finding'
import { openSealedCapture } from '#lib/operations/open-sealed-capture'
import { readMentions } from '#lib/operations/read-mentions'
import { receiveSubmission } from '#lib/operations/receive-submission'
import { releaseClaim } from '#lib/operations/release-claim'
import { removeRegion } from '#lib/operations/remove-region'
import { reopenSubmission } from '#lib/operations/reopen-submission'
import { requestChecks } from '#lib/operations/request-checks'
import { revokeApiClient } from '#lib/operations/revoke-api-client'
import { rotateCapture } from '#lib/operations/rotate-capture'
import { savePreferences } from '#lib/operations/save-preferences'
import { saveReasonTemplate } from '#lib/operations/save-reason-template'
import { saveView } from '#lib/operations/save-view'
import { sealCapture } from '#lib/operations/seal-capture'
import { showPictures } from '#lib/operations/show-pictures'
import { skipSubmission } from '#lib/operations/skip-submission'
import { snoozeSubmissions } from '#lib/operations/snooze-submissions'
import { undoDecision } from '#lib/operations/undo-decision'
import { unmarkFinding } from '#lib/operations/unmark-finding'
import { viewCapture } from '#lib/operations/view-capture'
import { withdrawNote } from '#lib/operations/withdraw-note'
import { writeNote } from '#lib/operations/write-note'
import { apiClients, intakeClients, policies } from '#lib/queries/api-clients'
import { auditFilterSchema, auditLog, auditPeople } from '#lib/queries/audit-log'
import { bulkSelection } from '#lib/queries/bulk-selection'
import { caseHistory } from '#lib/queries/case-history'
import { caseNotes } from '#lib/queries/case-notes'
import { caseSearch } from '#lib/queries/case-search'
import { caseTimeline } from '#lib/queries/case-timeline'
import { colleagues } from '#lib/queries/colleagues'
import { comparableCaptures } from '#lib/queries/comparable-captures'
import { decisionDesk } from '#lib/queries/decision-desk'
import { documentFields } from '#lib/queries/document-fields'
import { evidenceShown } from '#lib/queries/evidence-shown'
import { failureReasons, statsFilterSchema } from '#lib/queries/failure-reasons'
import { findCases } from '#lib/queries/find-cases'
import { mentions } from '#lib/queries/mentions'
import { messageText } from '#lib/queries/message-text'
import { nearDuplicates } from '#lib/queries/near-duplicates'
import { outbox } from '#lib/queries/outbox'
import { ownPreferences } from '#lib/queries/own-preferences'
import { pictureAccess } from '#lib/queries/picture-access'
import { queueChoices } from '#lib/queries/queue-choices'
import { reasonTemplateHistory, reasonTemplates } from '#lib/queries/reason-templates'
import { queueCounts, queueRows, reviewQueue } from '#lib/queries/review-queue'
import { queueFilterSchema } from '#lib/queries/review-queue/queue-filter'
import { reviewWorkspace } from '#lib/queries/review-workspace'
import { reviewerAgreement } from '#lib/queries/reviewer-agreement'
import { reviewerMarks } from '#lib/queries/reviewer-marks'
import { savedViews } from '#lib/queries/saved-views'
import { sessionSummary } from '#lib/queries/session-summary'
import { submissionStanding } from '#lib/queries/submission-standing'
import { supportCase } from '#lib/queries/support-case'
import { users } from '#lib/queries/users'
import { wrongFindings } from '#lib/queries/wrong-findings'
import { metadata } from '../factories.ts'

const id = randomUUID()
const texts = { title: 'T', explanation: 'E', advice: 'A' }

/** Every operation and query a signed-in person can reach, with the permission it asks for. */
const doors: [name: string, permission: Permission, call: (actor: UserActor) => Promise<unknown>][] = [
  ['claimSubmission', 'submission:review', (actor) => claimSubmission(actor, { submissionId: id })],
  ['takeNext', 'submission:review', (actor) => takeNext(actor, {})],
  ['skipSubmission', 'submission:review', (actor) => skipSubmission(actor, { submissionId: id, reason: 'unclear' })],
  ['snoozeSubmissions', 'submission:review', (actor) => snoozeSubmissions(actor, { submissionIds: [id], until: null })],
  ['escalateSubmission', 'submission:review', (actor) => escalateSubmission(actor, { submissionId: id, note: 'N' })],
  [
    'handOverSubmission',
    'submission:review',
    (actor) => handOverSubmission(actor, { submissionId: id, toUserId: id, note: 'N' }),
  ],
  [
    'assignSubmissions',
    'submission:review',
    (actor) => assignSubmissions(actor, { submissionIds: [id], toUserId: null }),
  ],
  ['saveView', 'queue:read', (actor) => saveView(actor, { viewId: id, name: 'N', shared: false, query: '' })],
  ['deleteView', 'queue:read', (actor) => deleteView(actor, { viewId: id })],
  ['exportQueue', 'queue:read', (actor) => exportQueue(actor, { rows: 0, filters: [] })],
  ['savedViews', 'queue:read', (actor) => savedViews(actor)],
  ['queueChoices', 'queue:read', (actor) => queueChoices(actor)],
  ['queueCounts', 'queue:read', (actor) => queueCounts(actor, [])],
  ['queueRows', 'queue:read', (actor) => queueRows(actor, queueFilterSchema.parse({}), [id]).next()],
  ['colleagues', 'queue:read', (actor) => colleagues(actor)],
  ['submissionStanding', 'submission:review', (actor) => submissionStanding(actor, id)],
  ['bulkSelection', 'submission:decide', (actor) => bulkSelection(actor, { submissionIds: [id, id] })],
  ['releaseClaim', 'submission:review', (actor) => releaseClaim(actor, { submissionId: id })],
  [
    'decideSubmission',
    'submission:decide',
    (actor) => decideSubmission(actor, { submissionId: id, outcome: 'approved', reasons: [], note: null }),
  ],
  ['undoDecision', 'submission:decide', (actor) => undoDecision(actor, { reviewId: id })],
  [
    'reopenSubmission',
    'submission:reopen',
    (actor) => reopenSubmission(actor, { submissionId: id, cause: 'reopened', why: 'W' }),
  ],
  [
    'reopenSubmission, for an appeal',
    'submission:appeal',
    (actor) => reopenSubmission(actor, { submissionId: id, cause: 'appealed', why: 'W' }),
  ],
  ['correctField', 'submission:decide', (actor) => correctField(actor, { submissionId: id, field: 'sex', value: 'F' })],
  ['writeNote', 'submission:review', (actor) => writeNote(actor, { submissionId: id, body: 'B', mentionedIds: [] })],
  ['withdrawNote', 'submission:review', (actor) => withdrawNote(actor, { noteId: id })],
  ['readMentions', 'submission:review', (actor) => readMentions(actor, { caseId: id })],
  ['documentFields', 'submission:review', (actor) => documentFields(actor, id)],
  ['caseNotes', 'submission:review', (actor) => caseNotes(actor, id)],
  ['caseHistory', 'submission:review', (actor) => caseHistory(actor, id)],
  ['caseTimeline', 'submission:review', (actor) => caseTimeline(actor, { submissionId: id })],
  ['nearDuplicates', 'submission:review', (actor) => nearDuplicates(actor, id)],
  ['messageText', 'submission:review', (actor) => messageText(actor, id)],
  ['mentions', 'submission:review', (actor) => mentions(actor, {})],
  ['requestChecks', 'submission:check', (actor) => requestChecks(actor, { submissionIds: [id] })],
  ['viewCapture', 'capture:view', (actor) => viewCapture(actor, id, 'view')],
  ['sessionSummary', 'submission:decide', (actor) => sessionSummary(actor, { zone: 'UTC' })],
  ['findCases', 'case:support', (actor) => findCases(actor, { q: 'nobody' })],
  ['ownPreferences', 'preferences:save', (actor) => ownPreferences(actor)],
  ['savePreferences', 'preferences:save', (actor) => savePreferences(actor, { keys: {} })],
  ['sealCapture', 'capture:view', (actor) => sealCapture(actor, id)],
  ['openSealedCapture', 'capture:view', (actor) => openSealedCapture(actor, id)],
  ['showPictures', 'capture:view', (actor) => showPictures(actor, { submissionId: id })],
  ['pictureAccess', 'capture:view', (actor) => pictureAccess(actor, id)],
  ['viewCapture, a tile', 'capture:view', (actor) => viewCapture(actor, id, { level: 0, column: 0, row: 0 })],
  ['rotateCapture', 'capture:view', (actor) => rotateCapture(actor, { captureId: id, rotation: 90 })],
  [
    'drawRegion',
    'submission:review',
    (actor) => drawRegion(actor, { captureId: id, points: [[0, 0]], comment: '', reason: null }),
  ],
  ['removeRegion', 'submission:review', (actor) => removeRegion(actor, { regionId: id })],
  ['markFinding', 'submission:review', (actor) => markFinding(actor, { findingId: id, note: '' })],
  ['unmarkFinding', 'submission:review', (actor) => unmarkFinding(actor, { findingId: id })],
  ['reviewerMarks', 'submission:review', (actor) => reviewerMarks(actor, id)],
  ['comparableCaptures', 'submission:review', (actor) => comparableCaptures(actor, id)],
  [
    'receiveSubmission',
    'submission:receive',
    (actor) =>
      receiveSubmission(actor, {
        clientId: id,
        source: 'intake',
        metadata: metadata(),
        files: [],
        idempotencyKey: null,
      }),
  ],
  ['issueResubmissionLink', 'link:issue', (actor) => issueResubmissionLink(actor, { submissionId: id })],
  [
    'saveReasonTemplate',
    'wording:save',
    (actor) => saveReasonTemplate(actor, { code: 'doc_fake', locale: 'en', basedOn: 99, ...texts }),
  ],
  [
    'inviteUser',
    'user:manage',
    (actor) =>
      inviteUser(actor, { email: `${randomUUID()}@x.example`, name: 'N', role: 'support', password: 'x'.repeat(12) }),
  ],
  ['changeUser', 'user:manage', (actor) => changeUser(actor, { userId: id, role: 'admin', disabled: false })],
  [
    'createApiClient',
    'api-client:manage',
    (actor) => createApiClient(actor, { name: randomUUID(), policyName: 'none' }),
  ],
  ['revokeApiClient', 'api-client:manage', (actor) => revokeApiClient(actor, { clientId: id })],
  ['reviewQueue', 'queue:read', (actor) => reviewQueue(actor, queueFilterSchema.parse({}))],
  ['reviewWorkspace', 'submission:review', (actor) => reviewWorkspace(actor, id)],
  ['caseSearch', 'case:support', (actor) => caseSearch(actor, { q: 'nobody' })],
  ['supportCase', 'case:support', (actor) => supportCase(actor, id)],
  ['failureReasons', 'stats:read', (actor) => failureReasons(actor, statsFilterSchema.parse({}))],
  ['wrongFindings', 'stats:read', (actor) => wrongFindings(actor, { days: 30 })],
  ['reviewerAgreement', 'stats:read', (actor) => reviewerAgreement(actor, { days: 7 })],
  ['evidenceShown', 'submission:review', (actor) => evidenceShown(actor, id)],
  ['decisionDesk', 'submission:review', (actor) => decisionDesk(actor, id)],
  ['auditLog', 'audit:read', (actor) => auditLog(actor, auditFilterSchema.parse({}))],
  ['auditPeople', 'audit:read', (actor) => auditPeople(actor)],
  ['exportStats', 'stats:read', (actor) => exportStats(actor, { table: 'reasons', days: 7, rows: 0 })],
  ['outbox', 'outbox:read', (actor) => outbox(actor, {})],
  ['reasonTemplates', 'wording:read', (actor) => reasonTemplates(actor, 'en')],
  [
    'reasonTemplateHistory',
    'wording:read',
    (actor) => reasonTemplateHistory(actor, { code: 'doc_fake', locale: 'en' }),
  ],
  ['users', 'user:manage', (actor) => users(actor)],
  ['apiClients', 'api-client:manage', (actor) => apiClients(actor)],
  ['intakeClients', 'submission:receive', (actor) => intakeClients(actor)],
  ['policies', 'policy:read', (actor) => policies(actor)],
]

const actorOf = (role: UserActor['role']): UserActor => ({
  kind: 'user',
  id: randomUUID(),
  sessionId: randomUUID(),
  name: role,
  email: `${role}@retake.example`,
  role,
})

describe.each(doors)('%s', (_name, permission, call) => {
  test.each(roles.filter((role) => !can(role, permission)))('is closed to %s', async (role) => {
    await expect(call(actorOf(role))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test.each(roles.filter((role) => can(role, permission)))('is open to %s', async (role) => {
    const outcome = await call(actorOf(role)).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
    expect(outcome).not.toBe('FORBIDDEN')
  })
})
