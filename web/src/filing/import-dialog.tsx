/** A file into the filing: read, what is in doubt confirmed one by one beside its picture, then taken as edits that can be undone. */

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Imported, ImportedForm } from '../../../src/api/types.ts'
import { type Draft, type Edit, findRow, replacing, textAt } from '../../../src/core/draft/index.ts'
import { ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { DropZone } from '../shell/drop-zone.tsx'
import { Ends } from '../shell/ends.tsx'
import { useSay } from '../texts/index.ts'
import './filing.css'
import { FormFrame } from './form-frame.tsx'
import { ImportCheck } from './import-check.tsx'

/** What is read at once: a file that was dropped on the page, or one that a bulk import left to be confirmed. */
export type ToImport = { readonly file: File } | { readonly upload: string } | null

/** What a person read otherwise than the machine, as edits of what was taken. */
function corrections(draft: Draft, { confirm }: ImportedForm, settled: ReadonlyMap<string, string>): Edit[] {
  return confirm.flatMap(({ id, row, column, raw }): Edit[] => {
    const to = settled.get(id)
    const found = findRow(draft, row)?.row
    if (to === undefined || to === raw || column === '' || found === undefined) return []
    return [{ kind: 'cell', row, column, from: textAt(found, column), to }]
  })
}

interface ImportDialogProps {
  readonly id: string
  readonly editor: Editor
  readonly begin: ToImport
  readonly refresh: () => Promise<unknown>
  readonly onClose: () => void
}

export function ImportDialog({ id, editor, begin, refresh, onClose }: ImportDialogProps) {
  const say = useSay()
  const [read, setRead] = useState<Imported | null>(null)
  const [chosen, setChosen] = useState(0)
  const [settled, setSettled] = useState<ReadonlyMap<string, string>>(new Map())
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const form = read?.forms[chosen]
  const left = form?.confirm.filter((item) => !settled.has(item.id)) ?? []
  const present = editor.document.snapshot().draft
  const isOther = form !== undefined && form.draft.kind !== present.kind

  const run = useCallback(async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }, [])
  const open = useCallback(
    (what: NonNullable<ToImport>) =>
      run(async () => {
        await editor.document.flush()
        setRead(null)
        setSettled(new Map())
        setChosen(0)
        if ('upload' in what) {
          const { upload } = what
          setRead(await ask('POST /api/filings/:id/import/waiting', { params: { id }, body: { upload } }))
          return
        }
        const body = new FormData()
        body.append('file', what.file)
        setRead(await ask('POST /api/filings/:id/import', { params: { id }, body }))
      }),
    [run, editor, id],
  )
  const isBegun = useRef(false)
  useEffect(() => {
    if (begin === null || isBegun.current) return
    isBegun.current = true
    void open(begin)
  }, [begin, open])

  const take = () =>
    run(async () => {
      const { document } = editor
      await document.flush()
      const before = document.snapshot().draft
      const body = { upload: read!.upload, name: read!.name, form: chosen, confirmed: [...settled.keys()] }
      await ask('POST /api/filings/:id/import/apply', { params: { id }, body })
      await refresh()
      document.remember(before, replacing(before, form!.draft))
      editor.change(corrections(document.snapshot().draft, form!, settled))
      onClose()
      // One goes on in the form, where the next key may take it back.
      requestAnimationFrame(() => {
        window.document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true })
      })
    })

  return (
    <Dialog title={say('import.title')} onClose={onClose} wide={form !== undefined}>
      <SaidRefusal error={error} />
      <DropZone
        label={say(read === null ? 'import.choose' : 'import.chooseOther')}
        hint={read?.name ?? say('import.file')}
        isQuiet={read !== null}
        isBusy={isBusy}
        onFile={(file) => void open({ file })}
      />
      {isBusy && (
        <p role="status" className="busy">
          {say(read === null ? 'import.reading' : 'import.taking')}
        </p>
      )}
      {read?.forms.length === 0 && <p className="notice error">{say('import.none')}</p>}
      {read !== null && read.forms.length > 1 && (
        <fieldset className="choices">
          <legend>{say('local.several', { n: read.forms.length })}</legend>
          {read.forms.map(({ index, title }) => (
            <label key={index}>
              <input type="radio" name="form" checked={chosen === index} onChange={() => setChosen(index)} /> {title}
            </label>
          ))}
        </fieldset>
      )}
      {form !== undefined && (
        <>
          <p className="import-head">
            <strong>{form.title}</strong>
            {form.confirm.length > 0 && (
              <span role="status" className={left.length > 0 ? 'tag warning' : 'tag good'}>
                {left.length > 0 ? say('import.confirm', { n: left.length }) : say('import.allSettled')}
              </span>
            )}
          </p>
          {form.targets && <p className="notice">{say('import.targets')}</p>}
          {isOther && <p className="notice warning">{say('import.otherKind')}</p>}
          {form.unread.length > 0 && (
            <p className="notice warning">
              {say('import.unread', { n: form.unread.length })} {form.unread.slice(0, 5).join(' · ')}
            </p>
          )}
          {form.confirm.length > 0 && (
            <ImportCheck
              key={`${read!.upload} ${chosen}`}
              pictures={`/api/filings/${id}/import/picture?upload=${read!.upload}`}
              form={form}
              settled={settled}
              onSettle={setSettled}
            />
          )}
          <details className="as-read" open={form.confirm.length === 0}>
            <summary>{say('import.asRead')}</summary>
            <FormFrame draft={form.draft} label={say('import.asRead')} />
          </details>
        </>
      )}
      <Ends
        act={say('import.take')}
        isReady={!isBusy && form !== undefined && left.length === 0}
        onClose={onClose}
        onAct={() => void take()}
      />
    </Dialog>
  )
}
