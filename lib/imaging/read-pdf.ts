import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import { activePdf, damagedFile, lockedPdf, pageTooLarge, type Refusal, tooManyPages } from '#lib/domain/refusal'

export const maxPdfPages = 10
/** 3,000 pt is 106 cm: far above any identity document's scan. */
export const maxPageSidePt = 3000

/** Enough for the small print of a document laid on an A4 scanner. */
const dotsPerInch = 200
/** A page above A3 is drawn with fewer dots, so that one page never takes more than 40 MB. */
const maxPagePixels = 10_000_000

/** The first page as RGBA on white, row-major. */
export interface PdfPage {
  /** How many pages the document has, this one included. */
  pages: number
  data: Uint8Array
  width: number
  height: number
}

/** The two counters PDFium has but its wrapper doesn't show (2.1.13, pinned). */
interface Counters {
  module: {
    _FPDFDoc_GetJavaScriptActionCount(document: number): number
    _FPDFDoc_GetAttachmentCount(document: number): number
  }
  documentIdx: number
}

function hasScriptOrAttachment(document: PDFiumDocument): boolean {
  const { module, documentIdx } = document as unknown as Counters
  return (
    module._FPDFDoc_GetJavaScriptActionCount(documentIdx) > 0 || module._FPDFDoc_GetAttachmentCount(documentIdx) > 0
  )
}

async function drawFirstPage(document: PDFiumDocument): Promise<PdfPage | Refusal> {
  const pages = document.getPageCount()
  if (pages < 1) return damagedFile('pdf')
  if (pages > maxPdfPages) return tooManyPages(pages, maxPdfPages)
  if (hasScriptOrAttachment(document)) return activePdf()

  const page = document.getPage(0)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const longSide = Math.max(originalWidth, originalHeight)
  if (page.getObjectCount() < 0 || Math.min(originalWidth, originalHeight) < 1) return damagedFile('pdf')
  if (longSide > maxPageSidePt) return pageTooLarge(longSide, maxPageSidePt)
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(maxPagePixels / (originalWidth * originalHeight)))
  const { data, width, height } = await page.render({ scale })
  return { pages, data, width, height }
}

/**
 * Draws the first page at 200 dpi, or says why the document isn't taken. PDFium can loop for minutes on hostile input: run
 * it only where it can be killed. 50–280 ms for a page.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage | Refusal> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    return await drawFirstPage(document)
  } catch (error) {
    return /password/i.test(String(error)) ? lockedPdf() : damagedFile('pdf')
  } finally {
    library.destroy()
  }
}
