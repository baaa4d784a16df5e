/** What a right click offers on cells beside the acts on rows: the clipboard and filling down, with the keys that do the same. */

import { type Block, readClipboard, writeArea } from '../grid/clipboard.ts'
import type { GridActions } from '../grid/form-grid.tsx'
import { areaOf, cellsIn } from '../grid/selection.ts'
import type { MenuItem } from '../shell/menu.tsx'
import type { Say } from '../texts/index.ts'
import type { Editor } from './editor.ts'

/** Puts texts on the clipboard by the browser's own copying, which needs neither a secure address nor leave. */
function copyOut(written: { readonly text: string; readonly html: string }): void {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
    event.clipboardData?.setData('text/plain', written.text)
    event.clipboardData?.setData('text/html', written.html)
  }
  // The command copies where something is selected.
  const held = document.createElement('textarea')
  held.value = ' '
  document.body.append(held)
  held.select()
  document.addEventListener('copy', put, true)
  document.execCommand('copy')
  document.removeEventListener('copy', put, true)
  held.remove()
}

/** What stands on the clipboard; null where the browser does not give it to a page. */
async function readIn(): Promise<Block | null> {
  try {
    const text = await navigator.clipboard.readText()
    return readClipboard({ getData: (format) => (format === 'text/plain' ? text : '') })
  } catch {
    return null
  }
}

/** `tell`: what could not be done. */
export function cellItems(editor: Editor, actions: GridActions, say: Say, tell: (text: string) => void): MenuItem[] {
  const here = () => {
    const { sheet } = editor.document.snapshot()
    return { sheet, area: areaOf(sheet, editor.grid.selection) }
  }
  const back = () => document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true })
  const copy = (isCut: boolean) => () => {
    const { sheet, area } = here()
    copyOut(writeArea(sheet, area))
    const cells = cellsIn(sheet, area).flat().filter(actions.isEditable)
    if (isCut && cells.length > 0) actions.onType(cells, '')
    back()
  }
  const paste = async () => {
    const block = await readIn()
    const { active } = editor.grid
    if (block === null) tell(say('cell.pasteByKey'))
    else if (active !== null) actions.onPaste(active, block, here().area)
    back()
  }
  const { isEditable } = editor.document.snapshot()
  const copying: MenuItem = { label: say('cell.copy'), keys: 'Ctrl C', onChoose: copy(false) }
  if (!isEditable) return [copying]
  return [
    { label: say('cell.cut'), keys: 'Ctrl X', onChoose: copy(true) },
    copying,
    { label: say('cell.paste'), keys: 'Ctrl V', onChoose: () => void paste() },
    { label: say('cell.fillDown'), keys: 'Ctrl D', onChoose: () => actions.onFillDown(here().area) },
  ]
}
