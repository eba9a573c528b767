import exifr from 'exifr'

const maxEntries = 40
const maxLength = 200

/** What says something about the camera and the way to us; everything else (places, thumbnails, notes) is not read. */
const wanted = [
  'Make',
  'Model',
  'LensMake',
  'LensModel',
  'Software',
  'ProcessingSoftware',
  'HostComputer',
  'CreatorTool',
  'DateTimeOriginal',
  'CreateDate',
  'ModifyDate',
  'OffsetTimeOriginal',
  'Orientation',
  'ExposureTime',
  'FNumber',
  'ISO',
  'FocalLength',
  'FocalLengthIn35mmFormat',
  'DigitalZoomRatio',
  'Flash',
  'WhiteBalance',
  'LightSource',
  'SceneCaptureType',
  'CustomRendered',
  'ExposureMode',
  'ExposureProgram',
  'ExposureCompensation',
  'BrightnessValue',
  'MeteringMode',
  'SubjectDistance',
  'UserComment',
  'ImageDescription',
  'ExifImageWidth',
  'ExifImageHeight',
  'XResolution',
  'YResolution',
  'ResolutionUnit',
  'ColorSpace',
]

/** Camera facts as short text by EXIF or XMP name: at most 40, each at most 200 characters; empty when there are none or they are broken. */
export async function readMetadata(bytes: Uint8Array): Promise<Record<string, string>> {
  const tags = await parseTags(bytes)
  const facts: Record<string, string> = {}
  for (const name of wanted.slice(0, maxEntries)) {
    const text = textOf(tags[name])
    if (text) facts[name] = text.slice(0, maxLength)
  }
  return facts
}

async function parseTags(bytes: Uint8Array): Promise<Record<string, unknown>> {
  try {
    const options = {
      ifd0: {},
      exif: true,
      gps: false,
      interop: false,
      ifd1: false,
      xmp: true,
      icc: false,
      iptc: false,
      jfif: false,
      makerNote: false,
      mergeOutput: true,
    }
    return (await exifr.parse(bytes, options)) ?? {}
  } catch {
    // Broken metadata says nothing about the picture: the same as none.
    return {}
  }
}

function textOf(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  if (typeof value === 'string') return printable(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (value instanceof Uint8Array) return printable(new TextDecoder().decode(value.subarray(0, maxLength)))
  return ''
}

function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]+/gu, ' ').trim()
}
