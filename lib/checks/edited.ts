import { captureKinds } from '#lib/domain/capture'
import { editorOf } from '#lib/domain/picture-origin'
import { defineCheck } from './check.ts'

/** Whether an editing program had its hands on the picture (K8, C15). */
export const edited = defineCheck({
  id: 'edited',
  version: 1,
  group: 'origin',
  title: { pass: 'No editing program signed the picture', fail: 'Saved by an editing program' },
  description:
    'Pictures should come from the camera as they are. A program that signed the file may have changed what it shows.',
  method:
    'Programs sign in the metadata, in JPEG comments and by segments of their own. Such a signature is a fact; what was changed it does not say.',
  limits: [
    'A crop or a brighter exposure is signed as much as a forgery: what was done, a person has to see.',
    'Signatures are easily removed, and messengers remove them all: a pass proves nothing.',
  ],
  suggests: ['image_edited'],
  unit: 'signatures',
  appliesTo: captureKinds,
  needs: ['file', 'jpegCoding'],
  thresholds: {
    maxSignatures: {
      value: 0,
      unit: 'signatures',
      source: 'docs/decisions/021, Files: no edited photos; docs/decisions/016',
    },
  },
  run: ({ file, jpegCoding }, thresholds) => {
    const editor = editorOf(file.metadata, jpegCoding)
    const value = editor ? 1 : 0
    const signed = value > thresholds.maxSignatures
    return {
      outcome: signed ? 'fail' : 'pass',
      score: signed ? 20 : 100,
      value,
      threshold: thresholds.maxSignatures,
      summary: editor ? `Saved by ${editor.name} (${editor.where}).` : 'No editing program signed the file.',
      reasons: signed ? ['image_edited'] : [],
      detail: { editor: editor?.name ?? null, where: editor?.where ?? null },
    }
  },
})
