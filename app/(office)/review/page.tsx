import type { Metadata } from 'next'
import { pageActor } from '#app/_server/session'
import { PageHeader } from '#components/ui/page-header'
import { takeNextSubmission } from '../actions.ts'
import { TakeOnArrival } from './take-on-arrival.tsx'

export const metadata: Metadata = { title: 'Review next' }

/** An address for "give me the next one". The claim is made by the browser once it is here, never by fetching the page. */
export default async function ReviewNextPage() {
  await pageActor('submission:review')
  return (
    <>
      <PageHeader title="Review next" />
      <TakeOnArrival takeNext={takeNextSubmission} />
    </>
  )
}
