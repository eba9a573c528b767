import { z } from 'zod'
import type { FileType } from './artifacts.ts'
import { decimalsBeyond } from './format.ts'
import type { ReasonCode } from './reasons.ts'

/** The reasons for which the door turns a file away before anything is stored. */
export const refusalCodes = [
  'file_type_unsupported',
  'file_pdf_not_accepted',
  'file_too_large',
  'file_corrupt_or_locked',
] as const satisfies readonly ReasonCode[]

/**
 * Why a file was not taken. `message` is one sentence the sender understands, with the limit and the value where there are
 * any; both are repeated as numbers in `unit`, for programs and for other languages.
 */
export const refusalSchema = z.object({
  code: z.enum(refusalCodes),
  message: z.string(),
  limit: z.number().nullable(),
  value: z.number().nullable(),
  unit: z.enum(['bytes', 'pixels', 'px', 'pages', 'pt', 'scans']).nullable(),
})
export type Refusal = z.infer<typeof refusalSchema>

const typeName: Record<FileType, string> = { jpeg: 'JPG', png: 'PNG', pdf: 'PDF' }

function listed(types: readonly FileType[]): string {
  const names = types.map((type) => typeName[type])
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

/** 61 → "61", 50.04 → "50.04": as short as it can be while still differing from the limit. */
function readable(value: number, limit: number): string {
  return String(Number(value.toFixed(decimalsBeyond(value, limit))))
}

function plain(code: Refusal['code'], message: string): Refusal {
  return { code, message, limit: null, value: null, unit: null }
}

function beyond(message: string, value: number, limit: number, unit: Refusal['unit']): Refusal {
  return { code: 'file_too_large', message, value, limit, unit }
}

/** `found` names what the bytes are, with its article ("a HEIC picture"), or is null when nobody knows. */
export function typeNotTaken(found: string | null, accepted: readonly FileType[]): Refusal {
  const what = found ? `This is ${found}` : 'This is not a photo we can read'
  return plain('file_type_unsupported', `${what}; please send ${listed(accepted)}.`)
}

export function pdfNotTaken(accepted: readonly FileType[]): Refusal {
  return plain(
    'file_pdf_not_accepted',
    `This is a PDF; please photograph the document itself and send ${listed(accepted)}.`,
  )
}

export function nothingInFile(): Refusal {
  return plain('file_corrupt_or_locked', 'This file is empty; please send the photo again.')
}

/** The bytes are of a type we take, but the picture can't be decoded whole. */
export function damagedFile(type: FileType): Refusal {
  const what = type === 'pdf' ? 'PDF' : 'photo'
  return plain(
    'file_corrupt_or_locked',
    `This ${what} is damaged or incomplete and can't be opened; please send it again or take a new one.`,
  )
}

export function lockedPdf(): Refusal {
  return plain(
    'file_corrupt_or_locked',
    'This PDF is locked with a password; please send one that opens without a password.',
  )
}

/** Scripts, attachments or actions that start by themselves. */
export function activePdf(): Refusal {
  return plain(
    'file_corrupt_or_locked',
    'This PDF carries a script, an attachment or an action; please send a plain scan or a photo.',
  )
}

/** Opening it took too long, or more memory than one picture may use. */
export function tooComplex(type: FileType): Refusal {
  const what = type === 'pdf' ? 'PDF' : 'photo'
  return plain(
    'file_corrupt_or_locked',
    `This ${what} takes too much work to open; please save it as a plain JPG and send it again.`,
  )
}

export function tooManyBytes(value: number, limit: number): Refusal {
  const message = `This file has ${readable(value / 1e6, limit / 1e6)} MB; we can take up to ${limit / 1e6} MB.`
  return beyond(message, value, limit, 'bytes')
}

export function tooManyPixels(value: number, limit: number): Refusal {
  const megapixels = readable(value / 1e6, limit / 1e6)
  return beyond(`This photo has ${megapixels} megapixels; we can take up to ${limit / 1e6}.`, value, limit, 'pixels')
}

export function sideTooLong(value: number, limit: number): Refusal {
  const message = `This photo is ${value} pixels long on one side; we can take up to ${limit}.`
  return beyond(message, value, limit, 'px')
}

export function tooManyScans(value: number, limit: number): Refusal {
  const message = `This photo is stored in ${value} passes; we can take up to ${limit}. Please save it as a plain JPG.`
  return beyond(message, value, limit, 'scans')
}

export function tooManyPages(value: number, limit: number): Refusal {
  return beyond(`This PDF has ${value} pages; we can take up to ${limit}.`, value, limit, 'pages')
}

/** Sides in points, 1/72 inch. */
export function pageTooLarge(value: number, limit: number): Refusal {
  const message = `This PDF's page is ${Math.round(value)} points long on one side; we can take up to ${limit}.`
  return beyond(message, value, limit, 'pt')
}
