/** A drawing of the page as a file of its own: what the style sheet says is written onto each part, then drawn to pixels where png is wanted. */

const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const

const namespace = 'http://www.w3.org/2000/svg'

/** The drawing with its title above it, on the colour of the paper it lies on. */
export function svgText(drawing: SVGSVGElement, title: string): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const parts = [drawing, ...drawing.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  parts.forEach((part, at) => {
    const style = getComputedStyle(part)
    const said = kept.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';')
    copies[at]!.setAttribute('style', said)
    copies[at]!.removeAttribute('class')
    copies[at]!.removeAttribute('tabindex')
  })
  // Links lead nowhere outside the house.
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href')
  const { width, height } = drawing.viewBox.baseVal
  const style = getComputedStyle(drawing)
  const size = Number.parseInt(style.fontSize, 10) + 2
  const above = size * 2
  copy.setAttribute('xmlns', namespace)
  copy.setAttribute('viewBox', `0 ${-above} ${width} ${height + above}`)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height + above))
  const ground = document.createElementNS(namespace, 'rect')
  for (const [name, value] of Object.entries({ x: 0, y: -above, width, height: height + above })) {
    ground.setAttribute(name, String(value))
  }
  ground.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--paper').trim())
  const head = document.createElementNS(namespace, 'text')
  head.setAttribute('x', '4')
  head.setAttribute('y', String(-above / 2 + size / 3))
  head.setAttribute('style', `font:700 ${size}px ${style.fontFamily};fill:${style.color}`)
  head.textContent = title
  copy.prepend(ground, head)
  return new XMLSerializer().serializeToString(copy)
}

/** Twice as fine as the screen, for paper. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width * 2
    canvas.height = image.height * 2
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
