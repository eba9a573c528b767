import { captureKinds, showsDocument } from '#lib/domain/capture'
import { digitalZoomOf, editorOf, frontCamera, hasCameraFacts, isHdr, managerOf } from '#lib/domain/picture-origin'
import { defineCheck } from './check.ts'

/** What the file says of the camera: front camera, HDR, digital zoom, programs (C6, C8). Facts, as far as they go. */
export const captureMetadata = defineCheck({
  id: 'capture-metadata',
  version: 1,
  group: 'file',
  title: { pass: 'Camera facts hold nothing against it', fail: 'Taken with the front camera' },
  description:
    'Cameras write down how a picture was taken. A front camera is too weak for a document’s small print, and merged exposures or digital zoom can smear it.',
  method:
    'EXIF and XMP are read: the lens by its name (an iPhone’s also by its focal length), merged exposures by CustomRendered, enlargement by DigitalZoomRatio, programs by name.',
  limits: [
    'Metadata can be changed by anyone, and messengers strip it: nothing follows from its absence.',
    'Most Android phones do not name the lens; their front cameras go unnoticed.',
  ],
  suggests: ['image_low_resolution'],
  unit: 'notes',
  appliesTo: captureKinds,
  needs: ['kind', 'file', 'jpegCoding'],
  thresholds: {
    maxDigitalZoom: {
      value: 1.05,
      unit: 'times',
      source: 'docs/decisions/021, Files: no digital zoom; docs/decisions/016',
    },
  },
  run: ({ kind, file, jpegCoding }, thresholds) => {
    const { metadata } = file
    const front = frontCamera(metadata)
    const zoom = digitalZoomOf(metadata)
    const program = editorOf(metadata, jpegCoding)?.name ?? managerOf(metadata)
    const document = showsDocument(kind)
    const notes: string[] = []
    if (document && front)
      notes.push(`Taken with the front camera${front === 'likely' ? ', by its focal length' : ''}.`)
    if (isHdr(metadata)) notes.push('Several exposures were merged (HDR), which can soften fine print.')
    if (zoom > thresholds.maxDigitalZoom) notes.push(`Digital zoom of ${Math.round(10 * zoom) / 10} times.`)
    if (program) notes.push(`Saved by ${program}.`)
    const detail = {
      notes,
      camera: [metadata.Make, metadata.Model].filter(Boolean).join(' ') || null,
      lens: metadata.LensModel ?? null,
      frontCamera: front,
      hdr: isHdr(metadata),
      digitalZoom: zoom,
      program,
    }
    if (document && front === 'sure') {
      return {
        outcome: 'fail',
        score: 40,
        value: notes.length,
        threshold: null,
        summary: `Taken with the front camera: ${metadata.LensModel}.`,
        // Its advice is the one that helps: the rear camera, closer.
        reasons: ['image_low_resolution'],
        detail,
      }
    }
    if (!hasCameraFacts(metadata)) {
      return {
        outcome: 'inconclusive',
        score: null,
        value: notes.length,
        threshold: null,
        summary: ['The file says nothing of a camera, as after most messengers.', ...notes].join(' '),
        detail,
      }
    }
    return {
      outcome: 'pass',
      score: 100 - 15 * Math.min(3, notes.length),
      value: notes.length,
      threshold: null,
      summary: notes.length > 0 ? notes.join(' ') : `Taken with ${detail.camera ?? 'a camera'}; nothing stands out.`,
      detail,
    }
  },
})
