import type { Browser } from './browser.ts'
import type { CaptureKind, DocumentType } from './capture.ts'
import { english } from './languages/en.ts'
import { latvian } from './languages/lv.ts'
import type { ReasonCode } from './reasons.ts'

/** A reason as a customer reads it: what is wrong, why it matters, what to do. */
export interface Wording {
  title: string
  explanation: string
  advice: string
}

/** Everything a customer reads, in one language. Adding a language is adding a file in `languages/` and its line below. */
export interface Language {
  /** BCP 47 tag. */
  code: string
  /** Its own name for itself. */
  name: string
  captureKinds: Record<CaptureKind, string>
  documentTypes: Record<DocumentType, string>
  /** The wordings that ship; saved versions (ReasonTemplate) take their place. */
  wordings: Record<ReasonCode, Wording>
  /** Texts of messages; `{{reference}}` and `{{link}}` are filled in. */
  message: {
    greeting: string
    closing: string
    adviceLead: string
    /** Opens a message that takes an earlier one's place. */
    correction: string
    approved: { subject: string; intro: string }
    rejected: { subject: string; intro: string }
    resubmission_requested: { subject: string; intro: string; link: string }
  }
  /** What support tells a customer about where the case stands. */
  progress: {
    waiting: string
    inReview: string
    approved: string
    rejected: string
    resubmission: string
    sentAgain: string
  }
  /** The customer's link page; `{{types}}`, `{{size}}`, `{{limit}}` and `{{seconds}}` are filled in. */
  page: Record<PageText, string>
  /** How to let the page use the camera, by browser; the names of its menus as it shows them. */
  allowCamera: Record<Browser, string>
}

export type PageText =
  | 'title'
  | 'intro'
  | 'problem'
  | 'todo'
  | 'takePhoto'
  | 'changePhoto'
  | 'send'
  | 'sending'
  | 'ready'
  | 'missing'
  | 'sent'
  | 'sentDetail'
  | 'expired'
  | 'expiredDetail'
  | 'alreadySent'
  | 'alreadySentDetail'
  | 'kept'
  | 'reference'
  | 'help'
  | 'failed'
  | 'marked'
  | 'language'
  | 'unknown'
  | 'unknownDetail'
  | 'choosePhoto'
  | 'chosen'
  | 'looking'
  | 'looksGood'
  | 'mayRetake'
  | 'wrongType'
  | 'tooLarge'
  | 'notTaken'
  | 'retrying'
  | 'noConnection'
  | 'tryAgain'
  | 'loading'
  | 'trouble'
  | 'close'
  | 'startingCamera'
  | 'fitDocument'
  | 'fitFace'
  | 'switchCamera'
  | 'cameraApp'
  | 'cameraOff'

export const languages = { en: english, lv: latvian } as const satisfies Record<string, Language>
export type LanguageCode = keyof typeof languages
export const languageCodes = Object.keys(languages) as LanguageCode[]

/** The language for a BCP 47 tag like `lv-LV`; English where none fits. */
export function languageFor(locale: string): Language {
  const primary = locale.toLowerCase().split(/[-_]/)[0] ?? ''
  return Object.hasOwn(languages, primary) ? languages[primary as LanguageCode] : languages.en
}
