import { BarChart } from '#components/bar-chart'
import { ChartCard, type ChartCardProps } from '#components/chart-card'
import { formatCount, formatShare } from '#lib/domain/format'
import { reasons as catalogue } from '#lib/domain/reasons'
import type { ReviewerAgreement } from '#lib/queries/reviewer-agreement'

export interface ReviewersAgreeProps extends Pick<ChartCardProps, 'table' | 'csvHref'> {
  agreement: ReviewerAgreement
}

/** How far two people agree who don't know of each other; per reason by Cohen's kappa, the least agreed on first. */
export function ReviewersAgree({ agreement, ...behind }: ReviewersAgreeProps) {
  const { pairs, sameOutcome, sameJudgement, byReason } = agreement
  const measured = byReason.flatMap(({ kappa, ...rest }) => (kappa === null ? [] : [{ ...rest, kappa }]))
  return (
    <ChartCard
      title="Blind second reviews"
      description={`${formatCount(pairs)} submissions that two people reviewed without knowing of each other: the same outcome in ${formatShare(sameOutcome / pairs)}, the same reasons too in ${formatShare(sameJudgement / pairs)}. Per reason Cohen’s kappa, 1 for full agreement and 0 for chance.`}
      chart={
        <BarChart
          label="Agreement per reason"
          max={1}
          bars={measured
            .toSorted((a, b) => a.kappa - b.kappa)
            .map(({ code, kappa, both, firstOnly, secondOnly }) => ({
              label: catalogue[code].title,
              value: Math.max(0, Math.round(kappa * 100) / 100),
              detail: `named ${both + firstOnly + secondOnly} times, by both ${both}`,
            }))}
        />
      }
      {...behind}
    />
  )
}
