/** Bounds of the docx reader: what is larger is refused, so that time and memory stay bounded. */
export const limits = {
  bytes: 64 * 1024 * 1024,
  unpackedBytes: 192 * 1024 * 1024,
  entries: 10_000,
  /** A table inside a table takes several levels of elements. */
  nesting: 256,
  /** XML elements of all parts that are read. */
  elements: 3_000_000,
  /** Paragraphs and table cells. */
  cells: 500_000,
  /** Headers, footers, parts of notes. */
  parts: 200,
} as const
