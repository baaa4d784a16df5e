/** Pages as a scanner or a phone gives them: drawn by poppler, spoiled by sharp, and bound as a PDF of pictures. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { Random } from '../random.ts'
import { photographed } from './photograph.ts'
import { run } from './programs.ts'

/** The pages of a PDF as PNG pictures. */
export async function drawPages(pdf: string, dpi: number): Promise<readonly Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-pages-'))
  try {
    await run('/usr/bin/pdftoppm', ['-r', String(dpi), '-png', pdf, join(folder, 'p')], 300)
    return readdirSync(folder)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((name) => readFileSync(join(folder, name)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const damages = ['turned', 'blurred', 'noisy', 'jpeg40', 'grey', 'stamped', 'photo'] as const
export type Damage = (typeof damages)[number]

/** Grain of a cheap sensor: each pixel lighter or darker by up to `most`. */
async function noisy(page: Uint8Array, seed: number, most: number): Promise<Uint8Array> {
  const { data, info } = await sharp(page).greyscale().raw().toBuffer({ resolveWithObject: true })
  const random = new Random(seed)
  for (let at = 0; at < data.length; at++) {
    data[at] = Math.max(0, Math.min(255, data[at]! + random.int(-most, most)))
  }
  return new Uint8Array(await sharp(data, { raw: info }).png().toBuffer())
}

/** A round red seal over the lower right of the table, ink let through as paper does. */
function seal(size: number): Buffer {
  const middle = size / 2
  const star = Array.from({ length: 10 }, (_, point) => {
    const reach = (point % 2 === 0 ? 0.2 : 0.08) * size
    const angle = (Math.PI * point) / 5 - Math.PI / 2
    return `${middle + reach * Math.cos(angle)},${middle + reach * Math.sin(angle)}`
  })
  const around = [...'某某市财政局预算绩效专用章'].map((sign, index, all) => {
    const angle = -150 + (300 * (index + 0.5)) / all.length
    return `<text x="${middle}" y="${size * 0.16}" transform="rotate(${angle} ${middle} ${middle})" text-anchor="middle" font-family="Noto Serif CJK SC" font-size="${size * 0.1}" fill="#d01818">${sign}</text>`
  })
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" opacity="0.75"><circle cx="${middle}" cy="${middle}" r="${middle * 0.95}" fill="none" stroke="#d01818" stroke-width="${size * 0.025}"/><polygon points="${star.join(' ')}" fill="#d01818"/>${around.join('')}</svg>`,
  )
}

async function stamped(page: Uint8Array, seed: number): Promise<Uint8Array> {
  const { width, height } = await sharp(page).metadata()
  const size = Math.round(Math.min(width, height) * 0.22)
  const random = new Random(seed)
  const left = random.int(Math.round(width * 0.45), width - size - 1)
  const top = random.int(Math.round(height * 0.2), Math.max(Math.round(height * 0.2), Math.round(height * 0.75) - size))
  return new Uint8Array(
    await sharp(page)
      .toColourspace('srgb')
      .composite([{ input: await sharp(seal(size)).png().toBuffer(), left, top, blend: 'multiply' }])
      .png()
      .toBuffer(),
  )
}

/** One page spoiled in one way. */
export async function spoil(page: Uint8Array, damage: Damage, seed: number): Promise<Uint8Array> {
  switch (damage) {
    case 'turned':
      return new Uint8Array(
        await sharp(page)
          .rotate(seed % 2 === 0 ? 1 : -1, { background: '#ffffff' })
          .png()
          .toBuffer(),
      )
    case 'blurred':
      return new Uint8Array(await sharp(page).blur(1.1).png().toBuffer())
    case 'noisy':
      return noisy(page, seed, 40)
    case 'jpeg40':
      return new Uint8Array(await sharp(page).jpeg({ quality: 40 }).toBuffer())
    case 'grey':
      return new Uint8Array(await sharp(page).greyscale().linear(0.62, 70).png().toBuffer())
    case 'stamped':
      return stamped(page, seed)
    case 'photo':
      return photographed(page, seed)
  }
}

/** Pictures bound as a PDF with nothing but pictures, as scanners send it. `dpi` says how large the pages are. */
export async function bindPictures(pages: readonly Uint8Array[], dpi: number): Promise<Uint8Array> {
  const parts: Buffer[] = []
  const places: number[] = []
  let length = 0
  const put = (part: Buffer | string) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    parts.push(bytes)
    length += bytes.length
  }
  const object = (number: number, body: () => void) => {
    places[number] = length
    put(`${number} 0 obj\n`)
    body()
    put('\nendobj\n')
  }
  put('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')
  const first = (index: number) => 3 + index * 3
  for (const [index, page] of pages.entries()) {
    const { format, ...size } = await sharp(page).metadata()
    // A picture that is a JPEG already goes in as it is: pressing it twice would spoil it twice.
    const { data, info } =
      format === 'jpeg'
        ? { data: Buffer.from(page), info: size }
        : await sharp(page).jpeg({ quality: 85 }).toBuffer({ resolveWithObject: true })
    const [wide, high] = [(info.width * 72) / dpi, (info.height * 72) / dpi].map((side) => side.toFixed(2))
    const colour = info.channels === 1 ? '/DeviceGray' : '/DeviceRGB'
    const drawing = `q ${wide} 0 0 ${high} 0 0 cm /P Do Q`
    const at = first(index)
    object(at, () =>
      put(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Resources << /XObject << /P ${at + 1} 0 R >> >> /Contents ${at + 2} 0 R >>`,
      ),
    )
    object(at + 1, () => {
      put(
        `<< /Type /XObject /Subtype /Image /Width ${info.width} /Height ${info.height} /ColorSpace ${colour} /BitsPerComponent 8 /Filter /DCTDecode /Length ${data.length} >>\nstream\n`,
      )
      put(data)
      put('\nendstream')
    })
    object(at + 2, () => put(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`))
  }
  object(1, () => put('<< /Type /Catalog /Pages 2 0 R >>'))
  object(2, () =>
    put(
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first(index)} 0 R`).join(' ')}] >>`,
    ),
  )
  const table = length
  const count = first(pages.length)
  put(`xref\n0 ${count}\n0000000000 65535 f \n`)
  for (let number = 1; number < count; number++) put(`${String(places[number]).padStart(10, '0')} 00000 n \n`)
  put(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
  return new Uint8Array(Buffer.concat(parts))
}
