import { bareLetters } from './printed-line.ts'

/** What a label on a document announces. */
export type PrintedLabel =
  | 'birthDate'
  | 'expiryDate'
  | 'issueDate'
  | 'surname'
  | 'givenNames'
  | 'documentNumber'
  | 'nationality'

/**
 * Beginnings of labels as documents of Europe and America print them, folded to A–Z without spaces. Sources: Doc 9303-3, 3 (English,
 * French, Spanish) and the languages of the EU's own passports and cards.
 */
const labels: Record<PrintedLabel, readonly string[]> = {
  expiryDate:
    `DATEOFEXP EXPIRYDATE EXPIRATIONDATE DATEEXP EXPIRES EXPIRY GULTIG GUELTIG DATEDEXP DATEDEXPIRATION EXPIREPAR VALIDUNTIL VALIDTHRU VALIDTO
    DERIGALIDZ DERIGUMA GALIOJA FECHADECADUCIDAD CADUCIDAD FECHADEVENC VENCIMIENTO VALIDOHASTA VALIDEZ VALIDADE DATADISCAD SCADENZA SCADE GELDIGTOT DATAWAZN WAZNYDO
    TERMINWAZN PLATNOSTDO PLATIDO VIIMEINENVOIMASSA VIIMVOIMASSA GILTIGTTILL GYLDIGTIL UTLOPS SISTAGILTIG VRIJEDIDO VELJADO KEHTIVKUNI ERVENYES DATASKADIMIT SKADIMIT
    DATEOFEXPIRATION`.split(/\s+/),
  birthDate:
    `DATEOFBIRTH BIRTHDATE DATEOFBIR DOB BORN GEBURTSDATUM GEBURTSTAG GEBOREN GEBDATUM DATEDENAISSANCE NELE NEELE FECHADENACIMIENTO FECHANACIMIENTO NACIMIENTO
    DATADENASCIMENTO NASCIMENTO DATADINASCITA NASCITA NATOIL GEBOORTEDATUM GEBDAT DATAURODZENIA DZIMSANAS DZIMDATUMS GIMIMODATA SUNNIAEG SUNNIKUUPAEV SYNTYMAAIKA
    FODELSE FODT FODSELSDATO DATUMNAROZENI NAROZENI DATUMNARODENIA DATUMRODENJA ROJEN SZULETESI DATELINDJA DATALINDJES DATANASTERII`.split(
      /\s+/,
    ),
  issueDate:
    `DATEOFISSUE ISSUEDATE ISSUED DATEISSUED AUSSTELLUNGSDATUM AUSGESTELLT DATEDEDELIVRANCE DELIVRELE FECHADEEXPEDICION EXPEDICION EMISION DATADEEMISSAO DATADIRILASCIO
    RILASCIO DATUMVANAFGIFTE AFGIFTE DATAWYDANIA WYDANIA IZDOSANAS IZDOTS ISDAVIMO VALJAANDMISE MYONNETTY UTFARDAT UDSTEDT DATUMVYDANI VYDANI DATUMIZDAVANJA
    KIALLITAS DATALESHIMIT LESHIMIT`.split(/\s+/),
  givenNames:
    `GIVENNAME FIRSTNAME FORENAME VORNAME PRENOM NOMBRE NOMES NOMEPROPRIO NOMI VOORNA IMIE IMIONA VARDI VARDS VARDAS VARDAI EESNI ETUNIM FORNAM FORNAVN JMENO MENO IME
    UTONEV EMRI PRENUME`.split(/\s+/),
  surname:
    `SURNAME LASTNAME FAMILYNAME FAMILIENNAME NAME NOM APELLIDO COGNOME APELID ACHTERNAAM GESLACHTSNAAM NAZWISKO UZVARDS PAVARDE PEREKONNANIMI PEREKONNANIM SUKUNIMI
    EFTERNAM EFTERNAVN ETTERNAVN PRIJMENI PRIEZVISKO PREZIME PRIIMEK CSALADINEV MBIEMRI NUME`.split(/\s+/),
  documentNumber:
    `PASSPORTN PASSPORTNO PASSPORTNR PASSNR PASSEPORTN DOCUMENTN DOCUMENTO DOCUMENTNO CARDN CARDNO IDNO IDNUMBER IDENTITYCARDN LICENCEN LICENSEN AUSWEISN DNI NUMERO
    NODUPASSEPORT NUMDOC DOKUMENT DOCNO DOCN NRDOKUMENT PASESNR PASONR PASAPORTE NRPASZPORTU NRLETERNJOFTIM DLN LICN`.split(
      /\s+/,
    ),
  nationality:
    `NATIONALIT NATIONALTY CITIZENSHIP STAATSANGEH NACIONALID NAZIONALITA CITTADINANZA OBYWATELSTWO PILSONIBA PILIETYBE KODAKONDSUS KANSALAISUUS MEDBORGARSKAP
    STATSBORGER STATNIOBCANSTVI STATNAPRISLUSNOST ALLAMPOLGAR DRZAVLJANSTVO SHTETESIA CETATENI`.split(/\s+/),
}
/** In this order: "Date of expiry" must not be taken for a date of something else, nor "Given name" for a name. */
const order = Object.keys(labels) as PrintedLabel[]

/** What a line announces, if it is a label; its parts between slashes are tried each for itself. */
export function labelOf(text: string): PrintedLabel | null {
  const parts = text.split(/[/|·•]/).map((part) => bareLetters(part).replace(/^\d+/, ''))
  for (const part of [...parts, bareLetters(text).replace(/^\d+/, '')]) {
    if (part.length < 3) continue
    const found = order.find((label) => labels[label].some((start) => begins(part, start, label !== 'documentNumber')))
    if (found) return found
  }
  return null
}

/** Short beginnings must be the whole part, long ones may have a letter misread; but "Passport" is not "Passport N". */
function begins(part: string, start: string, mayBeMisread: boolean): boolean {
  if (start.length <= 4) return part === start || part === `${start}S`
  if (part.startsWith(start)) return true
  if (!mayBeMisread || start.length < 8 || part.length < start.length) return false
  let wrong = 0
  for (let at = 0; at < start.length; at++) if (part[at] !== start[at]) wrong++
  return wrong <= 1
}
