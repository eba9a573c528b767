import { captureKinds } from '#lib/domain/capture'
import { decimalsBeyond } from '#lib/domain/format'
import { detailTiles } from '#lib/pixels/detail-tiles'
import { polygonMask } from '#lib/pixels/polygon-mask'
import { sharpnessIndex } from '#lib/pixels/sharpness-index'
import { veilOf } from '#lib/pixels/veil'
import { defineCheck } from './check.ts'

/** A veil over the whole picture, from a smudged lens or light shining into it (C4). */
export const haze = defineCheck({
  id: 'haze',
  version: 1,
  group: 'picture',
  title: { pass: 'Picture is clear', fail: 'Picture is hazy' },
  description:
    'A fingerprint on the lens or a lamp shining into it lays a grey veil over everything: print turns pale though it is in focus.',
  method:
    'How bright the darkest places are against white: the least of what the whole picture, the document’s darkest tiles and its most contrasted print say. A blurred picture is left to sharpness, since blur greys thin print, too.',
  limits: [
    'A pale document on a pale table with no black in the whole picture looks like a veil.',
    'A veil over one corner alone passes.',
  ],
  suggests: ['image_blurry'],
  unit: 'share of white left in black',
  appliesTo: captureKinds,
  needs: ['luma', 'documentOutline'],
  thresholds: {
    maxVeil: { value: 0.24, unit: 'share of white', source: 'docs/decisions/017: corpus and composed tables' },
    minEdges: {
      value: 0.1,
      unit: 'share of the tiles with edges',
      source: 'docs/decisions/017: with less print nothing on a page has to be black',
    },
    minSharpness: { value: 0.5, unit: 'sharpness 0–1', source: 'docs/decisions/017: the limit of sharpness' },
  },
  run: ({ luma, documentOutline }, thresholds) => {
    const tiles = detailTiles(luma)
    const outline = documentOutline?.outline
    const inside = outline
      ? polygonMask(outline, tiles.cols, tiles.rows)
      : new Uint8Array(tiles.rows * tiles.cols).fill(1)
    const { share, edgeShare } = veilOf(tiles, inside)
    const sharp = sharpnessIndex(tiles, inside)
    const { maxVeil } = thresholds
    const percent = 100 * share
    // Never rounded down to the limit it is beyond.
    const shown = percent.toFixed(share > maxVeil ? decimalsBeyond(percent, 100 * maxVeil) : 0)
    const value = Number(shown) / 100
    const detail = { edgeShare: Math.round(edgeShare * 100) / 100 }
    const veiled = share > maxVeil
    if (veiled && (edgeShare < thresholds.minEdges || sharp === null || sharp < thresholds.minSharpness)) {
      const why =
        sharp !== null && sharp < thresholds.minSharpness
          ? 'blur alone makes its print grey'
          : 'there is hardly any print on it'
      return {
        outcome: 'inconclusive',
        score: null,
        value,
        threshold: maxVeil,
        summary: `Nothing here is black, but ${why}: a veil can’t be told.`,
        detail,
      }
    }
    return {
      outcome: veiled ? 'fail' : 'pass',
      score: 100 * (1 - Math.min(1, share / (2 * maxVeil))),
      value,
      threshold: maxVeil,
      summary: veiled
        ? `A veil lies over the picture, as from a smudged lens or a light into it: its blacks are at ${shown} % of white, at most ${Math.round(100 * maxVeil)} % is accepted.`
        : `Clear: blacks are at ${shown} % of white, up to ${Math.round(100 * maxVeil)} % is accepted.`,
      // Its wording begins with wiping the lens; "over-exposed" would send the customer to darker places.
      reasons: veiled ? ['image_blurry'] : [],
      detail,
    }
  },
})
