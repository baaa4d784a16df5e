/** The end of a dialog: leave it, or do what it is for. */

import { useSay } from '../texts/index.ts'

interface EndsProps {
  readonly act: string
  readonly isReady: boolean
  readonly onClose: () => void
  readonly onAct: () => void
}

export function Ends({ act, isReady, onClose, onAct }: EndsProps) {
  const say = useSay()
  return (
    <div className="ends">
      <button type="button" className="button" onClick={onClose}>
        {say('dialog.cancel')}
      </button>
      <button type="button" className="button main" disabled={!isReady} onClick={onAct}>
        {act}
      </button>
    </div>
  )
}
