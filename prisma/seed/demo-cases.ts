import type { CaptureKind, DocumentType } from '#lib/domain/capture'
import type { ChosenReason, Outcome } from '#lib/domain/decision'
import type { ReasonCode } from '#lib/domain/reasons'
import { makeRandom, type Random } from '#specimens/random'
import type { SpoilKind, SpoilOptions } from '#specimens/spoil'

export interface DemoAttempt {
  /** Hours before now at which it came in. */
  hoursAgo: number
  captures: { kind: CaptureKind; spoil: SpoilOptions[] }[]
  /** The attempt whose very pictures it sends, where somebody uses another's: the case's external id, and which attempt. */
  picturesOf?: { externalId: string; index: number }
  /** Null while it waits. */
  decision: { outcome: Outcome; reasons: ChosenReason[]; afterHours: number; waitsForSecond?: boolean } | null
}

export interface DemoCase {
  externalId: string
  documentType: DocumentType
  country: string
  locale: string
  attempts: DemoAttempt[]
}

/** What a defect leads a reviewer to say; the share of each is roughly what help pages complain about most. */
const defects: { spoil: SpoilKind; reason: ReasonCode; weight: number; selfie?: boolean }[] = [
  { spoil: 'glare', reason: 'image_glare', weight: 6 },
  { spoil: 'motion_blur', reason: 'image_blurry', weight: 5, selfie: true },
  { spoil: 'defocus', reason: 'image_blurry', weight: 4, selfie: true },
  { spoil: 'cut', reason: 'doc_cut_off', weight: 4 },
  { spoil: 'shadow', reason: 'image_shadow', weight: 2 },
  { spoil: 'dark', reason: 'image_too_dark', weight: 2, selfie: true },
  { spoil: 'black_and_white', reason: 'image_black_and_white', weight: 2 },
  { spoil: 'low_resolution', reason: 'image_low_resolution', weight: 1 },
]

const countries = ['LVA', 'LVA', 'LVA', 'EST', 'LTU', 'LTU', 'POL', 'DEU', 'UTO']
const kindsOf = { passport: ['passport_page', 'selfie'], id_card: ['id_front', 'id_back', 'selfie'] } as const

/** The case with the longest history: three attempts, notes, and pictures that turn up elsewhere. */
export const thirdTry = 'demo-third-try-waiting-1'

/** How many cases of each course: together more than sixty submissions over thirty days. */
const courses = [
  { course: 'waiting', count: 16 },
  { course: 'second_review', count: 1 },
  { course: 'approved', count: 16 },
  { course: 'sent_back', count: 7 },
  { course: 'second_try_approved', count: 7 },
  { course: 'second_try_waiting', count: 3 },
  { course: 'third_try_waiting', count: 1 },
  { course: 'same_picture', count: 1 },
  { course: 'rejected', count: 5 },
] as const

/** The demo's cases, those that wait first; the same every time. */
export function demoCases(): DemoCase[] {
  return courses.flatMap(({ course, count }) =>
    Array.from({ length: count }, (_, index) => demoCase(`demo-${course.replaceAll('_', '-')}-${index + 1}`, course)),
  )
}

function demoCase(externalId: string, course: (typeof courses)[number]['course']): DemoCase {
  const random = makeRandom(externalId)
  const documentType: DocumentType = random.chance(0.4) ? 'passport' : 'id_card'
  const country = random.pick(countries)
  const base = { externalId, documentType, country, locale: country === 'LVA' ? 'lv' : 'en' }
  const daysAgo = (from: number, to: number) => 24 * (from + random.whole(0, (to - from) * 100) / 100)
  switch (course) {
    case 'waiting':
      return { ...base, attempts: [attempt(random, documentType, random.whole(2, 300) / 10, random.chance(0.6), null)] }
    case 'approved':
      return { ...base, attempts: [attempt(random, documentType, daysAgo(1, 30), false, 'approved')] }
    case 'rejected':
      return { ...base, attempts: [attempt(random, documentType, daysAgo(1, 30), true, 'rejected')] }
    // What a reviewer may well say of a drawn document, and what the demo's policy wants two people for.
    case 'second_review': {
      const judged = attempt(random, documentType, 5, false, 'rejected')
      const capture = judged.captures[0]!.kind
      const reasons: ChosenReason[] = [{ code: 'doc_sample_or_template', capture }]
      return { ...base, attempts: [{ ...judged, decision: { ...judged.decision!, reasons, waitsForSecond: true } }] }
    }
    case 'third_try_waiting': {
      const tries = [70, 30].map((hours) => attempt(random, 'id_card', hours, true, 'resubmission_requested'))
      return { ...base, documentType: 'id_card', attempts: [...tries, attempt(random, 'id_card', 4, true, null)] }
    }
    // Another person with the pictures of the case above.
    case 'same_picture': {
      const picturesOf = { externalId: thirdTry, index: 2 }
      const attempts = [{ ...attempt(random, 'id_card', 2, false, null), picturesOf }]
      return { ...base, documentType: 'id_card', attempts }
    }
    case 'sent_back':
      return { ...base, attempts: [attempt(random, documentType, daysAgo(0.5, 12), true, 'resubmission_requested')] }
    default: {
      const waits = course === 'second_try_waiting'
      const first = attempt(
        random,
        documentType,
        waits ? daysAgo(1, 4) : daysAgo(3, 28),
        true,
        'resubmission_requested',
      )
      const again = attempt(random, documentType, 0, false, waits ? null : 'approved')
      const hoursAgo = waits ? random.whole(5, 80) / 10 : first.hoursAgo - random.whole(20, 60)
      return { ...base, attempts: [first, { ...again, hoursAgo }] }
    }
  }
}

function attempt(
  random: Random,
  documentType: DocumentType,
  hoursAgo: number,
  flawed: boolean,
  outcome: Outcome | null,
): DemoAttempt {
  const captures = kindsOf[documentType].map((kind) => ({ kind, spoil: [] as SpoilOptions[] }))
  const reasons: ChosenReason[] = []
  if (flawed) {
    const defect = random.pick(defects.flatMap((one) => Array<(typeof defects)[number]>(one.weight).fill(one)))
    const capture = captures[defect.selfie && random.chance(0.3) ? captures.length - 1 : 0]!
    capture.spoil.push({
      kind: defect.spoil,
      amount: random.whole(45, 75) / 100,
      ...(defect.reason === 'image_blurry' && random.chance(0.5) && { where: 'part' as const }),
    })
    reasons.push({ code: defect.reason, capture: capture.kind })
  }
  const afterHours = random.whole(2, 90) / 10
  return {
    hoursAgo,
    captures,
    decision: outcome && { outcome, reasons: outcome === 'approved' ? [] : reasons, afterHours },
  }
}
