import exifr from 'exifr'

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
  'ProfileDescription',
]

/**
 * Cameras and programs write words, names and numbers. A value with anything else in it (markup, code, a payload) is a stranger's
 * text and is not carried on to any page, export or log.
 */
const plain = /^[\p{L}\p{N} .,:;()&+/_'"®©™-]+$/u

/** Camera facts as short text by EXIF or XMP name: each at most 200 characters; empty when there are none or they are broken. */
export async function readMetadata(bytes: Uint8Array): Promise<Record<string, string>> {
  const tags = await parseTags(bytes)
  const facts: Record<string, string> = {}
  // exifr writes EXIF's user comment small, XMP's large.
  tags.UserComment ??= tags.userComment
  for (const name of wanted) {
    const text = textOf(tags[name])
    if (plain.test(text)) facts[name] = text.slice(0, maxLength)
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
      icc: { pick: ['ProfileDescription'] },
      iptc: false,
      jfif: true,
      makerNote: false,
      userComment: true,
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
  if (value instanceof Uint8Array) return printable(decodeComment(value.subarray(0, 2 * maxLength)))
  return ''
}

/** A user comment names its character code in its first eight bytes (EXIF 2.32, 4.6.5.2, table 9). */
function decodeComment(bytes: Uint8Array): string {
  const code = String.fromCharCode(...bytes.subarray(0, 8))
  if (code.startsWith('ASCII')) return new TextDecoder().decode(bytes.subarray(8))
  if (code.startsWith('UNICODE'))
    return new TextDecoder(bytes[8] === 0 ? 'utf-16be' : 'utf-16le').decode(bytes.subarray(8))
  return new TextDecoder().decode(bytes)
}

function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]+/gu, ' ').trim()
}
