/** What the store or the system says when a server cannot start, in both languages; faults of the program are thrown on. */

function isSpoken(error: unknown): error is { readonly say: { readonly zh: string; readonly en: string } } {
  return typeof error === 'object' && error !== null && 'say' in error
}

export function sayStoreError(error: unknown): string {
  if (isSpoken(error)) return `${error.say.zh}\n${error.say.en}`
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'EADDRINUSE')
    return '端口已被占用，请换一个（--port）。\nThe port is taken: choose another one (--port).'
  if (code === 'EACCES' || code === 'EROFS') {
    const { message } = error as Error
    return `文件夹不能写入：${message}\nThe folder cannot be written: ${message}`
  }
  throw error
}
