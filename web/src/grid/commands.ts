/** What the keys of a spreadsheet mean here. */

import type { Direction } from './selection.ts'

export type Command =
  | { readonly kind: 'move'; readonly to: Direction; readonly far: boolean; readonly extend: boolean }
  | { readonly kind: 'edge'; readonly to: 'rowStart' | 'rowEnd' | 'first' | 'last'; readonly extend: boolean }
  | { readonly kind: 'page'; readonly to: 'up' | 'down'; readonly extend: boolean }
  | { readonly kind: 'next'; readonly back: boolean; readonly by: 'row' | 'cell' }
  | { readonly kind: 'edit' | 'empty' | 'clear' | 'all' | 'row' | 'fillDown' | 'undo' | 'redo' | 'find' | 'leave' }
  | { readonly kind: 'finding'; readonly back: boolean }
  | { readonly kind: 'rows'; readonly act: RowAct }

export type RowAct = 'insertAbove' | 'insertBelow' | 'delete' | 'moveUp' | 'moveDown'

/** The parts of a keyboard event that commands are told by. */
export interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

function withControl(key: string, isShift: boolean): Command | null {
  switch (key) {
    case 'z':
      return { kind: isShift ? 'redo' : 'undo' }
    case 'y':
      return { kind: 'redo' }
    case 'd':
      return { kind: 'fillDown' }
    case 'f':
      return { kind: 'find' }
    case 'a':
      return { kind: 'all' }
    case 'home':
      return { kind: 'edge', to: 'first', extend: isShift }
    case 'end':
      return { kind: 'edge', to: 'last', extend: isShift }
    case '=':
    case '+':
      return { kind: 'rows', act: isShift ? 'insertBelow' : 'insertAbove' }
    case '-':
      return { kind: 'rows', act: 'delete' }
    default:
      return null
  }
}

/** The command of a key while no cell is edited; null where the key is text, or the browser's own. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): Command | null {
  const isControl = ctrlKey || metaKey
  const arrow = arrows[key]
  if (arrow !== undefined) {
    if (altKey) {
      if (arrow === 'up' || arrow === 'down') return { kind: 'rows', act: arrow === 'up' ? 'moveUp' : 'moveDown' }
      return null
    }
    return { kind: 'move', to: arrow, far: isControl, extend: shiftKey }
  }
  if (altKey) return null
  if (isControl) return withControl(key.toLowerCase(), shiftKey)
  switch (key) {
    case 'Tab':
      return { kind: 'next', back: shiftKey, by: 'cell' }
    case 'Enter':
      return { kind: 'next', back: shiftKey, by: 'row' }
    case 'F2':
      return { kind: 'edit' }
    case 'F6':
      return { kind: 'leave' }
    case 'F8':
      return { kind: 'finding', back: shiftKey }
    case 'Backspace':
      return { kind: 'empty' }
    case 'Delete':
      return { kind: 'clear' }
    case 'Home':
      return { kind: 'edge', to: 'rowStart', extend: shiftKey }
    case 'End':
      return { kind: 'edge', to: 'rowEnd', extend: shiftKey }
    case 'PageUp':
      return { kind: 'page', to: 'up', extend: shiftKey }
    case 'PageDown':
      return { kind: 'page', to: 'down', extend: shiftKey }
    case ' ':
      return shiftKey ? { kind: 'row' } : null
    default:
      return null
  }
}
