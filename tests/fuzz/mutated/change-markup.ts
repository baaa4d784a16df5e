/** XML and html with elements lost, doubled, moved; attributes lost or absurd; texts that no program expects. */

import type { Random } from '../../support/random.ts'

const figures = [
  '1e309',
  '-1e309',
  '-1',
  '2147483648',
  '4294967296',
  'NaN',
  '',
  '0',
  '99999999999999999999',
  '1048577',
  '0x10',
  '１２',
]
const texts = [
  '&amp;lt;&#0;',
  '&#x1F600;',
  '&#55296;',
  '&a;&b;',
  '&',
  ']]>',
  '<![CDATA[<r>]]>',
  '<!--',
  '-->',
  '<?x?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '\u0000',
  '\u202e',
  '_x000D__xD800_',
  '1e309',
  '9'.repeat(300),
  '=1/0',
  '\ufffe',
  '一'.repeat(3000),
]

/** Elements met first to last: where each begins and ends; found by their tags alone, as broken markup has no tree. */
function elementAt(random: Random, markup: string): readonly [from: number, to: number] | null {
  const starts = [...markup.matchAll(/<([A-Za-z][\w:.-]*)(?:\s[^<>]*)?>/g)]
  if (starts.length === 0) return null
  const start = random.pick(starts)
  const from = start.index
  if (start[0].endsWith('/>')) return [from, from + start[0].length]
  const close = markup.indexOf(`</${start[1]}>`, from)
  return [from, close < 0 ? from + start[0].length : close + start[1]!.length + 3]
}

/** One match of many, replaced. */
function replaceOne(random: Random, markup: string, pattern: RegExp, by: (found: string) => string): string {
  const all = [...markup.matchAll(pattern)]
  if (all.length === 0) return markup
  const chosen = random.pick(all)
  return markup.slice(0, chosen.index) + by(chosen[0]) + markup.slice(chosen.index + chosen[0].length)
}

function change(random: Random, markup: string): string {
  const element = elementAt(random, markup)
  const [from, to] = element ?? [0, 0]
  const whole = markup.slice(from, to)
  switch (random.int(1, 13)) {
    case 1:
      return markup.slice(0, from) + markup.slice(to)
    case 2:
      return markup.slice(0, to) + whole.repeat(random.pick([1, 1, 2, 30])) + markup.slice(to)
    case 3: {
      const other = elementAt(random, markup) ?? [0, 0]
      return markup.slice(0, other[0]) + whole + markup.slice(other[0])
    }
    case 4:
      return replaceOne(random, markup, /="-?[\d.]+"/g, () => `="${random.pick(figures)}"`)
    case 5:
      return replaceOne(random, markup, />\s*-?[\d.]+\s*</g, () => `>${random.pick(figures)}<`)
    case 6:
      return replaceOne(random, markup, /\s[\w:.-]+="[^"]*"/g, () => '')
    case 7:
      return replaceOne(random, markup, /="[^"]*"/g, () => `="${random.pick([...figures, ...texts])}"`)
    case 8:
      return replaceOne(random, markup, />[^<>]+</g, () => `>${random.pick(texts)}<`)
    case 9:
      // Spans and repeats, whatever the format calls them.
      return replaceOne(
        random,
        markup,
        /((?:span|repeated|Span|Across|MergeDown|Index|ref|min|max)"?\s*(?:w:val)?=)"[^"]*"/gi,
        (found) =>
          `${found.slice(0, found.indexOf('=') + 1)}"${random.pick([...figures, 'A1:XFD1048576', '1048576', '16384', '65535'])}"`,
      )
    case 10:
      return replaceOne(random, markup, /<\/?[A-Za-z][^<>]*>/g, () => '')
    case 11:
      return replaceOne(
        random,
        markup,
        /<[\w:.-]+/g,
        () => `<${random.pick(['table', 'tr', 'td', 'c', 'row', 'w:tbl', 'w:tc', 'x', 'script', 'pre'])}`,
      )
    case 12: {
      const depth = random.pick([3, 20, 70, 1200])
      const name = /^<([\w:.-]+)/.exec(whole)?.[1] ?? 'x'
      return (
        markup.slice(0, from) +
        `<${name}>`.repeat(depth) +
        whole +
        (random.chance(50) ? `</${name}>`.repeat(depth) : '') +
        markup.slice(to)
      )
    }
    default:
      return replaceOne(random, markup, /"[^"]*"|>[^<>]+</g, (found) => found.slice(0, -1))
  }
}

export function changeMarkup(random: Random, markup: string): string {
  let changed = markup
  for (let steps = random.chance(50) ? 1 : random.int(2, 8); steps > 0; steps--) changed = change(random, changed)
  return changed
}
