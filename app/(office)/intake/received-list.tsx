import { CircleCheck } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { Card } from '#components/ui/card'
import type { ReceivedSubmission } from './use-intake.ts'

/** What has been taken in since the page was opened, the newest first. */
export function ReceivedList({ received }: { received: readonly ReceivedSubmission[] }) {
  return (
    <div role="status">
      {received.length > 0 && (
        <Card title="Received">
          <ul className="grid gap-1.5 text-[0.8125rem]">
            {received.map(({ id, reference, attempt }) => (
              <li key={id} className="flex items-center gap-2">
                <CircleCheck aria-hidden className="size-4 text-success" />
                <Link
                  href={`/review/${id}` as Route}
                  prefetch={false}
                  className="font-medium text-primary tabular-nums underline-offset-4 hover:underline"
                >
                  {reference}
                </Link>
                <span className="text-muted-foreground">attempt {attempt}; the checks run now</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}
