/** Forms in a file, and held in memory at a time. */
export const BATCH = 50

/** The file of the forms from a number on. */
export function batchFile(from: number): string {
  return `${from}.jsonl`
}
