/** The official form before it is printed, with what it can be saved as. */

import { type ReactNode, useRef } from 'react'
import type { Draft } from '../../../src/core/draft/index.ts'
import { Dialog } from '../shell/dialog.tsx'
import { useSay } from '../texts/index.ts'
import './filing.css'
import { FormFrame } from './form-frame.tsx'

interface PreviewDialogProps {
  readonly draft: Draft
  /** Buttons beside printing. */
  readonly acts?: ReactNode
  readonly onClose: () => void
}

export function PreviewDialog({ draft, acts, onClose }: PreviewDialogProps) {
  const say = useSay()
  const frame = useRef<HTMLIFrameElement>(null)
  return (
    <Dialog title={say('preview.title')} onClose={onClose} wide>
      <FormFrame draft={draft} label={say('preview.title')} frameRef={frame} />
      <div className="ends">
        <button type="button" className="button" onClick={onClose}>
          {say('dialog.close')}
        </button>
        {acts}
        <button type="button" className="button main" onClick={() => frame.current?.contentWindow?.print()}>
          {say('export.print')}
        </button>
      </div>
    </Dialog>
  )
}
