/** Bounds of the ods reader: what is larger is refused, so that time and memory stay bounded. */
export const limits = {
  bytes: 32 * 1024 * 1024,
  unpackedBytes: 192 * 1024 * 1024,
  entries: 10_000,
  nesting: 64,
  /** XML elements. */
  elements: 5_000_000,
  sheets: 256,
  /** Cells with text, over all sheets; merged ranges of a sheet. */
  cells: 2_000_000,
  merges: 100_000,
  /** Times that a row or a cell with text is read which stands for many alike: one filled down a sheet would be a million. */
  repeats: 1000,
  /** Characters over all cells: a cell may be said to repeat. */
  characters: 64 * 1024 * 1024,
} as const
