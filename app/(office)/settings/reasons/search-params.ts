import { z } from 'zod'
import { languageCodes } from '#lib/domain/language'

export const wordingFilterSchema = z.object({ locale: z.enum(languageCodes).catch('en') })
