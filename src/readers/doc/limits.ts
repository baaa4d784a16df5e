/** Bounds of the doc reader: what is larger is refused, so that time and memory stay bounded. */
export const limits = {
  bytes: 64 * 1024 * 1024,
  /** Streams and folders of the compound file. */
  entries: 10_000,
  /** Characters of all parts of the document. */
  characters: 32 * 1024 * 1024,
  /** Paragraphs and table cells. */
  cells: 500_000,
  /** Tables inside tables. */
  nesting: 32,
} as const
