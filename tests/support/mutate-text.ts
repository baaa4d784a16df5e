/** Texts as they should never be: lines lost and doubled, cells moved, signs swapped, bytes cut, hostile strings put in. */

import type { Random } from './random.ts'

const hostile: readonly string[] = [
  '\u202e反转',
  '\u0000',
  '\ufeff',
  '\u200b',
  '<script>alert(1)</script>',
  '&amp;',
  '=cmd|calc',
  '９'.repeat(400),
  '0'.repeat(5000),
  '((((((((((((((((((((',
  '）'.repeat(200),
  '≥'.repeat(300),
  '目标1：目标2：目标3：',
  '一'.repeat(2000),
  '-'.repeat(900),
  '1/0',
  '1e999',
  '∞',
  'NaN',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  '𠮷野家',
  '\ud800',
  '％％％',
  '2021年13月45日',
  '0000-00-00',
  '一级指标',
  '三级指标',
  '分值',
  '得分',
  '合计',
  '总分',
  '不适用',
  '项目支出绩效自评表',
  '≥100%1000件≤5个3年12月15日前',
  '\t\t\t\t\t\t',
]

function randomSigns(random: Random): string {
  const sets = [
    '0123456789.%≥≤=',
    '指标分值得数量质效益满意度完成',
    'abcXYZ |&<>"\'',
    '\u3000\u00a0\t ',
    '（）：，。；',
  ]
  return Array.from({ length: random.int(1, 12) }, () => {
    const set = random.pick(sets)
    return set[random.int(0, set.length - 1)]
  }).join('')
}

function mutateLines(random: Random, lines: string[]): string[] {
  const at = random.int(0, Math.max(0, lines.length - 1))
  const line = lines[at] ?? ''
  const cells = line.split('\t')
  const cell = random.int(0, cells.length - 1)
  switch (random.int(1, 12)) {
    case 1:
      return lines.filter((_, index) => index !== at)
    case 2:
      return [...lines.slice(0, at), line, ...lines.slice(at)]
    case 3:
      return random.chance(20) ? random.shuffled(lines) : lines.with(at, random.shuffled(cells).join('\t'))
    case 4:
      return lines.with(at, cells.filter((_, index) => index !== cell).join('\t'))
    case 5:
      return lines.with(at, cells.with(cell, '').join('\t'))
    case 6:
      return lines.with(at, cells.with(cell, random.pick(hostile)).join('\t'))
    case 7:
      return lines.with(at, cells.with(cell, randomSigns(random)).join('\t'))
    case 8:
      return lines.with(at, line.replaceAll('\t', random.pick([' ', '|', ' | ', ''])))
    case 9:
      return lines.with(
        at,
        line.replace(/\d/g, () => random.pick(['O', 'I', '?', '1', '.', ''])),
      )
    case 10:
      return [...lines.slice(0, at), randomSigns(random), ...lines.slice(at)]
    case 11:
      return lines.slice(0, at + 1)
    default:
      return [...lines, ...lines.slice(at, at + 20)]
  }
}

/** The text after `steps` changes. */
export function mutateText(random: Random, text: string, steps: number): string {
  let lines = text.split('\n')
  for (let step = 0; step < steps && lines.length > 0; step++) lines = mutateLines(random, lines)
  return lines.join('\n')
}

/** Bytes cut, flipped or out of nowhere. */
export function mutateBytes(random: Random, bytes: Uint8Array): Uint8Array {
  if (random.chance(10)) return Uint8Array.from({ length: random.int(0, 4000) }, () => random.int(0, 255))
  const changed = bytes.slice(0, random.chance(30) ? random.int(0, bytes.length) : bytes.length)
  for (let flips = random.int(0, 20); flips > 0 && changed.length > 0; flips--)
    changed[random.int(0, changed.length - 1)] = random.int(0, 255)
  return changed
}

/** Texts of no form at all. */
export function randomText(random: Random): string {
  return Array.from({ length: random.int(0, 60) }, () =>
    Array.from({ length: random.int(0, 12) }, () =>
      random.chance(20) ? random.pick(hostile) : randomSigns(random),
    ).join('\t'),
  ).join('\n')
}
