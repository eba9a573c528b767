import type { JpegCoding } from './artifacts.ts'

type Metadata = Readonly<Record<string, string>>

/** Names programs that change pictures write into them. Apple's and Google's own camera processing is not among them. */
const editors =
  /photoshop(?! lightroom)|\bgimp\b|paint\.net|snapseed|picsart|pixelmator|affinity|pixlr|photopea|photoscape|paint ?shop|corel|canva|facetune|faceapp|meitu|beautyplus|beautycam|\bb612\b|\bvsco\b|polarr|fotor|krita|inkscape|remini|lensa|youcam|airbrush|picmonkey|acdsee|acd systems|luminar|photodirector|photo ?lab|capcut|microsoft paint|paint 3d|imageready|illustrator|fireworks/i

/** Programs that sort, turn or convert pictures, or develop raw ones: no sign of a changed content. */
const managers =
  /lightroom|shotwell|picasa|xnview|libformat|irfanview|faststone|photo viewer|darktable|rawtherapee|capture one|digikam|imagemagick|graphicsmagick|jpegmini|nero photosnap|iphoto|quicktime/i

const scanners =
  /scan|twain|vuescan|silverfast|epson|canoscan|\bmf\d{3}|lide|fujitsu|scansnap|ricoh|xerox|konica|kyocera|brother|officejet|laserjet|photosmart|deskjet|plustek|avision|mustek|microtek|umax|camscanner|adobe scan|office lens|microsoft lens|genius scan|tiny ?scanner|\bhp (?!.*camera)|naps2|paperport/i

const nameTags = ['Software', 'ProcessingSoftware', 'CreatorTool', 'HistorySoftwareAgent'] as const

/** The editing program that saved the picture, in its own words and where it says so; null where none does. */
export function editorOf(metadata: Metadata, coding: JpegCoding | null): { name: string; where: string } | null {
  for (const tag of nameTags) {
    const name = metadata[tag]
    if (name && editors.test(name)) return { name, where: tag }
  }
  if (/created with gimp/i.test(metadata.UserComment ?? '')) return { name: 'GIMP', where: 'UserComment' }
  const segments = coding?.segments.map(({ name }) => name) ?? []
  const comment = segments.find((name) => name.startsWith('Comment: ') && editors.test(name))
  if (comment) return { name: comment.slice('Comment: '.length), where: 'JPEG comment' }
  // Adobe's programs sign with these two; others write one of them alone. Lightroom does so too, and is no editor.
  if (/lightroom/i.test(managerOf(metadata) ?? '')) return null
  const adobe = segments.includes('Adobe') && (segments.includes('Photoshop 3.0') || segments.includes('Ducky'))
  return adobe ? { name: 'an Adobe program', where: 'JPEG segments' } : null
}

/** A program that sorted, turned or developed the picture; null where none is named. */
export function managerOf(metadata: Metadata): string | null {
  return nameTags.map((tag) => metadata[tag]).find((name) => name && managers.test(name)) ?? null
}

/** The scanner or scanning program that made the picture, in its own words; null where none is named. */
export function scannerOf(metadata: Metadata): string | null {
  const names = [
    metadata.Make,
    metadata.Model,
    metadata.Software,
    metadata.CreatorTool,
    metadata.Creator,
    metadata.Producer,
  ]
  return names.find((name) => name && scanners.test(name) && !/camera/i.test(name)) ?? null
}

/** True where the file carries what only a camera writes. */
export function hasCameraFacts(metadata: Metadata): boolean {
  const { ExposureTime, FNumber, FocalLength, LensModel, ISO } = metadata
  return [ExposureTime, FNumber, FocalLength, LensModel, ISO].filter(Boolean).length >= 2
}

/** `sure` where the lens is named as the front one, `likely` by its focal length, null where nothing says so. */
export function frontCamera(metadata: Metadata): 'sure' | 'likely' | null {
  const { LensModel = '', Make = '', FocalLength = '', LensMake = '' } = metadata
  if (/\bfront\b|truedepth|selfie/i.test(LensModel)) return 'sure'
  if (/\b(back|rear)\b/i.test(LensModel)) return null
  // iPhones' front lenses are 2.6–2.95 mm; their back ones are 1.5–2.3 or 3.8 mm and more.
  const apple = /^apple$/i.test(Make) || /^apple$/i.test(LensMake)
  const focal = Number(FocalLength)
  return apple && focal >= 2.6 && focal <= 2.95 ? 'likely' : null
}

/** True where the file says that several exposures were merged. Source: Apple's values 2–4, 7 of CustomRendered. */
export function isHdr({ CustomRendered = '' }: Metadata): boolean {
  return /hdr/i.test(CustomRendered) || /^[2347]$/.test(CustomRendered)
}

/** How far the camera enlarged the picture itself; 1 where it did not or says nothing. */
export function digitalZoomOf({ DigitalZoomRatio }: Metadata): number {
  const ratio = Number(DigitalZoomRatio)
  return Number.isFinite(ratio) && ratio > 1 ? ratio : 1
}

/** The file names itself a screen capture, in a comment or by the program that took it. */
export function namesScreenshot(metadata: Metadata): string | null {
  const names = [metadata.UserComment, metadata.ImageDescription, ...nameTags.map((tag) => metadata[tag])]
  const known =
    /screen ?shot|screen ?capture|screencap|snipping tool|greenshot|shutter|spectacle|flameshot|ksnapshot|lightshot|sharex/i
  return names.find((name) => name && known.test(name)) ?? null
}

/** Pages of a PDF, of which the first alone is looked at; 1 where the file states none. */
export function pagesOf({ Pages }: Metadata): number {
  const pages = Number(Pages)
  return Number.isInteger(pages) && pages > 1 ? pages : 1
}

/** Pixels per inch the file states; null where it states none or a screen's 72 or 96. */
export function statedDpi({ XResolution, ResolutionUnit }: Metadata): number | null {
  const dpi = Number(XResolution) * (ResolutionUnit === 'cm' || ResolutionUnit === '2' ? 2.54 : 1)
  return dpi >= 100 && dpi <= 4800 && ResolutionUnit !== '0' ? Math.round(dpi) : null
}
