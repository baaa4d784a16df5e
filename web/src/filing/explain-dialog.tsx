/** A finding stays: why, in the clerk's words. The reviewer reads it beside the cell. */

import { useState } from 'react'
import { cellAtPath } from '../../../src/core/draft/index.ts'
import { ask } from '../desk/api.ts'
import { type Editor, useJudged } from '../editor/editor.ts'
import type { FindingView } from '../editor/judgement.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { useSay } from '../texts/index.ts'

interface ExplainDialogProps {
  readonly finding: FindingView
  readonly editor: Editor
  readonly id: string
  readonly refresh: () => Promise<unknown>
  readonly onClose: () => void
}

export function ExplainDialog({ finding, editor, id, refresh, onClose }: ExplainDialogProps) {
  const say = useSay()
  const [text, setText] = useState('')
  const [isForAll, setForAll] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const cell = cellAtPath(editor.document.snapshot().draft, finding.path)
  const isOneOfMany = useJudged(editor).findings.filter(({ rule }) => rule === finding.rule).length > 1
  const place = cell === null || isForAll ? `rule:${finding.rule}` : `${cell.row} ${cell.column}`
  return (
    <Dialog title={say('finding.explain')} onClose={onClose}>
      <p>{finding.text}</p>
      <SaidRefusal error={error} />
      <label className="field">
        <span className="label">{say('explain.text')}</span>
        <textarea className="input" value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      {cell !== null && isOneOfMany && (
        <label>
          <input type="checkbox" checked={isForAll} onChange={(event) => setForAll(event.target.checked)} />{' '}
          {say('explain.all', { title: finding.title })}
        </label>
      )}
      <Ends
        act={say('explain.send')}
        isReady={text.trim() !== ''}
        onClose={onClose}
        onAct={() => {
          ask('POST /api/filings/:id/comments', { params: { id }, body: { place, text: text.trim() } }).then(
            async () => {
              await refresh()
              onClose()
            },
            setError,
          )
        }}
      />
    </Dialog>
  )
}
