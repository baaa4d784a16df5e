/** A file into the filing: read, what is in doubt confirmed one by one beside its picture, then taken as edits that can be undone. */

import { useState } from 'react'
import type { EditResult, ImportedForm } from '../../../src/api/types.ts'
import { type Draft, type Edit, findRow, textAt } from '../../../src/core/draft/index.ts'
import { ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { useSay } from '../texts/index.ts'
import './filing.css'
import { FormFrame } from './form-frame.tsx'
import { ImportCheck } from './import-check.tsx'

interface Read {
  readonly upload: string
  readonly name: string
  readonly forms: readonly ImportedForm[]
}

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
  readonly refresh: () => Promise<unknown>
  readonly onClose: () => void
}

export function ImportDialog({ id, editor, refresh, onClose }: ImportDialogProps) {
  const say = useSay()
  const [read, setRead] = useState<Read | null>(null)
  const [chosen, setChosen] = useState(0)
  const [settled, setSettled] = useState<ReadonlyMap<string, string>>(new Map())
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const form = read?.forms[chosen]
  const left = form?.confirm.filter((item) => !settled.has(item.id)) ?? []

  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  const open = (file: File | undefined) =>
    run(async () => {
      if (file === undefined) return
      await editor.document.flush()
      const body = new FormData()
      body.append('file', file)
      setSettled(new Map())
      setChosen(0)
      setRead(await ask<Read>(`/api/filings/${id}/import`, { method: 'POST', body }))
    })
  const take = () =>
    run(async () => {
      const body = { upload: read!.upload, name: read!.name, form: chosen, confirmed: [...settled.keys()] }
      await ask<EditResult>(`/api/filings/${id}/import/apply`, { method: 'POST', body })
      await refresh()
      editor.change(corrections(editor.document.snapshot().draft, form!, settled))
      onClose()
    })

  return (
    <Dialog title={say('import.title')} onClose={onClose} wide={form !== undefined}>
      <SaidRefusal error={error} />
      <label className="field">
        <span className="label">{say('import.file')}</span>
        <input className="input" type="file" onChange={(event) => void open(event.target.files?.[0])} />
      </label>
      {isBusy && <p role="status">{say('local.opening')}</p>}
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
          <p>
            <strong>{form.title}</strong>
          </p>
          {form.unread.length > 0 && (
            <p className="notice warning">
              {say('import.unread', { n: form.unread.length })} {form.unread.slice(0, 5).join(' · ')}
            </p>
          )}
          {form.confirm.length > 0 && (
            <>
              <p role="status">
                {left.length > 0 ? say('import.confirm', { n: left.length }) : say('import.allSettled')}
              </p>
              <ImportCheck
                key={`${read!.upload} ${chosen}`}
                pictures={`/api/filings/${id}/import/picture?upload=${read!.upload}`}
                form={form}
                settled={settled}
                onSettle={setSettled}
              />
            </>
          )}
          <details className="as-read" open={form.confirm.length === 0}>
            <summary>{say('import.asRead')}</summary>
            <FormFrame draft={form.draft as Draft} label={say('import.asRead')} />
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
