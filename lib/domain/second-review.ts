import { type Judgement, sameJudgement } from './decision.ts'
import type { FourEyesRule, Policy } from './policy.ts'

/** What a policy's rules look at. */
export interface JudgedFacts {
  country: string
  flagCount: number
}

/** A review that stands, in the order given. */
export interface StandingReview extends Judgement {
  id: string
  blind: boolean
}

/**
 * What follows from one more review.
 * `decide`: it becomes the decision, or `of` does. `wait`: another person is needed; `voids` names the reviews it puts aside.
 */
export type Verdict<Row> =
  | { step: 'decide'; of: 'mine' | Row; agrees: boolean | null }
  | { step: 'wait'; blind: boolean; voids: Row[]; agrees: boolean | null }

type Rules = Pick<Policy, 'fourEyes' | 'thirdOnDisagreement'>

/**
 * The whole rule of second reviews. `standing` holds the reviews that count so far, none of them by the person who now says
 * `mine`; `sampled` asks for a second one that doesn't see the first. A second who says the same releases the decision. One who
 * says otherwise puts the first aside where they could see it, and theirs is a new first; where they could not, a third
 * person sees both, and that word counts. What a rule wants two people for is never released on the word of one.
 */
export function verdict<Row extends StandingReview>(
  rules: Rules,
  facts: JudgedFacts,
  { standing, mine, sampled }: { standing: readonly Row[]; mine: Judgement; sampled: boolean },
): Verdict<Row> {
  const [first, second] = standing
  const asked = (judgement: Judgement) => asksSecondPerson(rules.fourEyes, facts, judgement)
  if (!first) return sampled || asked(mine) ? wait({ blind: sampled }) : decide<Row>('mine')
  if (second) {
    const seconded = standing.some((review) => sameJudgement(review, mine))
    return seconded || !asked(mine) ? decide<Row>('mine') : wait({ voids: [...standing] })
  }
  const agrees = sameJudgement(first, mine)
  if (agrees) return decide<Row>('mine', agrees)
  if (!first.blind) return wait({ voids: [first], agrees })
  return rules.thirdOnDisagreement || asked(first) ? wait({ agrees }) : decide(first, agrees)
}

function decide<Row>(of: 'mine' | Row, agrees: boolean | null = null): Verdict<Row> {
  return { step: 'decide', of, agrees }
}

function wait<Row>(how: { blind?: boolean; voids?: Row[]; agrees?: boolean }): Verdict<Row> {
  return { step: 'wait', blind: false, voids: [], agrees: null, ...how }
}

/** True where one of the policy's rules wants two people for this judgement. */
export function asksSecondPerson(
  rules: readonly FourEyesRule[],
  { country, flagCount }: JudgedFacts,
  { outcome, reasons }: Judgement,
): boolean {
  return rules.some(
    (rule) =>
      (rule.outcomes?.includes(outcome) ?? true) &&
      (rule.reasons?.some((code) => reasons.some((reason) => reason.code === code)) ?? true) &&
      (rule.countries?.includes(country) ?? true) &&
      flagCount >= (rule.minFlags ?? 0),
  )
}
