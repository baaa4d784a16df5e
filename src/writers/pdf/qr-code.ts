import qrcode from 'qrcode-generator'

/** A text as a QR code (error correction M), one path in vector form. */
export function qrCode(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const size = code.getModuleCount()
  const steps: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (code.isDark(row, column)) steps.push(`M${column} ${row}h1v1h-1z`)
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${steps.join('')}" fill="#000"/></svg>`
}
