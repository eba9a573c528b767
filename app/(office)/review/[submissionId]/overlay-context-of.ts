import { z } from 'zod'
import type { HeatMap, OverlayContext, ReadPlace } from '#components/overlay-context'
import type { Finding } from '#lib/domain/finding'
import type { Outline } from '#lib/domain/region'

type Evidence = Pick<Finding, 'check' | 'detail'>

const pointSchema = z.tuple([z.number(), z.number()])
const outlineSchema = z.tuple([pointSchema, pointSchema, pointSchema, pointSchema])
const heatSchema = z.object({ rows: z.int().min(1), cols: z.int().min(1), values: z.array(z.number()) })
const wordSchema = z.object({ place: outlineSchema, confidence: z.number() })
const fieldSchema = wordSchema.extend({ name: z.string(), value: z.string().nullable() })
const faceSchema = z.object({ box: z.tuple([z.number(), z.number(), z.number(), z.number()]) })

/**
 * What the checks saw on a capture, from what they stored with their findings. Read leniently: findings outlive the checks
 * that wrote them, and what an older one lacks is not drawn.
 */
export function overlayContextOf(findings: readonly Evidence[]): OverlayContext {
  const detailOf = (check: string) => findings.find((finding) => finding.check === check)?.detail ?? {}
  return {
    outline: outlineOf(detailOf('cropping').outline),
    heat: [...heatOf('blur', detailOf('sharpness').heat), ...heatOf('glare', detailOf('glare').heat)],
    words: readPlaces(wordSchema, detailOf('text-legible').wordPlaces, () => null),
    fields: readPlaces(fieldSchema, detailOf('mrz-check-digits').fields, fieldLabel),
    landmarks: listOf(z.array(pointSchema).min(2), detailOf('face-count').landmarks),
    face: listOf(faceSchema, detailOf('face-count').faces)[0]?.box ?? null,
  }
}

function outlineOf(stored: unknown): Outline | null {
  return outlineSchema.safeParse(stored).data ?? null
}

/** Digits instead of numbers: a map has thousands of cells, and the eye tells sixteen steps apart at most. */
function heatOf(kind: HeatMap['kind'], stored: unknown): HeatMap[] {
  const heat = heatSchema.safeParse(stored).data
  if (!heat || heat.values.length !== heat.rows * heat.cols) return []
  const levels = heat.values.map((value) => Math.round(15 * Math.min(1, Math.max(0, value))).toString(16)).join('')
  return /[1-9a-f]/.test(levels) ? [{ kind, rows: heat.rows, cols: heat.cols, levels }] : []
}

function readPlaces<Stored extends z.infer<typeof wordSchema>>(
  schema: z.ZodType<Stored>,
  stored: unknown,
  labelOf: (one: Stored) => string | null,
): ReadPlace[] {
  return listOf(schema, stored).map((one) => ({
    points: one.place,
    confidence: one.confidence,
    label: labelOf(one),
  }))
}

function listOf<Item>(schema: z.ZodType<Item>, stored: unknown): Item[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((one) => {
    const { success, data } = schema.safeParse(one)
    return success ? [data] : []
  })
}

const fieldTitle: Record<string, string> = {
  documentCode: 'Type',
  issuingState: 'Issued by',
  surname: 'Surname',
  givenNames: 'Given names',
  documentNumber: 'Number',
  nationality: 'Nationality',
  birthDate: 'Born',
  sex: 'Sex',
  expiryDate: 'Expires',
  optionalData: 'Optional data',
  optionalData2: 'Optional data 2',
  composite: 'Check digit of all',
}

function fieldLabel({ name, value }: z.infer<typeof fieldSchema>): string {
  return `${fieldTitle[name] ?? name}: ${value ?? 'not read'}`
}
