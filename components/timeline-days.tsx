import { formatMoment } from './date-time.tsx'
import { Timeline, type TimelineEvent } from './timeline.tsx'

/** A timeline cut into days of the viewer's zone. Events keep their order. */
export function TimelineDays({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <div className="grid gap-4">
      {byDay(events).map(([day, some]) => (
        <section key={day} aria-label={day} className="grid gap-2">
          <h3 className="text-xs font-medium text-muted-foreground">{day}</h3>
          <Timeline events={some} label={`Timeline of ${day}`} />
        </section>
      ))}
    </div>
  )
}

function byDay(events: readonly TimelineEvent[]): [day: string, events: TimelineEvent[]][] {
  const days = new Map<string, TimelineEvent[]>()
  for (const event of events) {
    const day = formatMoment(
      new Date(event.at),
      { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      undefined,
    )
    days.set(day, [...(days.get(day) ?? []), event])
  }
  return [...days]
}
