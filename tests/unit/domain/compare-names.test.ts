import { describe, expect, test } from 'vitest'
import { compareNames, type DocumentName } from '#lib/domain/compare-names'

const limits = { sameName: 0.85, otherName: 0.7 }

function compared(declared: string, surname: string, givenNames: string | null, more: Partial<DocumentName> = {}) {
  return compareNames(declared, { surname, givenNames, hasNoGiven: false, isCut: false, ...more }, limits)
}

describe('names of one person', () => {
  test.each([
    ['Anna Eriksson', 'ERIKSSON', 'ANNA'],
    ['ERIKSSON, Anna', 'ERIKSSON', 'ANNA MARIA'],
    ['García López, José', 'GARCIA LOPEZ', 'JOSE MARIA'],
    ['José García', 'GARCIA LOPEZ', 'JOSE'],
    ['Nguyen Van An', 'NGUYEN', 'VAN AN'],
    ['Sean O’Brien', 'O BRIEN', 'SEAN'],
    ['Annamaria Liepa', 'LIEPA', 'ANNA MARIA'],
    ['Anna Maria Liepa', 'LIEPA', 'ANNAMARIA'],
    ['Jan van der Berg', 'VANDERBERG', 'JAN'],
    ['Maria Santos', 'DOS SANTOS', 'MARIA'],
    ['Le Thi Mai', 'LE', 'THI MAI'],
    ['Xiaoming Li', 'LI', 'XIAO MING'],
    ['Maria Liepa', 'LIEPA', 'ANNA MARIA'],
    ['Anna Bērziņa-Liepa', 'LIEPA', 'ANNA'],
    ['Anna M. Eriksson', 'ERIKSSON', 'ANNA MARIA'],
    ['Jürgen Müller', 'MUELLER', 'JUERGEN'],
    ['Ana Eriksson', 'ERIKSSON', 'ANNA'],
    ['Yulia Petrova', 'PETROVA', 'IULIIA'],
    ['Aleksandra Kovalenko', 'KOVALENKO', 'ALEXANDRA'],
    ['Юлия Щербакова', 'SHCHERBAKOVA', 'IULIIA'],
    ['Щербакова Юлия Сергеевна', 'SCERBAKOVA', 'JULIJA'],
    ['Григорій Шевченко', 'SHEVCHENKO', 'HRYHORII'],
    ['Новак Ђоковић', 'DJOKOVIC', 'NOVAK'],
    ['Ελένη Παπαδοπούλου', 'PAPADOPOULOU', 'ELENI'],
    ['Anna Эрикссон', 'ERIKSSON', 'ANNA'],
  ])('%s: %s, %s', (declared, surname, givenNames) => {
    const { verdict, value } = compared(declared, surname, givenNames)
    expect(verdict).toBe('same')
    expect(value).toBeGreaterThanOrEqual(limits.sameName)
  })

  test('what only one side has is told, and another spelling', () => {
    expect(compared('Anna Eriksson', 'ERIKSSON', 'ANNA MARIA').remark).toBe('“MARIA” is on the document only')
    expect(compared('Anna Maria Eriksson', 'ERIKSSON', 'ANNA').remark).toBe('“Maria” is in the profile only')
    expect(compared('Yulia Petrova', 'PETROVA', 'IULIIA').isSpeltOtherwise).toBe(true)
  })

  test('a holder with one name', () => {
    expect(compared('Suharto', 'SUHARTO', null, { hasNoGiven: true }).verdict).toBe('same')
    expect(compared('Suharto', 'SUHARTO', null).verdict).toBe('unsure')
    expect(compared('Anna Suharto', 'SUHARTO', null, { hasNoGiven: true }).verdict).toBe('unsure')
  })
})

describe('names that can’t be told', () => {
  test.each([
    ['Anna B', 'BERZINA', 'ANNA', 'surname', 'is only an initial in the profile'],
    ['J. Liepa', 'LIEPA', 'JANIS', 'given name', 'is only an initial in the profile'],
    ['A. B.', 'BERZINA', 'ANNA', 'name', 'can’t be compared by initials alone'],
    ['Anna', 'BERZINA', 'ANNA', 'surname', 'is missing in the profile'],
    ['Eriksson', 'ERIKSSON', 'ANNA', 'given name', 'is missing in the profile'],
    ['Anna Eriksson', 'ERIKSSON', null, 'given name', 'could not be read on the document'],
    ['Anne Eriksson', 'ERIKSSON', 'ANNA', 'given name', 'is alike but not the same'],
    ['Min Jang', 'YANG', 'MIN', 'surname', 'is alike but not the same'],
    ['Jon Eriksson', 'ERIKSSON', 'JAN', 'given name', 'is alike but not the same'],
    ['Alex Eriksson', 'ERIKSSON', 'ALEXANDER', 'given name', 'is alike but not the same'],
    ['Anna Maria Liepa', 'LIEPA', 'ANNA ELISABETH', 'name', 'agrees but for “ELISABETH” and “Maria”'],
    [
      'محمد علي',
      'ALI',
      'MUHAMMAD',
      'name',
      'can’t be compared, the profile’s is in Arabic letters, which leave out vowels',
    ],
    ['დავით', 'DAVITI', 'DAVIT', 'name', 'can’t be compared, the profile’s is in another script'],
    ['Елена Коваленко', 'KOVALENKO', 'OKSANA', 'given name', 'differs, written in another script in the profile'],
  ] as const)('%s: %s, %s', (declared, surname, givenNames, part, remark) => {
    const found = compared(declared, surname, givenNames)
    expect(found).toMatchObject({ verdict: 'unsure', part, remark })
    expect(found.value ?? 0).toBeLessThan(limits.sameName)
  })
})

describe('names of two people', () => {
  test.each([
    ['Anna Ozola', 'BERZINA', 'ANNA', 'surname'],
    ['Anna Eriksson', 'ERIKSSON', 'JANIS', 'given name'],
    ['Janis Berzins', 'ERIKSSON', 'ANNA MARIA', 'name'],
    ['J. Ozola', 'BERZINS', 'JANIS', 'surname'],
    ['Jan de Vries', 'DE BOER', 'JAN', 'surname'],
    ['Noor van den Berg', 'VAN DEN HEUVEL', 'NOOR', 'surname'],
    ['Иван Петров', 'ERIKSSON', 'ANNA', 'name'],
  ])('%s: %s, %s', (declared, surname, givenNames, part) => {
    expect(compared(declared, surname, givenNames)).toMatchObject({ verdict: 'differs', part, remark: 'differs' })
  })
})

describe('where the zone is full', () => {
  const cut = { isCut: true }
  test('a beginning is enough, and parts may be left out', () => {
    const long = 'Konstantinopoulos Aleksandros Nikolaos'
    expect(compared(long, 'KONSTANTINOPOULOS', 'ALEK', cut)).toMatchObject({ verdict: 'same', value: 1 })
    expect(compared(long, 'KONSTANTINOPOULOS', 'ALEK').verdict).toBe('unsure')
  })
  test('an initial proves nothing there either', () => {
    expect(compared('Anna Konstantinopoulos', 'KONSTANTINOPOULOS', 'A', cut)).toMatchObject({
      verdict: 'unsure',
      remark: 'is only an initial on the document',
    })
  })
})
