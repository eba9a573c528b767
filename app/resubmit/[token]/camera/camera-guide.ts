import { type CaptureKind, documentSizeMm, documentTypeOf } from '#lib/domain/capture'

/** Where the document or face belongs in the camera's picture, in its pixels. */
export interface CameraGuide {
  x: number
  y: number
  width: number
  height: number
  /** Of its corners; half the sides make an oval. */
  radiusX: number
  radiusY: number
}

/** Room is left on all sides: what touches the picture's edge counts as cut off. */
const largestShare = 0.88
/** Corners of ID-1 cards are rounded by 3.18 mm (ISO/IEC 7810), those of passports likewise. */
const cornerMm = 3.18
/** A face from hairline to chin; hair, ears and shoulders need the rest of the picture. */
const face = { share: 0.66, widthToHeight: 0.74 }

/** The largest frame of a document's own shape that leaves room round it, or an oval for a face; in the middle. */
export function cameraGuide(kind: CaptureKind, picture: { width: number; height: number }): CameraGuide {
  const type = documentTypeOf(kind)
  if (type === null) {
    const { width, height } = fitted(face.widthToHeight, picture, face.share)
    return { ...centred({ width, height }, picture), radiusX: width / 2, radiusY: height / 2 }
  }
  const size = documentSizeMm[type]
  const { width, height } = fitted(size.width / size.height, picture, largestShare)
  const radius = (cornerMm * width) / size.width
  return { ...centred({ width, height }, picture), radiusX: radius, radiusY: radius }
}

interface Size {
  width: number
  height: number
}

function fitted(widthToHeight: number, picture: Size, share: number): Size {
  const width = Math.min(share * picture.width, share * picture.height * widthToHeight)
  return { width, height: width / widthToHeight }
}

function centred({ width, height }: Size, picture: Size): Size & { x: number; y: number } {
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height }
}
