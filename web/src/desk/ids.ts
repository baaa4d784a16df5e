/** A new name for a row. Not `crypto.randomUUID`, which pages without https (an office network) do not have. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('')
}
