/** A PDF whose pages are pictures, each as large as it says: what a scan is annotated on. */

export interface PicturePage {
  /** Of the page, in points. */
  readonly width: number
  readonly height: number
  /** A JPEG of three colours, and its size in pixels. */
  readonly jpeg: Uint8Array
  readonly pixels: { readonly width: number; readonly height: number }
}

export function picturePages(pages: readonly PicturePage[]): Uint8Array {
  const pieces: Buffer[] = []
  const places: number[] = []
  let at = 0
  const put = (text: string | Uint8Array) => {
    const piece = typeof text === 'string' ? Buffer.from(text, 'latin1') : Buffer.from(text)
    pieces.push(piece)
    at += piece.length
  }
  const object = (number: number, ...content: readonly (string | Uint8Array)[]) => {
    places[number] = at
    put(`${number} 0 obj\n`)
    for (const part of content) put(part)
    put('\nendobj\n')
  }
  put('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n')
  const page = (index: number) => 3 + index * 3
  object(1, '<</Type /Catalog /Pages 2 0 R>>')
  object(
    2,
    `<</Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${page(index)} 0 R`).join(' ')}]>>`,
  )
  pages.forEach(({ width, height, jpeg, pixels }, index) => {
    const number = page(index)
    const size = `${width.toFixed(2)} ${height.toFixed(2)}`
    const drawing = `q ${width.toFixed(2)} 0 0 ${height.toFixed(2)} 0 0 cm /P Do Q`
    object(
      number,
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Resources <</XObject <</P ${number + 1} 0 R>>>> /Contents ${number + 2} 0 R>>`,
    )
    object(
      number + 1,
      `<</Type /XObject /Subtype /Image /Width ${pixels.width} /Height ${pixels.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length}>>\nstream\n`,
      jpeg,
      '\nendstream',
    )
    object(number + 2, `<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`)
  })
  const start = at
  const lines = places.slice(1).map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  put(
    `xref\n0 ${places.length}\n0000000000 65535 f \n${lines.join('')}trailer\n<</Size ${places.length} /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  )
  return new Uint8Array(Buffer.concat(pieces))
}
