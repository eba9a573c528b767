import { captureKinds } from '#lib/domain/capture'
import { defineCheck } from './check.ts'

/** The door refuses what a policy does not take; this says it again for files judged without a door (K10). */
export const fileType = defineCheck({
  id: 'file-type',
  version: 1,
  group: 'file',
  title: { pass: 'File type is accepted', fail: 'File type is not accepted' },
  description: 'Each client says which kinds of file it takes; the type is read from the bytes, never from the name.',
  method: 'The first bytes of the file decide, never its name or what the sender calls it.',
  limits: [],
  suggests: ['file_type_unsupported', 'file_pdf_not_accepted'],
  unit: 'type',
  appliesTo: captureKinds,
  needs: ['file'],
  thresholds: {},
  run: ({ file }, _thresholds, policy) => {
    const accepted = policy.acceptedTypes.includes(file.type)
    const taken = policy.acceptedTypes.map((type) => type.toUpperCase()).join(', ')
    return {
      outcome: accepted ? 'pass' : 'fail',
      score: accepted ? 100 : 0,
      value: null,
      threshold: null,
      summary: accepted
        ? `A ${file.type.toUpperCase()} file; accepted are ${taken}.`
        : `A ${file.type.toUpperCase()} file, but accepted are ${taken}.`,
      reasons: accepted ? [] : [file.type === 'pdf' ? 'file_pdf_not_accepted' : 'file_type_unsupported'],
      detail: { type: file.type, accepted: [...policy.acceptedTypes] },
    }
  },
})
