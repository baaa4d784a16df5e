/** Bounds of the xls reader: what is larger is refused, so that time and memory stay bounded. */
export const limits = {
  bytes: 32 * 1024 * 1024,
  /** Streams and folders of the compound file. */
  entries: 10_000,
  /** Records read, over all sheets: several sheets may claim the same place. */
  records: 12_000_000,
  sheets: 256,
  /** Cells with text, over all sheets; merged ranges of a sheet. */
  cells: 2_000_000,
  merges: 100_000,
  /** Characters over all cells: one shared text may be shown in a million cells. */
  characters: 64 * 1024 * 1024,
} as const
