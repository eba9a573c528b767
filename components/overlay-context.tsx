import { overlayColours } from '#lib/domain/overlay-colours'
import type { Outline, OutlinePoint } from '#lib/domain/region'

/** How strongly a check felt about each cell of a coarse map over the upright picture. */
export interface HeatMap {
  kind: 'blur' | 'glare'
  rows: number
  cols: number
  /** One hexadecimal digit a cell, row by row: 0 nothing, f as sure as it gets. */
  levels: string
}

/** A place where something was read. */
export interface ReadPlace {
  points: readonly OutlinePoint[]
  /** 0..1. */
  confidence: number
  /** What it gave, with its name; null for plain words. */
  label: string | null
}

/** What the checks saw on a capture besides what they found wrong: context, drawn when it is asked for. */
export interface OverlayContext {
  outline: Outline | null
  heat: readonly HeatMap[]
  words: readonly ReadPlace[]
  fields: readonly ReadPlace[]
  /** Lines through the points of the largest face. */
  landmarks: readonly (readonly OutlinePoint[])[]
  /** Box round that face, in fractions (left, top, right, bottom). */
  face: readonly [number, number, number, number] | null
}

export const contextLayers = {
  outline: 'Document outline and corners',
  heat: 'Heat map of blur and glare',
  words: 'Text, by how surely it was read',
  fields: 'Machine-readable fields with their values',
  landmarks: 'Face landmarks',
} as const

export type ContextLayer = keyof typeof contextLayers

/** The layers this capture has something for. */
export function layersOf(context: OverlayContext): ContextLayer[] {
  const { outline, heat, words, fields, landmarks } = context
  const present: Record<ContextLayer, boolean> = {
    outline: outline !== null,
    heat: heat.length > 0,
    words: words.length > 0,
    fields: fields.length > 0,
    landmarks: landmarks.length > 0,
  }
  return (Object.keys(contextLayers) as ContextLayer[]).filter((layer) => present[layer])
}

/** How surely something was read, in steps that differ in colour and in line. The cuts are those of the check `text-legible`. */
export const confidenceLooks = [
  { from: 0.7, title: 'Read surely', colour: '#6dee92', dash: undefined },
  { from: 0.5, title: 'In doubt', colour: overlayColours.glare, dash: '6 3' },
  { from: 0, title: 'Hardly read', colour: overlayColours.origin, dash: '2 3' },
] as const

export function confidenceLook(confidence: number): (typeof confidenceLooks)[number] {
  return confidenceLooks.find(({ from }) => confidence >= from) ?? confidenceLooks[2]
}
