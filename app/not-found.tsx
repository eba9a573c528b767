import Link from 'next/link'
import { FailurePage } from '#components/failure-page'
import { buttonVariants } from '#components/ui/button'

/** No such page, or not for this viewer: which of the two is nobody's business. */
export default function NotFound() {
  return (
    <FailurePage
      title="There is nothing here"
      action={
        <Link href="/" className={buttonVariants({ variant: 'primary' })}>
          Go to the start
        </Link>
      }
    >
      <p>The page doesn't exist, or isn't open to you.</p>
    </FailurePage>
  )
}
