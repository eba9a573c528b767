import { z } from 'zod'
import { captureKinds, documentTypes } from './capture.ts'

// Apart from the words themselves, so that who needs those alone, the customer's page, gets no schema library along.
export const captureKindSchema = z.enum(captureKinds)
export const documentTypeSchema = z.enum(documentTypes)
