import { z } from 'zod'

export const skipReasons = ['language', 'knows_customer', 'unclear', 'needs_time', 'technical', 'other'] as const
export const skipReasonSchema = /* @__PURE__ */ z.enum(skipReasons)
export type SkipReason = z.infer<typeof skipReasonSchema>

/** Why a reviewer passes a submission on, as they say it. */
export const skipReasonTitle: Record<SkipReason, string> = {
  language: 'I can’t read this document',
  knows_customer: 'I know this person',
  unclear: 'I’m not sure; someone else should look',
  needs_time: 'It needs more time than I have now',
  technical: 'Something doesn’t load or work',
  other: 'Another reason',
}
