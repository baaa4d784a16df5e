/** Execution figures of all units from one sheet: which were taken, which found no place, which differ from what units had typed. */

import { useState } from 'react'
import type { Campaign } from '../../../src/api/types.ts'
import { type AnswerOf, ask } from '../desk/api.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { FileButton } from '../shell/file-button.tsx'
import { useManySay } from './many-texts.ts'
import { useAct } from './use-act.ts'

/** Rows that found no place, shown at most. */
const most = 30

export function ExecutionDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const say = useManySay()
  const { error, isBusy, run } = useAct('filings', 'insight')
  const [loaded, setLoaded] = useState<AnswerOf<'POST /api/campaigns/:id/execution'> | null>(null)
  const load = (file: File) => {
    const form = new FormData()
    form.append('file', file)
    void run(async () =>
      setLoaded(await ask('POST /api/campaigns/:id/execution', { params: { id: campaign.id }, body: form })),
    )
  }
  const [differs] = loaded?.different ?? []
  return (
    <Dialog title={`${say('execution.act')} ${campaign.title}`} onClose={onClose}>
      <SaidRefusal error={error} />
      <p className="soft">{say('execution.hint')}</p>
      {loaded !== null && (
        <div className={loaded.unmatched.length > 0 ? 'notice warning' : 'notice'} role="status">
          <p>{say('execution.done', { n: loaded.matched })}</p>
          {loaded.unmatched.length > 0 && (
            <>
              <p>{say('execution.unmatched', { n: loaded.unmatched.length })}</p>
              <ul>
                {loaded.unmatched.slice(0, most).map(({ unit, task, why }) => (
                  <li key={`${unit} ${task}`}>
                    {unit} {task} <span className="soft">{say(`execution.why.${why}`)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {differs !== undefined && (
            <p>
              {say('execution.different', {
                n: loaded.different.length,
                typed: differs.typed,
                loaded: differs.loaded,
              })}
            </p>
          )}
        </div>
      )}
      <div className="ends">
        <button type="button" className="button" onClick={onClose}>
          {say('execution.close')}
        </button>
        <FileButton label={say('execution.choose')} isBusy={isBusy} isMain onChoose={load} />
      </div>
    </Dialog>
  )
}
