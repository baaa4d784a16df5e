/** Texts of several runs, read as one text, of which stretches are written over. */

export interface TextPiece {
  /** Where it begins in the whole. */
  readonly from: number
  readonly text: string
}

export interface TextSplice {
  readonly text: string
  readonly splice?: { readonly from: number; readonly to: number }
}

/** What each piece says now: what is written stands in the piece that its stretch begins in, else behind the one before it. */
export function spliceTexts(pieces: readonly TextPiece[], writes: readonly TextSplice[]): string[] {
  const now = pieces.map(({ text }) => text)
  const fromTheEnd = [...writes].sort((a, b) => b.splice!.from - a.splice!.from)
  for (const { text, splice } of fromTheEnd) {
    const { from, to } = splice!
    const inside = pieces.findIndex((piece) => piece.from <= from && from < piece.from + piece.text.length)
    const start = inside >= 0 ? inside : pieces.findLastIndex((piece) => piece.from + piece.text.length <= from)
    pieces.forEach((piece, index) => {
      const first = Math.min(piece.text.length, Math.max(0, from - piece.from))
      const last = Math.min(piece.text.length, Math.max(first, to - piece.from))
      const put = index === start ? text : ''
      if (put !== '' || last > first) now[index] = now[index]!.slice(0, first) + put + now[index]!.slice(last)
    })
  }
  return now
}
