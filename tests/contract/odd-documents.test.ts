/** A form is a form, however a document holds it: every way of writing it gives back every field. */

import { describe, expect, it } from 'vitest'
import { readForms } from '../../src/app/index.ts'
import type { GridCell } from '../../src/core/model/index.ts'
import { compareForms } from '../support/office/compare.ts'
import { type OfficeForm, officeForms } from '../support/office/forms.ts'
import { escaped, type OddWays, oddDocx, packDocx, paragraph, run, table } from '../support/office/odd-docx.ts'
import { shownIn } from '../support/shown.ts'

const offices = officeForms({
  seed: 20260101,
  perLayout: 1,
  sources: ['right'],
  layouts: ['national-project', 'shenzhen-department', 'weight-first-project', 'sichuan-project'],
})

const inText = (mark: (text: string) => string) => (cell: GridCell) =>
  cell.text === '' ? paragraph('') : mark(cell.text)
const control = (content: string, properties = '') =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const change = 'w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"'
const halves = (text: string): [string, string] => {
  const middle = Math.ceil(text.length / 2)
  return [text.slice(0, middle), text.slice(middle)]
}
const field = (result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const box = (blocks: string) =>
  paragraph(
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${blocks}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${blocks}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
  )
const alone = (content: string) => table([`<w:tr><w:tc><w:tcPr/>${content}${paragraph('')}</w:tc></w:tr>`])
const heading = (title: string) => (title === '' ? '' : paragraph(run(title)))

function pieces(rows: readonly string[], most: number): string[][] {
  const parts: string[][] = []
  for (let from = 0; from < rows.length; from += most) parts.push(rows.slice(from, from + most))
  return parts
}

/** A row in which no cell goes on from above. */
const beginsAnew = (row: string) => !row.includes('<w:vMerge/>')

/** Blocks of a form: rows that cells merged downwards hold together, and the rows that stand alone between such. */
function blocksOf(rows: readonly string[]): string[][] {
  const parts: string[][] = []
  let isAlone = false
  rows.forEach((row, index) => {
    if (!beginsAnew(row)) parts.at(-1)!.push(row)
    else {
      const standsAlone = index + 1 === rows.length || beginsAnew(rows[index + 1]!)
      if (standsAlone && isAlone) parts.at(-1)!.push(row)
      else parts.push([row])
      isAlone = standsAlone
    }
  })
  return parts
}

const ways: Readonly<Record<string, OddWays>> = {
  'tag by tag': {},
  'title above the table': { body: (rows, title) => heading(title) + table(rows) },
  'merged across by marks': { acrossByMark: true },
  'rows that end early': { shortRows: true },
  'the table in a cell of another': { body: (rows, title) => heading(title) + alone(table(rows)) },
  'title and table in a cell of another': { body: (rows, title) => alone(heading(title) + table(rows)) },
  'the table three cells deep': { body: (rows, title) => alone(alone(alone(heading(title) + table(rows)))) },
  'the table beside an empty cell': {
    body: (rows, title) =>
      heading(title) +
      table([
        `<w:tr><w:tc><w:tcPr/>${paragraph('')}</w:tc><w:tc><w:tcPr/>${table(rows)}${paragraph('')}</w:tc></w:tr>`,
      ]),
  },
  'a table around it for letterhead and signature': {
    body: (rows, title) =>
      table([
        `<w:tr><w:tc><w:tcPr/>${paragraph(run('附件2'))}</w:tc></w:tr>`,
        `<w:tr><w:tc><w:tcPr/>${heading(title)}${table(rows)}${paragraph('')}</w:tc></w:tr>`,
        `<w:tr><w:tc><w:tcPr/>${paragraph(run('（盖章）'))}</w:tc></w:tr>`,
      ]),
  },
  'the table in a box of text': { body: (rows, title) => heading(title) + box(table(rows)) },
  'the title in a box of text': { body: (rows, title) => box(heading(title)) + table(rows) },
  'a cell of two tables': {
    body: (rows, title) => {
      const parts = blocksOf(rows)
      const middle = Math.ceil(parts.length / 2)
      return (
        heading(title) + alone(table(parts.slice(0, middle).flat()) + paragraph('') + table(parts.slice(middle).flat()))
      )
    },
  },
  'cut into a table for each block': {
    body: (rows, title) =>
      heading(title) +
      blocksOf(rows)
        .map((part) => table(part))
        .join(paragraph('')),
  },
  'cut into two tables that touch': {
    body: (rows, title) => {
      const parts = blocksOf(rows)
      return heading(title) + table(parts.slice(0, -1).flat()) + table(parts.slice(-1).flat())
    },
  },
  'cut every seven rows': {
    body: (rows, title) =>
      heading(title) +
      pieces(rows, 7)
        .map((part) => table(part))
        .join(paragraph('<w:r><w:br w:type="page"/></w:r>')),
  },
  'cells inside content controls': {
    cell: (properties, content) => control(`<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`),
  },
  'rows inside content controls': { row: (cells) => control(`<w:tr>${cells}</w:tr>`, '<w15:repeatingSectionItem/>') },
  'paragraphs inside content controls': { content: inText((text) => control(paragraph(run(text)))) },
  'runs inside content controls': {
    content: inText((text) => paragraph(control(run(text), '<w:dropDownList/>'))),
  },
  'controls that still ask, beside what was typed': {
    content: (cell) =>
      cell.text === ''
        ? control(paragraph(run('单击此处输入文字。')), '<w:showingPlcHdr/>')
        : control(paragraph(run(cell.text))),
  },
  'texts in custom markup': {
    content: inText((text) => paragraph(`<w:smartTag><w:customXml>${run(text)}</w:customXml></w:smartTag>`)),
  },
  'everything typed under tracked changes': {
    content: inText((text) => paragraph(`<w:ins ${change}>${run(text)}</w:ins>`)),
    row: (cells) => `<w:tr><w:trPr><w:ins ${change}/></w:trPr>${cells}</w:tr>`,
  },
  'old texts struck out under tracked changes': {
    content: inText((text) =>
      paragraph(
        `<w:del ${change}><w:r><w:delText>旧${escaped(text)}</w:delText></w:r></w:del><w:ins ${change}>${run(text)}</w:ins>`,
      ),
    ),
  },
  'a copy of each row struck out': {
    row: (cells) =>
      `<w:tr>${cells}</w:tr>${cells.includes('vMerge') ? '' : `<w:tr><w:trPr><w:del ${change}/></w:trPr>${cells}</w:tr>`}`,
  },
  'paragraph marks struck out': {
    content: inText((text) => {
      const [first, second] = halves(text)
      return `<w:p><w:pPr><w:rPr><w:del ${change}/></w:rPr></w:pPr>${run(first)}</w:p>${paragraph(run(second))}`
    }),
  },
  'every sign a run of its own': {
    content: inText((text) => paragraph([...text].map((sign) => run(sign)).join('<w:proofErr w:type="spellStart"/>'))),
  },
  'bookmarks, comments and breaks of rendering between runs': {
    content: inText((text) => {
      const [first, second] = halves(text)
      return paragraph(
        `<w:bookmarkStart w:id="0" w:name="a"/>${run(first)}<w:commentRangeStart w:id="1"/><w:r><w:lastRenderedPageBreak/></w:r>${run(second)}<w:bookmarkEnd w:id="0"/><w:commentRangeEnd w:id="1"/>`,
      )
    }),
  },
  'results of fields': { content: inText((text) => paragraph(field(text))) },
  'simple fields': {
    content: inText((text) => paragraph(`<w:fldSimple w:instr=" DOCPROPERTY x ">${run(text)}</w:fldSimple>`)),
  },
  links: { content: inText((text) => paragraph(`<w:hyperlink w:anchor="a">${run(text)}</w:hyperlink>`)) },
  'readings above signs': {
    content: inText((text) =>
      paragraph(
        `<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase>${run(text)}</w:rubyBase></w:ruby></w:r>`,
      ),
    ),
  },
  formulas: {
    content: inText((text) =>
      /^[\d.]+$/.test(text) ? paragraph(`<m:oMath><m:r><m:t>${text}</m:t></m:r></m:oMath>`) : paragraph(run(text)),
    ),
  },
  'blank paragraphs around every text': {
    content: inText((text) => paragraph('') + paragraph(run(text)) + paragraph('')),
  },
  'labels one sign a paragraph': {
    content: inText((text) =>
      /^[\u4e00-\u9fff]{2,6}$/.test(text)
        ? [...text].map((sign) => paragraph(run(sign))).join('')
        : paragraph(run(text)),
    ),
  },
  'labels spaced out': {
    content: inText((text) => paragraph(run(/^[\u4e00-\u9fff]{2,4}$/.test(text) ? [...text].join('\u3000') : text))),
  },
  'blanks of every kind around': {
    content: inText((text) => paragraph(run(`\u3000\u00a0 ${text}\u2002\u200b`))),
  },
  'hidden text between': {
    content: inText((text) => paragraph(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>${run(text)}`)),
  },
  'rows that repeat on every page': {
    row: (cells) => `<w:tr><w:trPr><w:tblHeader/><w:cantSplit/></w:trPr>${cells}</w:tr>`,
  },
}

function wrongIn(office: OfficeForm, forms: Awaited<ReturnType<typeof readForms>>['recognitions']): string[] {
  const [only] = forms
  const reading = only === undefined ? null : { lines: shownIn(office.layout, only.form), marked: new Set<string>() }
  return compareForms(office.truth, reading)
    .filter(({ right }) => !right)
    .map(({ path, truth, found }) => `${path}: ${truth} → ${found}`)
}

describe('a document of one form', () => {
  it.each(Object.entries(ways))('%s', async (_, way) => {
    for (const office of offices) {
      const { recognitions, findings } = await readForms(oddDocx(office, way), 'x.docx')
      expect(wrongIn(office, recognitions), office.id).toEqual([])
      expect(recognitions.length, `${office.id}: ${JSON.stringify(findings)}`).toBe(1)
    }
  })
})

describe('a document of several forms', () => {
  it('gives each, in its order', async () => {
    const bodies = offices.map((office) => {
      let made = ''
      oddDocx(office, {
        body: (rows, title) => {
          made = heading(title) + table(rows) + paragraph('')
          return ''
        },
      })
      return made
    })
    const { recognitions } = await readForms(packDocx(bodies.join('')), 'x.docx')
    expect(recognitions.length).toBe(offices.length)
    for (const [index, office] of offices.entries()) expect(wrongIn(office, [recognitions[index]!])).toEqual([])
  })
})
