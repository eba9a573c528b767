import type { ReactNode } from 'react'
import type { ComputedFacts as Computed } from '#lib/domain/document-fields'
import { formatCount } from '#lib/domain/format'
import { Fact, FactList } from './file-facts.tsx'
import { Badge } from './ui/badge.tsx'

/** Age and days left by the values in force: on the day of receipt, by which the checks go, and today. */
export function ComputedFacts({ age, expiry }: Computed) {
  if (!age && !expiry) return null
  return (
    <FactList>
      {age && (
        <Fact name="Age">
          <Standing bad={age.atReceipt < age.minimum}>{years(age.atReceipt)} at receipt</Standing>
          {age.today !== age.atReceipt && `, ${age.today} today`}; at least {age.minimum} needed
          <Corrected isCorrected={age.isCorrected} />
        </Fact>
      )}
      {expiry && (
        <Fact name="Validity">
          <Standing bad={expiry.atReceipt < 0}>{atReceipt(expiry.atReceipt)}</Standing>
          {expiry.today !== expiry.atReceipt &&
            `, ${expiry.today < 0 ? `expired ${days(expiry.today)} ago` : `${days(expiry.today)} today`}`}
          <Corrected isCorrected={expiry.isCorrected} />
        </Fact>
      )}
    </FactList>
  )
}

function Standing({ bad, children }: { bad: boolean; children: ReactNode }) {
  return <span className={bad ? 'font-semibold text-danger' : 'font-medium'}>{children}</span>
}

function Corrected({ isCorrected }: { isCorrected: boolean }) {
  if (!isCorrected) return null
  return (
    <Badge tone="info" className="ml-1.5">
      by the corrected date
    </Badge>
  )
}

function years(count: number): string {
  return count === 1 ? '1 year' : `${count} years`
}

function atReceipt(left: number): string {
  return left < 0 ? `Expired ${days(left)} before receipt` : `${days(left)} left at receipt`
}

function days(count: number): string {
  return Math.abs(count) === 1 ? '1 day' : `${formatCount(Math.abs(count))} days`
}
