/** Bounds of the PDF reader: what is larger is refused or left unread and said, so that time and memory stay bounded. */
export const limits = {
  bytes: 256 * 1024 * 1024,
  pages: 3000,
  /** Of one stream that is no picture: the operators of a page, a font. */
  unpackedStream: 96 * 1024 * 1024,
  /** Drawing operations of a page; a dense page of a form takes some thousands. */
  operators: 120_000,
  /** Drawings inside the page (form XObjects): each costs pdf.js far more than an operator. */
  drawings: 10_000,
  /** Graphics states of a page that are saved and not restored; honest pages nest some dozen. */
  saved: 3000,
  /** Characters of a page. */
  glyphs: 200_000,
  /** Pieces of lines of a page; more are a drawing, and make no table. */
  rulings: 60_000,
  /** Milliseconds for one page. */
  pageTime: 20_000,
  /** Milliseconds for the whole document, to begin with, and for each of its pages more. */
  time: 60_000,
  timePerPage: 500,
} as const
