import { describe, expect, it } from 'vitest'
import type { Blob } from './components.ts'
import type { Sign } from './decode-line.ts'
import { settleDigits } from './digits.ts'
import { type LoneLine, lowDashes } from './low-dashes.ts'
import { mended } from './no-words.ts'
import type { LineText } from './read-lines.ts'
import { dashOf } from './relation-signs.ts'
import { toldByStrokes } from './told-by-strokes.ts'

const EM = 24

/** Rows of signs: # is ink, the darker the more of it; blobs are given apart. */
function page(rows: readonly string[]) {
  const width = Math.max(...rows.map(({ length }) => length))
  const data = Uint8Array.from(rows.flatMap((row) => [...row.padEnd(width)].map((sign) => (sign === '#' ? 220 : 0))))
  return { text: { width, height: rows.length, data }, threshold: 90, em: EM }
}

const blob = (left: number, top: number, right: number, bottom: number, peak = 220): Blob => ({
  left,
  top,
  right,
  bottom,
  area: (right - left + 1) * (bottom - top + 1),
  peak,
})
const signs = (text: string): Sign[] =>
  [...text].map((sign, at) => ({ sign, probability: 0.7, from: at, to: at, others: [] }))

function told(text: string, blobs: readonly Blob[], ink = page([''.padEnd(80)])): string {
  const box = blob(
    Math.min(...blobs.map(({ left }) => left)),
    Math.min(...blobs.map(({ top }) => top)),
    Math.max(...blobs.map(({ right }) => right)),
    Math.max(...blobs.map(({ bottom }) => bottom)),
  )
  return toldByStrokes({ signs: signs(text), missed: [] }, { box, blobs }, ink)
    .signs.map(({ sign }) => sign)
    .join('')
}

describe('signs told by their strokes', () => {
  const sign = blob(0, 0, 23, 23)

  it.each([
    ['a narrow dark dot', '境。', blob(26, 20, 28, 22), '境.'],
    ['a circle', '境.', blob(26, 16, 32, 22), '境。'],
    ['what is left of a faint circle', '境。', blob(26, 20, 28, 22, 110), '境。'],
    ['what is neither, most likely', '境.', blob(26, 18, 30, 22), '境。'],
    ['a circle low in its line', '境：', blob(26, 16, 32, 22), '境。'],
    ['what is as high as two dots', '境：', blob(26, 13, 29, 21), '境：'],
  ])('%s behind a Chinese sign', (_, read, stop, expected) => {
    expect(told(read, [sign, stop])).toBe(expected)
  })

  it('a ^ is higher for its width than a wave', () => {
    expect(told('~8', [blob(0, 8, 11, 16), blob(14, 0, 24, 22)])).toBe('^8')
    expect(told('~8', [blob(0, 9, 14, 13), blob(17, 0, 27, 22)])).toBe('~8')
  })

  it('a stop behind % ends a sentence, and makes ‰ of a figure alone', () => {
    const settled = (text: string) =>
      settleDigits(signs(text))
        .map(({ sign: one }) => one)
        .join('')
    expect(settled('目标1：不低于98%。')).toBe('目标1：不低于98%。')
    expect(settled('小于0.9%。')).toBe('小于0.9‰')
  })

  it('a point between Chinese signs is a comma, between figures none', () => {
    expect(told('响.工', [sign])).toBe('响,工')
    expect(told('2.5', [sign])).toBe('2.5')
  })

  it('a blurred < that is heavier below has a bar, an even one has none', () => {
    const even = [
      '      ###',
      '    ###  ',
      '  ###    ',
      '###      ',
      '###      ',
      '  ###    ',
      '    ###  ',
      '      ###',
    ]
    const barred = [...even.slice(0, 6), '#########', '#########']
    const untold = [...even.slice(0, 6), '    ###  ', '   ######']
    for (const [rows, expected] of [
      [even, '<'],
      [barred, '≤'],
      // Neither heavy nor even: forms have ten ≤ for one <.
      [untold, '≤'],
    ] as const) {
      const own = blob(0, 0, 8, rows.length - 1)
      expect(told('<81', [own, blob(14, 0, 20, 8)], page(rows.map((row) => row.padEnd(40))))).toBe(`${expected}81`)
    }
  })

  it('a dash as wide as a Chinese sign before a figure is two bars, a short one is a minus', () => {
    expect(told('一4年', [blob(0, 10, 18, 14), blob(24, 0, 32, 20)])).toBe('=4年')
    expect(told('-4年', [blob(0, 10, 9, 12), blob(14, 0, 22, 20)])).toBe('-4年')
    expect(told('一4年', [blob(0, 10, 9, 12), blob(14, 0, 22, 20)])).toBe('=4年')
  })

  it('a serif of one pixel at the right end makes a dash the sign 一, a slanting stroke is none', () => {
    const stroke = '#'.repeat(20)
    const serif = page(['                 ## ', stroke])
    expect(dashOf(serif.text, blob(0, 0, 19, 1), EM)).toBe('fineSerif')
    const slant = page(['          ##########', stroke])
    expect(dashOf(slant.text, blob(0, 0, 19, 1), EM)).toBe('long')
  })
})

