/** Bounds of the text reader: what is larger is refused, so that time and memory stay bounded. */
export const limits = {
  bytes: 32 * 1024 * 1024,
  lines: 200_000,
  cells: 2_000_000,
} as const
