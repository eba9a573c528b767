import { DateTime } from '#components/date-time'
import { Fact, FactList } from '#components/file-facts'
import { documentTypeTitle } from '#lib/domain/capture'
import type { WorkspaceView } from './workspace-view.ts'

/** What the customer's house said about them, and under which policy it is judged. */
export function CaseFacts({ view }: { view: WorkspaceView }) {
  const { declaredName, declaredBirthDate, documentType, country, externalId, clientName, policyTitle } = view
  return (
    <FactList>
      <Fact name="Name">{declaredName ?? <NotGiven />}</Fact>
      <Fact name="Born">{declaredBirthDate ? <BirthDate date={declaredBirthDate} /> : <NotGiven />}</Fact>
      <Fact name="Document">
        {documentTypeTitle[documentType]}, {country}
      </Fact>
      <Fact name="Language">{view.languageName}</Fact>
      <Fact name="External id">
        <span className="font-mono text-xs">{externalId}</span>
      </Fact>
      <Fact name="Client">{clientName}</Fact>
      <Fact name="Policy">{policyTitle}</Fact>
      <Fact name="Received">
        <DateTime value={view.receivedAt} />
      </Fact>
    </FactList>
  )
}

function NotGiven() {
  return <span className="text-muted-foreground">Not given</span>
}

/** A birth date is a day, not a moment: it is the same in every zone. */
function BirthDate({ date }: { date: Date }) {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return <time dateTime={date.toISOString().slice(0, 10)}>{day.format(date)}</time>
}
