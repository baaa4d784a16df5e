/** Bounds of the csv reader: what is larger is refused, so that time and memory stay bounded. */
export const limits = {
  bytes: 32 * 1024 * 1024,
  cells: 2_000_000,
} as const
