/** Bounds of the xlsx reader: what is larger is refused, so that time and memory stay bounded. */
export const limits = {
  bytes: 32 * 1024 * 1024,
  unpackedBytes: 192 * 1024 * 1024,
  entries: 10_000,
  nesting: 64,
  /** XML elements of all parts that are read. */
  elements: 5_000_000,
  sheets: 256,
  /** Cells with text, over all sheets; shared texts; merged ranges of a sheet. */
  cells: 2_000_000,
  merges: 100_000,
  /** Characters over all cells: one shared text may be shown in a million cells. */
  characters: 64 * 1024 * 1024,
} as const
