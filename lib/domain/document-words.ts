import type { TextReading } from './artifacts.ts'
import { likeness } from './likeness.ts'
import { labelOf, type PrintedLabel } from './printed-labels.ts'
import { bareLetters, placeOfWords, printedLines } from './printed-line.ts'
import type { Outline } from './region.ts'

/** What the words on a document can say it is; the first two are taken, the rest told apart from them. */
export type WordedType = 'passport' | 'id_card' | 'driving_licence' | 'visa' | 'residence_permit' | 'bank_card'

/** Titles as documents of Europe and America carry them, folded to A–Z without spaces. */
const titles: Record<WordedType, readonly string[]> = {
  driving_licence:
    `DRIVINGLICENCE DRIVINGLICENSE DRIVERLICENSE DRIVERLICENCE DRIVERSLICENSE DRIVERSLICENCE FUHRERSCHEIN FUEHRERSCHEIN PERMISDECONDUIRE PERMISODECONDUCCION
    PATENTEDIGUIDA RIJBEWIJS PRAWOJAZDY VADITAJAAPLIECIBA VAIRUOTOJOPAZYMEJIMAS JUHILUBA AJOKORTTI KORKORT KOREKORT FORERKORT RIDICSKYPRUKAZ VODICSKYPREUKAZ VOZACKADOZVOLA
    CARTADECONDUCAO VEZETOIENGEDELY`.split(/\s+/),
  residence_permit:
    `RESIDENCEPERMIT RESIDENCECARD AUFENTHALTSTITEL TITREDESEJOUR PERMISODERESIDENCIA PERMESSODISOGGIORNO VERBLIJFSTITEL VERBLIJFSDOCUMENT KARTAPOBYTU
    UZTURESANASATLAUJA LEIDIMASGYVENTI ELAMISLUBA OLESKELULUPA UPPEHALLSTILLSTAND OPHOLDSTILLADELSE PERMANENTRESIDENT POVOLENIKPOBYTU TITULODERESIDENCIA`.split(
      /\s+/,
    ),
  visa: ['VISA', 'VISUM', 'VIZA', 'VISTO', 'VIZUM', 'VIISUM', 'VIISUMI', 'WIZA'],
  bank_card: ['VALIDTHRU', 'GOODTHRU', 'MASTERCARD', 'CARDHOLDER', 'DEBIT', 'CREDITCARD', 'DEBITCARD'],
  passport:
    `PASSPORT REISEPASS PASSEPORT PASAPORTE PASSAPORTO PASPOORT PASZPORT PASE PASAS PASS PASSI PASPORT CESTOVNIPAS CESTOVNYPAS PUTOVNICA UTLEVEL PASAPORT
    PASSAPORTE`.split(/\s+/),
  id_card:
    `IDENTITYCARD IDCARD IDENTIFICATIONCARD NATIONALIDENTITY PERSONALAUSWEIS IDENTITATSKARTE CARTENATIONALE CARTEDIDENTITE DOCUMENTONACIONAL CARTADIDENTITA
    IDENTITEITSKAART IDENTITEITSKAAR DOWODOSOBISTY PERSONASAPLIECIBA ASMENSTAPATYBES TAPATYBESKORTELE ISIKUTUNNISTUS HENKILOKORTTI IDENTITETSKORT OBCANSKYPRUKAZ
    OBCIANSKYPREUKAZ OSOBNAISKAZNICA OSEBNAIZKAZNICA CARTAODECIDADAO SZEMELYAZONOSITO LETERNJOFTIM LICNAKARTA CARTEDEIDENTITATE`.split(
      /\s+/,
    ),
}

/** A title found, with the place of its line and how surely it was read (0..1). */
export interface FoundTitle {
  type: WordedType
  title: string
  confidence: number
  place: Outline
}

/** A title read less surely than this was hardly one. */
const leastSure = 0.6

/** What the words of a document say it is, and which of its labels were found. */
export interface DocumentWords {
  titles: FoundTitle[]
  labels: PrintedLabel[]
}

/** Titles and labels among the print. A title is a whole part of its line, with at most a letter in eight misread. */
export function documentWords(text: TextReading | null): DocumentWords {
  if (!text) return { titles: [], labels: [] }
  const found: FoundTitle[] = []
  const labels = new Set<PrintedLabel>()
  for (const { words, text: line } of printedLines(text)) {
    const label = labelOf(line)
    // On papers of every kind.
    if (label && label !== 'nationality') labels.add(label)
    // "Passport No." stands on visas and permits, too.
    if (label === 'documentNumber') continue
    for (const [type, title] of titlesIn(line)) {
      const confidence = Math.max(...words.map((word) => word.confidence))
      if (confidence < leastSure) continue
      found.push({ type, title, confidence, place: placeOfWords(words) })
    }
  }
  return { titles: found, labels: [...labels] }
}

function titlesIn(line: string): [WordedType, string][] {
  const runs = line
    .split(/[/|·•,-]/)
    .flatMap((part) => [part, ...part.split(/\s+/)])
    .map(bareLetters)
    .filter((run) => run.length >= 4)
  return (Object.keys(titles) as WordedType[]).flatMap((type) => {
    const title = titles[type].find((known) => runs.some((run) => isTitle(run, known)))
    return title ? [[type, title] as [WordedType, string]] : []
  })
}

function isTitle(run: string, title: string): boolean {
  if (title.length < 7) return run === title
  return run.includes(title) || likeness(run, title) >= 0.87
}
