'use client'

import { useEffect, useRef } from 'react'
import { announce } from '#components/announcer'
import { captureKindTitle, documentTypeTitle } from '#lib/domain/capture'
import { isFlag } from '#lib/domain/finding'
import { isOpen } from '#lib/domain/submission'
import type { ClaimControl } from './use-claim.ts'
import type { WorkspaceView } from './workspace-view.ts'

/**
 * The screen-reader path: a case that opens says what it is and what was found on it; later only what has changed is said.
 * Takes the focus to the heading where it was lost, as after a decision the button it was made with has gone.
 */
export function useAnnouncements(view: WorkspaceView, { standing, holder }: ClaimControl): void {
  const heard = useRef<{ standing: string; found: string } | null>(null)
  const found = foundWords(view)
  const about = `Case ${view.reference}, attempt ${view.attempt}, ${documentTypeTitle[view.documentType]}, ${view.country}.`

  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector('h1')?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (standing === 'asking') return
    const before = heard.current
    heard.current = { standing, found }
    const held = isOpen(view.status) ? standingWords[standing](holder) : 'Settled.'
    if (!before) announce(`${about} ${held} ${found}`)
    else if (before.standing !== standing) announce(held)
    else if (before.found !== found) announce(found)
  }, [standing, holder, found, about, view.status])
}

const standingWords: Record<Exclude<ClaimControl['standing'], 'asking'>, (holder: string | null) => string> = {
  mine: () => 'You hold it.',
  theirs: (holder) => `${holder} holds it.`,
  ended: () => 'Nobody holds it.',
  barred: () => 'It waits for somebody else.',
}

/** "2 problems found: ID card, front: Glare hides part of the document; Selfie: …" */
function foundWords({ status, captures }: WorkspaceView): string {
  if (status === 'received' || status === 'checking') return 'Checks are running.'
  const problems = captures.flatMap(({ kind, findings }) =>
    findings.filter(({ outcome }) => isFlag(outcome)).map(({ title }) => `${captureKindTitle[kind]}: ${title}`),
  )
  if (problems.length === 0) return 'No problem found.'
  return `${problems.length === 1 ? '1 problem' : `${problems.length} problems`} found: ${problems.join('; ')}.`
}
