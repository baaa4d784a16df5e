/** Bounds of the html reader: what is larger is refused, so that time and memory stay bounded. */
export const limits = {
  bytes: 32 * 1024 * 1024,
  /** Table cells, over all tables. */
  cells: 1_000_000,
  /** Columns looked at to place all cells: spans may claim any number. */
  spans: 20_000_000,
  /** Depth of open elements: pages leave many unclosed. */
  nesting: 1000,
  /** Bytes that are taken at once, after which the bounds are looked at. */
  piece: 64 * 1024,
} as const
