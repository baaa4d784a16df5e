/**
 * A picture as an Enhanced Metafile ([MS-EMF]): the vector format that Word, WPS and LibreOffice all draw. One device unit is a
 * twentieth of a point, so that coordinates are whole numbers.
 */

import { advanceOf, type Picture, type Shape } from '../../containers/chart/picture.ts'

const UNITS = 20
/** Millimetres and hundredths of millimetres in a point. */
const MM = 25.4 / 72

const record = {
  header: 1,
  eof: 14,
  setBkMode: 18,
  setTextAlign: 22,
  setTextColor: 24,
  moveTo: 27,
  selectObject: 37,
  createPen: 38,
  createBrush: 39,
  deleteObject: 40,
  rectangle: 43,
  lineTo: 54,
  createFont: 82,
  textOut: 84,
} as const

const units = (points: number) => Math.round(points * UNITS)

/** 0x00BBGGRR */
function colourRef(rgb: string): number {
  return Number.parseInt(`${rgb.slice(4, 6)}${rgb.slice(2, 4)}${rgb.slice(0, 2)}`, 16)
}

function make(type: number, size: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(8 + size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, type, true)
  view.setUint32(4, bytes.length, true)
  fill(new DataView(bytes.buffer, 8))
  return bytes
}

function make32(type: number, ...values: readonly number[]): Uint8Array {
  return make(type, 4 * values.length, (view) => {
    values.forEach((value, index) => {
      view.setInt32(4 * index, value, true)
    })
  })
}

/** EMR_EXTCREATEFONTINDIRECTW with a LOGFONT padded to the panose form that all readers take. */
function makeFont(index: number, size: number, face: string): Uint8Array {
  return make(record.createFont, 324, (view) => {
    view.setUint32(0, index, true)
    view.setInt32(4, -units(size), true)
    view.setInt32(20, 400, true)
    // GB2312_CHARSET, so that the signs are taken from a Chinese font where this one is not there.
    view.setUint8(27, 134)
    for (const [at, sign] of [...face].entries()) view.setUint16(32 + 2 * at, sign.charCodeAt(0), true)
  })
}

/** EMR_EXTTEXTOUTW: the text with the width of each of its units, so that it takes the same room in every program. */
function makeText({ x, y, size, text }: Extract<Shape, { kind: 'text' }>): Uint8Array {
  const code: number[] = []
  const widths: number[] = []
  for (const sign of text) {
    for (let at = 0; at < sign.length; at++) {
      code.push(sign.charCodeAt(at))
      widths.push(at === 0 ? units(advanceOf(sign) * size) : 0)
    }
  }
  const textBytes = Math.ceil((2 * code.length) / 4) * 4
  const start = 76
  return make(record.textOut, start - 8 + textBytes + 4 * code.length, (view) => {
    // Bounds are not needed; GM_ADVANCED with scales of one.
    view.setUint32(16, 2, true)
    view.setFloat32(20, 1, true)
    view.setFloat32(24, 1, true)
    view.setInt32(28, units(x), true)
    view.setInt32(32, units(y), true)
    view.setUint32(36, code.length, true)
    view.setUint32(40, start, true)
    view.setUint32(64, start + textBytes, true)
    code.forEach((unit, index) => {
      view.setUint16(start - 8 + 2 * index, unit, true)
    })
    widths.forEach((width, index) => {
      view.setUint32(start - 8 + textBytes + 4 * index, width, true)
    })
  })
}

const SIZE_OF_HEADER = 108

function makeHeader(picture: Picture, size: number, records: number, handles: number): Uint8Array {
  const [width, height] = [units(picture.width), units(picture.height)]
  return make(record.header, SIZE_OF_HEADER - 8, (view) => {
    const put = (at: number, ...values: readonly number[]) => {
      values.forEach((value, index) => {
        view.setInt32(at + 4 * index, value, true)
      })
    }
    put(0, 0, 0, width - 1, height - 1)
    put(16, 0, 0, Math.round(picture.width * MM * 100), Math.round(picture.height * MM * 100))
    // ' EMF', version 1.0
    put(32, 0x464d4520, 0x10000, size, records)
    view.setUint16(48, handles, true)
    // A device of 1440 dots to the inch: 420 × 297 mm.
    put(64, 23811, 16838)
    put(72, 420, 297)
    put(92, 420_000, 297_000)
  })
}

const FONT = 1
const PEN = 2
const BRUSH = 3

class Emf {
  readonly records: Uint8Array[] = []
  #size = 0

  #font(size: number): void {
    if (this.#size === size) return
    if (this.#size !== 0) this.records.push(make32(record.deleteObject, FONT))
    this.#size = size
    this.records.push(makeFont(FONT, size, '宋体'), make32(record.selectObject, FONT))
  }

  #pen(points: number, colour: string): void {
    // PS_SOLID
    this.records.push(
      make32(record.createPen, PEN, 0, units(points), 0, colourRef(colour)),
      make32(record.selectObject, PEN),
    )
  }

  draw(shape: Shape): void {
    switch (shape.kind) {
      case 'text':
        this.#font(shape.size)
        this.records.push(makeText(shape))
        break
      case 'line':
        this.#pen(0.6, shape.stroke)
        this.records.push(
          make32(record.moveTo, units(shape.x), units(shape.y)),
          make32(record.lineTo, units(shape.toX), units(shape.toY)),
          make32(record.deleteObject, PEN),
        )
        break
      case 'rect':
        this.#pen(0.4, shape.stroke)
        this.records.push(
          make32(record.createBrush, BRUSH, 0, colourRef(shape.fill), 0),
          make32(record.selectObject, BRUSH),
          make32(
            record.rectangle,
            units(shape.x),
            units(shape.y),
            units(shape.x + shape.width),
            units(shape.y + shape.height),
          ),
          make32(record.deleteObject, PEN),
          make32(record.deleteObject, BRUSH),
        )
    }
  }
}

/** The same picture gives the same bytes. */
export function writeEmf(picture: Picture): Uint8Array {
  const emf = new Emf()
  // Transparent ground; TA_BASELINE; black.
  emf.records.push(make32(record.setBkMode, 1), make32(record.setTextAlign, 24), make32(record.setTextColor, 0))
  for (const shape of picture.shapes) emf.draw(shape)
  emf.records.push(make32(record.eof, 0, 16, 20))
  const size = emf.records.reduce((sum, bytes) => sum + bytes.length, SIZE_OF_HEADER)
  const all = [makeHeader(picture, size, emf.records.length + 1, 4), ...emf.records]
  const whole = new Uint8Array(size)
  let at = 0
  for (const bytes of all) {
    whole.set(bytes, at)
    at += bytes.length
  }
  return whole
}
