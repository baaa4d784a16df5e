/** Bounds of the reader of XML workbooks: what is larger is refused, so that time and memory stay bounded. */
export const limits = {
  bytes: 64 * 1024 * 1024,
  nesting: 64,
  elements: 5_000_000,
  sheets: 256,
  /** Cells with text, over all sheets; merged ranges of a sheet. */
  cells: 2_000_000,
  merges: 100_000,
  /** Characters over all cells. */
  characters: 64 * 1024 * 1024,
} as const
