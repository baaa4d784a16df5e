/** Bounds of the scan reader: what is larger is refused from its header, before anything is decoded. */
export const limits = {
  bytes: 128 * 1024 * 1024,
  /** Of one page: A3 at 600 dpi has 70 million. */
  pixels: 150_000_000,
  /** Longer side of one page. */
  side: 40_000,
  /** Pages of one file, and of pictures given as the pages of one document. */
  pages: 300,
  /** Pieces of ink on a page, and lines they make: more is noise, no page of text. */
  blobs: 150_000,
  lines: 4000,
} as const
