/** Everything that a filing can be taken away as: seen before it is printed, then each product in each of its formats. */

import { useState } from 'react'
import type { Editor } from '../editor/editor.ts'
import { MenuButton } from '../shell/menu.tsx'
import { type TextKey, useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { PreviewDialog } from './preview-dialog.tsx'

type Product = 'form' | 'workbook' | 'basis' | 'data' | 'report'

const products: readonly (readonly [Product, string, TextKey])[] = [
  ['form', 'pdf', 'export.pdf'],
  ['form', 'xlsx', 'export.xlsx'],
  ['form', 'docx', 'export.docx'],
  ['form', 'html', 'export.html'],
  ['workbook', 'xlsx', 'export.workbook'],
  ['report', 'docx', 'export.reportDocx'],
  ['report', 'pdf', 'export.reportPdf'],
  ['basis', 'xlsx', 'export.basisXlsx'],
  ['basis', 'pdf', 'export.basisPdf'],
  ['data', 'json', 'export.dataJson'],
  ['data', 'csv', 'export.dataCsv'],
]

/** Lets the browser save what an address gives, without a page that opens and closes. */
function saveFrom(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}

interface ExportMenuProps {
  readonly id: string
  readonly editor: Editor
}

export function ExportMenu({ id, editor }: ExportMenuProps) {
  const say = useSay()
  const { lang } = usePreferences()
  const [isSeen, setSeen] = useState(false)
  const save = (what: Product, format: string) => () => {
    // What was typed last is printed too.
    void editor.document
      .flush()
      .catch(() => {})
      .then(() => {
        const address = `/api/filings/${id}/print?what=${what}&format=${format}&lang=${lang}`
        if (format === 'html') window.open(address, '_blank', 'noopener')
        else saveFrom(address)
      })
  }
  return (
    <>
      <MenuButton
        label={say('export.menu')}
        shown={say('export.menu')}
        quiet={false}
        atEnd
        items={[
          { label: say('preview.menu'), onChoose: () => setSeen(true) },
          ...products.map(([what, format, text], at) => ({
            label: say(text),
            onChoose: save(what, format),
            begins: what !== products[at - 1]?.[0],
          })),
        ]}
      />
      {isSeen && (
        <PreviewDialog
          draft={editor.document.snapshot().draft}
          onClose={() => setSeen(false)}
          acts={
            <>
              <button type="button" className="button" onClick={save('form', 'xlsx')}>
                xlsx
              </button>
              <button type="button" className="button" onClick={save('form', 'pdf')}>
                pdf
              </button>
            </>
          }
        />
      )}
    </>
  )
}
