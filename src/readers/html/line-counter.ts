/** Counts line breaks as places in the text advance. */
export function lineCounter(html: string): (index: number) => number {
  const breakFrom = (at: number) => {
    const found = html.indexOf('\n', at)
    return found < 0 ? html.length : found
  }
  let line = 1
  let next = breakFrom(0)
  return (index) => {
    for (; next < index; next = breakFrom(next + 1)) line++
    return line
  }
}
