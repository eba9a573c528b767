import { expect, test } from 'vitest'
import { undoDecision } from '#lib/operations/undo-decision'
import { reviewerAgreement } from '#lib/queries/reviewer-agreement'
import { makeReviewable, makeUser, review } from '../../factories.ts'

const blurred = { code: 'image_blurry' as const, capture: 'id_front' as const }
const glaring = { code: 'image_glare' as const, capture: 'id_front' as const }

test('blind pairs are counted by outcome, by judgement and by reason; undone ones are not', async () => {
  const [a, b, c] = [await makeUser(), await makeUser(), await makeUser()]
  const blind = () => makeReviewable({ blindReviewShare: 1, undoSeconds: 60 })
  const same = await blind()
  await review(a, same, 'rejected', [blurred])
  await review(b, same, 'rejected', [blurred])
  const otherReasons = await blind()
  await review(a, otherReasons, 'rejected', [blurred, glaring])
  await review(b, otherReasons, 'rejected', [glaring])
  const otherOutcome = await blind()
  await review(a, otherOutcome, 'approved')
  await review(b, otherOutcome, 'rejected', [glaring])
  await review(c, otherOutcome, 'rejected', [glaring])
  const undone = await blind()
  await review(a, undone, 'approved')
  const { reviewId } = await review(b, undone, 'approved')
  await undoDecision(b, { reviewId })
  // Four eyes are not blind.
  const seen = await makeReviewable({ fourEyes: [{}] })
  await review(a, seen, 'approved')
  await review(b, seen, 'approved')

  const agreement = await reviewerAgreement(await makeUser('manager'), { days: 7 })
  expect(agreement).toMatchObject({ pairs: 3, sameOutcome: 2, sameJudgement: 1 })
  expect(agreement.byReason).toMatchObject([
    { code: 'image_blurry', both: 1, firstOnly: 1, secondOnly: 0, neither: 1 },
    { code: 'image_glare', both: 1, firstOnly: 0, secondOnly: 1, neither: 1 },
  ])
  expect(await reviewerAgreement(await makeUser('manager'), { days: 7, country: 'ATA' })).toMatchObject({ pairs: 0 })
})
