'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { sessionCookieName } from '#app/_server/auth'
import { defineAction } from '#app/_server/define-action'
import { takeNext, takeNextInput } from '#lib/operations/claim-submission'
import { signOut } from '#lib/operations/sign-out'
import { undoDecision, undoDecisionInput } from '#lib/operations/undo-decision'
import { findCases, findCasesInput } from '#lib/queries/find-cases'

export const takeNextSubmission = defineAction(takeNextInput, takeNext)

export const find = defineAction(findCasesInput, findCases)

export const undo = defineAction(undoDecisionInput, undoDecision)

/** Ends the session on the server. The page is rendered anew with the cookie gone and leads to the sign-in page. */
export const endSession = defineAction(z.void(), async ({ sessionId }) => {
  await signOut(sessionId)
  const name = sessionCookieName()
  const cookieJar = await cookies()
  cookieJar.delete({ name, path: '/', secure: name.startsWith('__Secure-') })
})
