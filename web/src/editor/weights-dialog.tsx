/** Shares points out over the selected rows so that they add up exactly, by largest remainder. */

import { useMemo, useState } from 'react'
import { allocateWeights, type Edit, textAt } from '../../../src/core/draft/index.ts'
import { Exact } from '../../../src/core/model/index.ts'
import { readNumber } from '../../../src/core/values/index.ts'
import { areaOf } from '../grid/selection.ts'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { useSay } from '../texts/index.ts'
import type { Editor } from './editor.ts'
import { entitiesIn } from './edits.ts'

interface WeightsDialogProps {
  readonly editor: Editor
  readonly onApply: (edits: readonly Edit[]) => void
  readonly onClose: () => void
}

export function WeightsDialog({ editor, onApply, onClose }: WeightsDialogProps) {
  const say = useSay()
  const { draft, sheet } = editor.document.snapshot()
  const rows = useMemo(() => {
    const entities = entitiesIn(sheet, areaOf(sheet, editor.grid.selection))
    const own = entities.filter(({ block }) => block === 'indicators' || block === 'tasks')
    return own.map(({ block, index }) => draft[block][index]!)
  }, [draft, sheet, editor])
  const sum = Exact.sum(rows.map((row) => readNumber(textAt(row, 'weight')).value ?? Exact.zero))
  const [total, setTotal] = useState(sum.toFixed(2))
  const [sharing, setSharing] = useState<'equal' | 'asWritten'>('equal')
  const edits = allocateWeights(
    draft,
    rows.map(({ id }) => id),
    total,
    sharing,
  )
  return (
    <Dialog title={say('weights.title')} onClose={onClose}>
      {rows.length < 2 ? (
        <p>{say('weights.selectFirst')}</p>
      ) : (
        <>
          <p>{say('weights.over', { n: rows.length, sum: sum.toFixed(2) })}</p>
          <label className="field">
            <span className="label">{say('weights.total')}</span>
            <input
              className="input"
              inputMode="decimal"
              value={total}
              onChange={(event) => setTotal(event.target.value)}
            />
          </label>
          <fieldset className="choices">
            <legend>{say('weights.by')}</legend>
            {(['equal', 'asWritten'] as const).map((each) => (
              <label key={each}>
                <input type="radio" name="sharing" checked={sharing === each} onChange={() => setSharing(each)} />{' '}
                {say(`weights.${each}`)}
              </label>
            ))}
          </fieldset>
          <p className="soft">{say('weights.changes', { n: edits.length })}</p>
        </>
      )}
      <Ends
        act={say('weights.apply')}
        isReady={edits.length > 0}
        onClose={onClose}
        onAct={() => {
          onApply(edits)
          onClose()
        }}
      />
    </Dialog>
  )
}
