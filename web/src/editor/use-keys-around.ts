/**
 * Keys that belong to the form wherever one is on its page: F6 leads back to it, from the bars or from nowhere after a dialog has
 * closed; taking back and taking back again mean the form, unless one writes in a field of another kind.
 */

import { useEffect } from 'react'
import type { GridActions } from '../grid/form-grid.tsx'

const writes = 'input, textarea, select, [contenteditable]'

export function useKeysAround({ onUndo, onRedo }: Pick<GridActions, 'onUndo' | 'onRedo'>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
      if (event.key === 'F6') {
        event.preventDefault()
        document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true })
        return
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const isUndo = key === 'z' && !event.shiftKey
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if ((!isUndo && !isRedo) || (event.target instanceof Element && event.target.matches(writes))) return
      event.preventDefault()
      if (isUndo) onUndo()
      else onRedo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onUndo, onRedo])
}
