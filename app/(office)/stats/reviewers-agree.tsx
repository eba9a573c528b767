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
      description={`${formatCount(pairs)} reviewed twice: the same outcome in ${formatShare(sameOutcome / pairs)}, the same reasons too in ${formatShare(sameJudgement / pairs)}`}
      chart={
        <div className="grid gap-3">
          <p className="text-[0.8125rem] text-muted-foreground">
            Cohen’s kappa per reason: 1 is full agreement, 0 no more than chance.
          </p>
          <BarChart
            label="Agreement per reason, Cohen’s kappa"
            unit="coefficient"
            max={1}
            bars={measured
              .toSorted((a, b) => a.kappa - b.kappa)
              .map(({ code, kappa, both, firstOnly, secondOnly }) => ({
                label: catalogue[code].title,
                value: kappa,
                detail: `both ${both}, one ${firstOnly + secondOnly}`,
              }))}
          />
        </div>
      }
      {...behind}
    />
  )
}
