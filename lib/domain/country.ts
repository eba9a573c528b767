import { z } from 'zod'

/** ISO 3166-1 alpha-3 and alpha-2 codes, written together. */
const iso = `
  ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI BELBE
  BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW
  CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY
  CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR
  FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU
  GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE
  JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT
  LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ
  MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ
  OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU
  RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK
  SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV
  TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS XKKXK YEMYE
  ZAFZA ZMBZM ZWEZW
`

/** Codes ICAO Doc 9303-3 adds for travel documents: Utopia for specimens, Kosovo, United Nations, European Union, statelessness, orders. */
const icaoOnly = [
  'UTO',
  'RKS',
  'UNO',
  'UNA',
  'UNK',
  'EUE',
  'XOM',
  'XXA',
  'XXB',
  'XXC',
  'XXX',
  'XPO',
  'XBA',
  'XIM',
  'XCC',
  'XCO',
  'XEC',
  'XMP',
  'XES',
  'XDC',
]

const pairs = iso.trim().split(/\s+/)
const alpha3Of = new Map(pairs.map((pair) => [pair.slice(3), pair.slice(0, 3)]))
const alpha2Of = new Map(pairs.map((pair) => [pair.slice(0, 3), pair.slice(3)]))
/** Alpha-3 codes of countries, those of ISO 3166-1 and the specimens' Utopia, to choose from. */
export const countryCodes: readonly string[] = [...alpha2Of.keys(), 'UTO']
const known = new Set([...alpha2Of.keys(), ...icaoOnly])

/** A country as alpha-2 or alpha-3, in any case; read as alpha-3, which is what documents carry. */
export const countrySchema = z
  .string()
  .trim()
  .min(2)
  .max(3)
  .transform((code) => code.toUpperCase())
  .transform((code) => alpha3Of.get(code) ?? code)
  .refine((code) => known.has(code), { error: 'Not an ISO 3166-1 country code' })

const names = new Intl.DisplayNames('en', { type: 'region' })

/** The country's name in English, or the code where it has none. */
export function countryName(alpha3: string): string {
  if (alpha3 === 'UTO') return 'Utopia'
  const alpha2 = alpha2Of.get(alpha3)
  return (alpha2 && names.of(alpha2)) ?? alpha3
}

/** Codes of MRZs that stand for a country of another code. Source: Doc 9303-3, 5: Germany, kinds of British nationality, Kosovo, former codes. */
const sameCountry: Record<string, string> = {
  D: 'DEU',
  GBD: 'GBR',
  GBN: 'GBR',
  GBO: 'GBR',
  GBP: 'GBR',
  GBS: 'GBR',
  RKS: 'XKK',
  ROM: 'ROU',
  ZAR: 'COD',
}

/** The country a code of an MRZ stands for as ISO 3166-1 alpha-3 or ICAO's own code; null where it is none. */
export function countryOfMrz(code: string): string | null {
  const country = sameCountry[code] ?? code
  return known.has(country) ? country : null
}
