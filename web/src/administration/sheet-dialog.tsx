/** A list from a spreadsheet: chosen or pasted, looked at line by line, then taken whole or not at all. */

import { type ReactNode, useState } from 'react'
import { csvOf } from '../charts/chart-data.ts'
import { download } from '../local/files.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { FileButton } from '../shell/file-button.tsx'
import { ListTable } from '../shell/list-table.tsx'
import { useSheetSay } from './sheet-texts.ts'
import { useAct } from './use-act.ts'

export interface SheetLine {
  readonly line: number
  readonly cells: readonly string[]
  /** What it comes to, in words; why it is refused, where it is. */
  readonly result: string
  readonly isRefused: boolean
}

export interface SheetRead {
  readonly taken: boolean
  readonly created: number
  readonly kept: number
  readonly lines: readonly SheetLine[]
}

interface SheetDialogProps {
  readonly title: string
  readonly hint: ReactNode
  /** As the sheet names its columns; the blank one is made of them, with a line that shows how. */
  readonly heads: readonly string[]
  readonly example: readonly string[]
  /** Lists that are made anew once the sheet is taken. */
  readonly lists: readonly string[]
  /** Asks the server: looks at the sheet, or takes it. */
  readonly send: (sheet: File, take: boolean) => Promise<SheetRead>
  /** What is to be done after it was taken. */
  readonly after?: ReactNode
  readonly onClose: () => void
}

/** What parts heads and examples in the catalogue. */
export const LIST = /[、,] ?/

/** Lines that are listed beside those with a fault. */
const most = 50
const csv = 'text/csv;charset=utf-8'

/** Hands a table to the browser to be saved, as Excel and WPS open it. */
export function saveTable(name: string, heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const text = csvOf({
    columns: heads.map((title) => ({ title })),
    rows: rows.map((cells, at) => ({ key: String(at), cells })),
  })
  download(new TextEncoder().encode(text), `${name}.csv`, csv)
}

export function SheetDialog(props: SheetDialogProps) {
  const { title, hint, heads, example, lists, send, after, onClose } = props
  const say = useSheetSay()
  const [text, setText] = useState('')
  const [sheet, setSheet] = useState<File | null>(null)
  const [read, setRead] = useState<SheetRead | null>(null)
  const { error, isBusy, run } = useAct(...lists)
  const bad = read?.lines.filter(({ isRefused }) => isRefused) ?? []
  const shown = read?.lines.filter(({ isRefused }, at) => isRefused || at < most) ?? []
  const look = (chosen: File) => {
    setSheet(chosen)
    setRead(null)
    void run(async () => setRead(await send(chosen, false)))
  }
  return (
    <Dialog title={title} wide onClose={onClose}>
      <div className="soft">{hint}</div>
      <SaidRefusal error={error} />
      {read?.taken !== true && (
        <>
          <div className="admin-acts sheet-ways">
            <FileButton label={say('sheet.choose')} isBusy={isBusy} onChoose={look} />
            <button type="button" className="button" onClick={() => saveTable(title, heads, [example])}>
              {say('sheet.blank')}
            </button>
            <span className="soft">{say('sheet.formats')}</span>
          </div>
          <label className="field">
            <span className="label">{say('sheet.paste')}</span>
            <textarea
              className="input"
              rows={3}
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          <button
            type="button"
            className="button at-start"
            disabled={isBusy || text.trim() === ''}
            onClick={() => look(new File([text], 'sheet.txt', { type: 'text/plain' }))}
          >
            {say('sheet.look')}
          </button>
        </>
      )}
      {read !== null && (
        <>
          <div className={bad.length > 0 ? 'notice warning' : 'notice'} role="status">
            <p>
              {read.taken
                ? say('sheet.done', { created: read.created, kept: read.kept })
                : say('sheet.read', { n: read.lines.length, created: read.created, kept: read.kept, bad: bad.length })}
            </p>
            {bad.length > 0 && <p>{say('sheet.bad')}</p>}
            {read.taken && after}
          </div>
          <ListTable>
            <table className="data">
              <caption className="unseen">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('sheet.line')}</th>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                  <th scope="col">{say('sheet.result')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ line, cells, result, isRefused }) => (
                  <tr key={line}>
                    <td className="figures">{line}</td>
                    {cells.map((cell, at) => (
                      <td key={heads[at]}>{cell}</td>
                    ))}
                    <td>{isRefused ? <strong className="wrong">✗ {result}</strong> : result}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ListTable>
          {read.lines.length > shown.length && <p className="soft">{say('sheet.more', { n: most })}</p>}
        </>
      )}
      <div className="ends">
        <button type="button" className="button" onClick={onClose}>
          {say('sheet.close')}
        </button>
        {read !== null && !read.taken && (
          <button
            type="button"
            className="button main"
            disabled={isBusy || bad.length > 0 || read.created === 0}
            onClick={() => void run(async () => setRead(await send(sheet!, true)))}
          >
            {say('sheet.take', { n: read.created })}
          </button>
        )}
      </div>
    </Dialog>
  )
}
