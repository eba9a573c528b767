'use server'

import { z } from 'zod'
import { defineAction } from '#app/_server/define-action'
import { assignSubmissions, assignSubmissionsInput } from '#lib/operations/assign-submissions'
import { deleteView, deleteViewInput } from '#lib/operations/delete-view'
import { requestChecks, requestChecksInput } from '#lib/operations/request-checks'
import { saveView, saveViewInput } from '#lib/operations/save-view'
import { snoozeSubmissions, snoozeSubmissionsInput } from '#lib/operations/snooze-submissions'
import { bulkSelection, bulkSelectionInput } from '#lib/queries/bulk-selection'
import { colleagues } from '#lib/queries/colleagues'
import { decideTogether, decideTogetherInput } from './decide-together.ts'

export const runChecks = defineAction(requestChecksInput, requestChecks)

export const assign = defineAction(assignSubmissionsInput, assignSubmissions)

export const snooze = defineAction(snoozeSubmissionsInput, snoozeSubmissions)

export const lookAtSelection = defineAction(bulkSelectionInput, async (actor, input) => ({
  ok: true as const,
  selection: await bulkSelection(actor, input),
}))

export const decideAll = defineAction(decideTogetherInput, decideTogether)

export const keepView = defineAction(saveViewInput, saveView)

export const dropView = defineAction(deleteViewInput, deleteView)

export const listColleagues = defineAction(z.void(), (actor) => colleagues(actor))
