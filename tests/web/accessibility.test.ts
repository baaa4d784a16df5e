/** The table of criteria against what there is; and what of them a look at the sources tells better than a look at a page. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commandOf } from '../../web/src/grid/commands.ts'

const root = new URL('../../', import.meta.url).pathname
const page = readFileSync(`${root}docs/accessibility.md`, 'utf8')
const [, wcag = '', gb = ''] = page.split(/^## /m)

/** The success criteria of WCAG 2.2 at levels A and AA. */
const levelA =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2'
const levelAA =
  '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3'

function cellsOf(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') || line.startsWith('|可'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

const criteria = cellsOf(wcag)

/** The titles of the tests of a file, as they are written. */
function titlesOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/\b(?:it|test|describe)(?:\.each\([^\n]*\))?\(\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  )
}

/** Tests that a cell names, as file and part of a title. */
function namedIn(cell: string): readonly (readonly [file: string, part: string])[] {
  return [...cell.matchAll(/`([\w/.-]+\.test\.ts)` ([^;)|]+)/g)].map(([, file, part]) => [
    file!.includes('/') ? `${root}${file}` : `${root}tests/web/${file}`,
    part!.trim(),
  ])
}

const sources = readdirSync(`${root}web/src`, { recursive: true })
  .map(String)
  .filter((path) => /\.(?:tsx?|css)$/.test(path))
  .map((path) => ({ path, text: readFileSync(`${root}web/src/${path}`, 'utf8') }))
const styles = sources.filter(({ path }) => path.endsWith('.css'))
const scripts = sources.filter(({ path }) => !path.endsWith('.css'))

function holding(pattern: RegExp, files: readonly { readonly path: string; readonly text: string }[]): string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
}

describe('the table of WCAG 2.2 and GB/T 37668', () => {
  it('has every criterion of levels A and AA once, with its level, a state and what shows it', () => {
    const said = criteria.map(([criterion = '', level = '']) => `${criterion.split(' ')[0]} ${level}`)
    const wanted = [
      ...levelA.split(' ').map((number) => `${number} A`),
      ...levelAA.split(' ').map((number) => `${number} AA`),
    ]
    expect([...said].sort()).toEqual(wanted.sort())
    for (const [criterion, , state, how = '', shown = ''] of criteria) {
      expect(['met', 'partly', 'not met', 'not applicable'], criterion).toContain(state)
      expect(how, criterion).not.toBe('')
      expect(namedIn(shown).length > 0 || shown.includes('by hand'), criterion).toBe(true)
    }
  })

  it('names only tests that there are', () => {
    const all = criteria.flatMap(([, , , , shown = '']) => namedIn(shown)).concat(namedIn(gb))
    expect(all.length).toBeGreaterThan(70)
    const missing = all.filter(
      ([file, part]) => !existsSync(file) || !titlesOf(file).some((title) => title.includes(part)),
    )
    expect(missing).toEqual([])
  })

  it('leads each requirement of the national standard to criteria that are in it', () => {
    const rows = cellsOf(gb)
    expect(new Set(rows.map(([property]) => property))).toEqual(new Set(['可感知性', '可操作性', '可理解性', '兼容性']))
    const known = new Map(criteria.map(([criterion = '', , state]) => [criterion.split(' ')[0]!, state]))
    for (const [, requirement, state = '', numbers = ''] of rows) {
      const states = numbers.split(', ').map((number) => known.get(number))
      expect(states, requirement).not.toContain(undefined)
      // A requirement is not better met than the criteria it rests on.
      if (state.startsWith('met')) expect(states, requirement).not.toContain('partly')
    }
  })
})

/** Relative luminance of a colour as #rrggbb, and the contrast of two. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

describe('the sources of the pages', () => {
  it('have no sound, no film and no picture of text', () => {
    expect(holding(/<(?:audio|video|object|embed)\b|new Audio\(/, scripts)).toEqual([])
    // The sign of the product, which is ornament, and the page of a scan.
    expect(holding(/<img\b|<canvas\b/, scripts).sort()).toEqual(['filing/import-check.tsx', 'shell/shell.tsx'])
  })

  it('have no rule of orientation, and nothing moves by itself', () => {
    expect(holding(/orientation\s*:/, styles)).toEqual([])
    expect(holding(/animation|@keyframes|<marquee|<blink/, [...styles, ...scripts])).toEqual([])
    for (const { path, text } of styles) {
      const always = text.replaceAll(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g, '')
      expect(always, path).not.toMatch(/transition/)
    }
  })

  it('show nothing that only a pointer brings, and ask for no gesture and no sensor', () => {
    const hovers = styles.flatMap(({ text }) =>
      [...text.matchAll(/[^{}]*:hover[^{}]*\{([^}]*)\}/g)].map(([, rules]) => rules!),
    )
    expect(hovers.length).toBeGreaterThan(3)
    expect(hovers.filter((rules) => /display|visibility|opacity|content/.test(rules))).toEqual([])
    // What a mark of a drawing stands for is heard on focus as on hover.
    expect(holding(/onMouse(?:Enter|Over)|onPointerEnter/, scripts)).toEqual(['charts/marks.tsx'])
    expect(holding(/onTouch|gesture(?:start|change)|device(?:motion|orientation)/i, scripts)).toEqual([])
  })

  it('give frames, signs and the ring of the focus three to one on the grounds they stand on, in both themes', () => {
    const theme = styles.find(({ path }) => path === 'theme/theme.css')!.text
    for (const block of [/:root \{([\s\S]*?)\n\}/, /:root\[data-theme="dark"\] \{([\s\S]*?)\n\}/]) {
      const colours = new Map(
        [...block.exec(theme)![1]!.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
      )
      const low = ['line', 'red', 'amber', 'blue', 'green'].flatMap((sign) =>
        ['paper', 'ground', 'head', 'wash-error', 'wash-info'].flatMap((ground) => {
          const ratio = contrast(colours.get(sign)!, colours.get(ground)!)
          return ratio < 3 ? [`${sign} on ${ground}: ${ratio.toFixed(2)}`] : []
        }),
      )
      expect(low).toEqual([])
    }
  })

  it('hold that no sign alone is a command, and that the form says how the form is left', () => {
    const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
    const signs = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))
    expect(signs.filter((key) => commandOf({ ...plain, key }) !== null)).toEqual([])
    expect(signs.filter((key) => key !== ' ' && commandOf({ ...plain, key, shiftKey: true }) !== null)).toEqual([])
    expect(scripts.find(({ path }) => path === 'texts/editor-texts.ts')!.text).toMatch(
      /'grid\.keys': \{\s*zh: '[^']*Esc 后按 Tab 离开/,
    )
  })
})
