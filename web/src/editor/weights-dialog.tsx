/** Shares points out over rows so that they add up exactly, by largest remainder: the selected ones, or those of a group. */

import { useMemo, useState } from 'react'
import { allocateWeights, type Draft, type DraftRow, type Edit, textAt } from '../../../src/core/draft/index.ts'
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

type Scope = 'selected' | 'level2' | 'level1' | 'all'

interface Choice {
  readonly scope: Scope
  /** Name of the group. */
  readonly name: string
  readonly rows: readonly DraftRow[]
}

/** Which rows may be meant by where one stands: several that are selected, else the groups of the one row, else all. */
function choicesAt({ indicators, tasks }: Draft, selected: readonly DraftRow[]): readonly Choice[] {
  const choices: Choice[] = [{ scope: 'selected', name: '', rows: selected }]
  const one = selected[0]
  if (one === undefined || !tasks.includes(one)) {
    if (one !== undefined) {
      const [level1, level2] = [textAt(one, 'level1'), textAt(one, 'level2')]
      const inLevel1 = indicators.filter((row) => textAt(row, 'level1') === level1)
      choices.push({ scope: 'level2', name: level2, rows: inLevel1.filter((row) => textAt(row, 'level2') === level2) })
      choices.push({ scope: 'level1', name: level1, rows: inLevel1 })
    }
    choices.push({ scope: 'all', name: '', rows: indicators })
  }
  return choices.filter(({ rows }) => rows.length > 1)
}

function sumOf(rows: readonly DraftRow[]): string {
  return Exact.sum(rows.map((row) => readNumber(textAt(row, 'weight')).value ?? Exact.zero)).toFixed(2)
}

export function WeightsDialog({ editor, onApply, onClose }: WeightsDialogProps) {
  const say = useSay()
  const { draft, sheet } = editor.document.snapshot()
  const choices = useMemo(() => {
    const entities = entitiesIn(sheet, areaOf(sheet, editor.grid.selection))
    const own = entities.filter(({ block }) => block === 'indicators' || block === 'tasks')
    return choicesAt(
      draft,
      own.map(({ block, index }) => draft[block][index]!),
    )
  }, [draft, sheet, editor])
  const [scope, setScope] = useState(choices[0]?.scope)
  const choice = choices.find((each) => each.scope === scope)
  const rows = choice?.rows ?? []
  const [typed, setTyped] = useState<string | null>(null)
  const total = typed ?? sumOf(rows)
  const [sharing, setSharing] = useState<'equal' | 'asWritten'>('equal')
  const edits = allocateWeights(
    draft,
    rows.map(({ id }) => id),
    total,
    sharing,
  )
  return (
    <Dialog title={say('weights.title')} onClose={onClose}>
      {choice === undefined ? (
        <p>{say('weights.selectFirst')}</p>
      ) : (
        <>
          <fieldset className="choices">
            <legend>{say('weights.rows')}</legend>
            {choices.map((each) => (
              <label key={each.scope}>
                <input
                  type="radio"
                  name="scope"
                  checked={scope === each.scope}
                  onChange={() => {
                    setScope(each.scope)
                    setTyped(null)
                  }}
                />{' '}
                {say(`weights.scope.${each.scope}`, { name: each.name })}{' '}
                <span className="soft">{say('weights.over', { n: each.rows.length, sum: sumOf(each.rows) })}</span>
              </label>
            ))}
          </fieldset>
          <label className="field">
            <span className="label">{say('weights.total')}</span>
            <input
              className="input"
              inputMode="decimal"
              value={total}
              onChange={(event) => setTyped(event.target.value)}
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
