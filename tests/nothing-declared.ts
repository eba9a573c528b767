import type { Declared } from '#lib/domain/artifacts'

/** A submission that came with nothing but its pictures, on a day in 2026. */
export const nothingDeclared: Declared = {
  documentType: null,
  country: null,
  name: null,
  birthDate: null,
  receivedAt: '2026-06-15T12:00:00.000Z',
}