describe('a dash alone in its cell', () => {
  const read = (text: string): LineText => ({ text, confidence: 0.99, mean: 0.99, alternatives: [] })
  const lone = (text: string, row: number, box: Blob): LoneLine => ({
    table: 0,
    cell: { row, column: 0, rowSpan: 1, columnSpan: 1, box: [0, 0, 100, 40] },
    line: { box, blobs: [box] },
    read: read(text),
  })
  const beside = lone('不适用', 3, blob(0, 0, 70, 22))

  it.each([
    [21, '_', 0.99],
    [16, '-', 0.6],
    [12, undefined, undefined],
  ])('at %i of 22 pixels', (y, sign, confidence) => {
    const found = lowDashes([beside, lone('-', 3, blob(80, y, 90, y + 1))], EM).get(1)
    expect(found?.text).toBe(sign)
    expect(found?.confidence).toBe(confidence)
  })

  it('without a neighbour in its row stays as it was read', () => {
    expect(
      lowDashes([{ ...beside, cell: { ...beside.cell, row: 4 } }, lone('-', 3, blob(80, 21, 90, 22))], EM).size,
    ).toBe(0)
  })
})

describe('what is no word', () => {
  it('is the word that is meant: doubtful, unless another look saw it', () => {
    const line: LineText = { text: '日标2：纪念碑修茸', confidence: 0.9, mean: 0.9, alternatives: [] }
    expect(mended(line)).toMatchObject({ text: '目标2：纪念碑修葺', confidence: 0.6 })
    const seen = { ...line, alternatives: [{ text: '目标2：纪念碑修葺', probability: 0.5 }] }
    expect(mended(seen)).toMatchObject({ text: '目标2：纪念碑修葺', confidence: 0.9 })
  })

  it.each([
    ['窖井盖整改', '窨井盖整改'],
    ['客井盖整改', '窨井盖整改'],
    ['旅客井然有序', '旅客井然有序'],
    ['古建筑修鳝', '古建筑修缮'],
    ['纪念设施修葚处数', '纪念设施修葺处数'],
    ['纪念设施修蓄完成率', '纪念设施修葺完成率'],
    ['维修蓄水池', '维修蓄水池'],
  ])('%s is %s', (text, meant) => {
    expect(mended({ text, confidence: 0.9, mean: 0.9, alternatives: [] }).text).toBe(meant)
  })

  it('a day before a standard is none of it', () => {
    const line: LineText = { text: '3月31日标准', confidence: 0.9, mean: 0.9, alternatives: [] }
    expect(mended(line)).toBe(line)
  })
})
