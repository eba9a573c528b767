/*
 * How authorities write Cyrillic and Greek names in Latin letters. States differ, and one state over the years, so a name has as
 * many spellings as there are tables; which one a document follows is not known.
 */

type Letters = Readonly<Record<string, string>>

/** "Ж ZH, Ь" as a table; a letter alone is left out when written in Latin. */
function table(pairs: string): Letters {
  return Object.fromEntries(
    pairs.split(',').map((pair) => {
      const [letter, latin = ''] = pair.trim().split(' ')
      return [letter!, latin]
    }),
  )
}

/** ICAO Doc 9303-3, 6, table B, without its exceptions by language. */
const doc9303 = table(
  'А A, Б B, В V, Г G, Ґ G, Д D, Ђ D, Ѓ G, Е E, Ё E, Є IE, Ж ZH, З Z, Ѕ DZ, И I, І I, Ї I, Й I, Ј J, К K, Ќ K, Л L, Љ LJ, М M, ' +
    'Н N, Њ NJ, О O, П P, Р R, С S, Т T, Ћ C, У U, Ў U, Ф F, Х KH, Ц TS, Ч CH, Џ DZ, Ш SH, Щ SHCH, Ъ IE, Ы Y, Ь, Э E, Ю IU, Я IA',
)

/** What each differs in from that table. Initial YU for IU and the like are no difference: see `soundOf` in names.ts. */
const cyrillic: readonly Letters[] = [
  {},
  // Russian as written before: the hard sign left out, Ё as it sounds.
  table('Ъ, Ё YO'),
  // Doc 9303-3, exceptions for Belarusian.
  table('Г H, Ё IO'),
  // Doc 9303-3, exceptions for Ukrainian; ЗГ by the Cabinet of Ministers' resolution 55 of 2010.
  table('ЗГ ZGH, Г H, И Y'),
  // Bulgaria's Transliteration Act of 2009.
  table('Щ SHT, Ъ A, Х H, Ь Y'),
  // Doc 9303-3, exceptions for Macedonian.
  table('Х H, Ц C, Ѓ GJ, Ќ KJ, Џ DJ'),
  // Alphabets with carons, these left out: Doc 9303-3's exceptions for Serbian, ISO 9, names as Baltic states write them.
  table('Ж Z, Х H, Ц C, Ч C, Ш S, Щ SC, Ю JU, Я JA, Й J, Ђ DJ'),
]

/** ELOT 743 (ISO 843, transcription), which Greece's passports follow. */
const elot743 = table(
  'Α A, Β V, Γ G, Δ D, Ε E, Ζ Z, Η I, Θ TH, Ι I, Κ K, Λ L, Μ M, Ν N, Ξ X, Ο O, Π P, Ρ R, Σ S, Τ T, Υ Y, Φ F, Χ CH, Ψ PS, Ω O, ' +
    'ΓΓ NG, ΓΞ NX, ΓΧ NCH, ΟΥ OU',
)

/** The spellings in A–Z of a word all of whose letters are Cyrillic, or all Greek; none where a letter of it is in no table. */
export function romanisations(word: string): string[] {
  const large = word.normalize('NFC').toUpperCase()
  const spellings = /\p{Script=Greek}/u.test(large)
    ? [written(soundedGreek(large), elot743)]
    : cyrillic.map((exceptions) => written(large, { ...doc9303, ...exceptions }))
  return [...new Set(spellings.filter((spelling) => spelling !== null))]
}

function written(word: string, letters: Letters): string | null {
  let text = ''
  for (let at = 0; at < word.length; ) {
    const pair = word.slice(at, at + 2)
    const key = pair.length === 2 && pair in letters ? pair : word[at]!
    at += key.length
    if (key in letters) text += letters[key]
    else if (/[A-Z]/.test(key)) text += key
    else if (/\p{L}/u.test(key)) return null
  }
  return text
}

/** Υ after Α, Ε, Η is F before a voiceless consonant and at the end, else V; ΜΠ is B where the word begins or ends. An accent on the first vowel, or a diaeresis, parts the two. */
function soundedGreek(word: string): string {
  return word
    .replace(/([ΑΕΗ])[ΥΎ](?=[ΘΚΞΠΣΤΦΧΨ]|$)/gu, '$1F')
    .replace(/([ΑΕΗ])[ΥΎ]/gu, '$1V')
    .replace(/ΟΎ/gu, 'ΟΥ')
    .replace(/^ΜΠ|ΜΠ$/gu, 'B')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
}
