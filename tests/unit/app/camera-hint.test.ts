import { expect, it } from 'vitest'
import { afterLook, type CameraHint, hintOf, noHints } from '#app/resubmit/[token]/camera/camera-hint'
import type { LookReason } from '#lib/queries/resubmission-page'

const cut: LookReason = { code: 'doc_cut_off', title: 'Cut off', advice: 'Go back' }
const glare: LookReason = { code: 'image_glare', title: 'Glare', advice: 'Tilt it' }
const looked = (...reasons: LookReason[]) => ({
  reasons: reasons.map(({ code }) => code),
  rings: [],
  widthPx: 4,
  heightPx: 3,
})
const shownAfter = (...seen: CameraHint[]) => seen.reduce(afterLook, noHints).shown

it('of several reasons the most actionable is told, in the order they are given', () => {
  expect(hintOf(looked(glare, cut), [cut, glare])).toBe(cut)
})

it('a look without reasons is good, and one that says nothing tells nothing', () => {
  expect(hintOf(looked(), [cut])).toBe('good')
  expect(hintOf(null, [cut])).toBeNull()
})

it('is told once two looks in a row agree, and stays until two others do', () => {
  expect(shownAfter(glare)).toBeNull()
  expect(shownAfter(glare, glare)).toBe(glare)
  expect(shownAfter(glare, glare, 'good')).toBe(glare)
  expect(shownAfter(glare, glare, 'good', 'good')).toBe('good')
})

it('does not flicker where looks alternate', () => {
  expect(shownAfter(glare, glare, cut, 'good', cut, 'good', null)).toBe(glare)
})
