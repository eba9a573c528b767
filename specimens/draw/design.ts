import type { Person } from '../person.ts'

/** Millimetres from the document's top left. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** How one side of a document is drawn; millimetres, as SVG content. */
export interface Design {
  width: number
  height: number
  portrait: Box | null
  /** The small second portrait. */
  ghost: Box | null
  mrz: (person: Person) => string[]
  /** What is the same on every copy. */
  paper: () => string
  /** What is printed for the holder. */
  print: (person: Person) => string
}
