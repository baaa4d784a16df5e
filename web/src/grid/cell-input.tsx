/**
 * The field that is typed into. It lies over the active cell all the time and has the focus, unseen while nothing is typed:
 * so that the first sign of a Chinese word, which an input method composes, already finds a field, and nothing is lost.
 */

import { type ClipboardEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import { useSay } from '../texts/index.ts'
import { type Command, commandOf } from './commands.ts'
import type { EditMode, GridState } from './grid-state.ts'

export interface CellInputActions {
  readonly canEdit: () => boolean
  /** What is typed so far. */
  readonly onTry: (text: string) => void
  readonly onCancel: () => void
  /** Takes the text; `all`: into every selected cell. */
  readonly onTake: (text: string, all: boolean) => void
  readonly onCommand: (command: Command) => boolean
  readonly onCopy: (data: DataTransfer, cut: boolean) => void
  readonly onPaste: (data: DataTransfer) => void
}

interface CellInputProps {
  readonly state: GridState
  readonly editing: EditMode | null
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  readonly label: string
  readonly activeId: string
  readonly actions: CellInputActions
}

const leaving: Readonly<Record<string, Command>> = {
  ArrowUp: { kind: 'move', to: 'up', far: false, extend: false },
  ArrowDown: { kind: 'move', to: 'down', far: false, extend: false },
  ArrowLeft: { kind: 'move', to: 'left', far: false, extend: false },
  ArrowRight: { kind: 'move', to: 'right', far: false, extend: false },
}

/** As high and wide as its text, but never smaller than the cell. */
function fitText(field: HTMLTextAreaElement): void {
  field.style.height = `${field.dataset.height}px`
  if (field.scrollHeight > field.clientHeight) field.style.height = `${field.scrollHeight + 4}px`
}

export function CellInput({ state, editing, inputRef, label, activeId, actions }: CellInputProps) {
  const say = useSay()
  const isComposing = useRef(false)
  const isLeaving = useRef(false)

  const begin = useCallback(
    (mode: EditMode, text?: string) => {
      const field = inputRef.current
      if (field === null || !actions.canEdit()) return
      if (text !== undefined) {
        field.value = text
        field.setSelectionRange(text.length, text.length)
      }
      state.edit(mode)
      fitText(field)
    },
    [actions, inputRef, state],
  )

  // A text that was left in the field would come before the next one typed.
  useEffect(() => {
    const field = inputRef.current
    if (editing === null && field !== null && !isComposing.current) field.value = ''
  }, [editing, inputRef])

  const take = (all: boolean) => actions.onTake(inputRef.current?.value ?? '', all)

  const whileEditing = (event: KeyboardEvent<HTMLTextAreaElement>, mode: EditMode) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event
    if (key === 'Escape') {
      event.preventDefault()
      actions.onCancel()
      state.edit(null)
    } else if (key === 'Enter' && altKey) {
      event.preventDefault()
      event.currentTarget.setRangeText(
        '\n',
        event.currentTarget.selectionStart,
        event.currentTarget.selectionEnd,
        'end',
      )
      fitText(event.currentTarget)
      actions.onTry(event.currentTarget.value)
    } else if (key === 'Enter' || key === 'Tab') {
      event.preventDefault()
      const isForAll = ctrlKey || metaKey
      take(isForAll)
      if (!isForAll) actions.onCommand({ kind: 'next', back: shiftKey, by: key === 'Tab' ? 'cell' : 'row' })
    } else if (key === 'F2') {
      event.preventDefault()
      state.edit(mode === 'type' ? 'edit' : 'type')
    } else if (mode === 'type' && leaving[key] !== undefined && !shiftKey) {
      event.preventDefault()
      take(false)
      actions.onCommand(leaving[key])
    }
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Keys of an input method belong to it alone.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.key === 'Shift') return
    if (editing !== null) {
      whileEditing(event, editing)
      return
    }
    if (event.key === 'Escape') {
      // A way out for those who walk by Tab: Escape, then Tab.
      isLeaving.current = true
      return
    }
    if (event.key === 'Tab' && isLeaving.current) {
      isLeaving.current = false
      return
    }
    isLeaving.current = false
    const command = commandOf(event)
    if (command === null) return
    if (command.kind === 'edit') {
      event.preventDefault()
      begin('edit', state.active?.text ?? '')
    } else if (command.kind === 'empty') {
      event.preventDefault()
      begin('type', '')
      if (state.editing !== null) actions.onTry('')
    } else if (actions.onCommand(command)) event.preventDefault()
  }

  const onClipboard = (event: ClipboardEvent<HTMLTextAreaElement>, act: 'copy' | 'cut' | 'paste') => {
    if (editing !== null) return
    event.preventDefault()
    if (act === 'paste') actions.onPaste(event.clipboardData)
    else actions.onCopy(event.clipboardData, act === 'cut')
  }

  return (
    <textarea
      ref={inputRef}
      className={editing === null ? 'cell-input is-waiting' : 'cell-input'}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      aria-label={label}
      aria-activedescendant={editing === null ? activeId : undefined}
      aria-description={say('grid.keys')}
      readOnly={!actions.canEdit()}
      onKeyDown={onKeyDown}
      onCompositionStart={() => {
        isComposing.current = true
        if (editing === null) begin('type')
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false
        fitText(event.currentTarget)
        actions.onTry(event.currentTarget.value)
      }}
      onInput={(event) => {
        // The browser takes back what was typed in this field before, though one is in another cell by now, or elsewhere.
        if (editing === null && (event.nativeEvent as InputEvent).inputType.startsWith('history')) {
          event.currentTarget.value = ''
          return
        }
        if (!isComposing.current && actions.canEdit()) actions.onTry(event.currentTarget.value)
        if (editing === null) begin('type')
        else fitText(event.currentTarget)
      }}
      onBlur={() => {
        if (editing !== null) take(false)
      }}
      onCopy={(event) => onClipboard(event, 'copy')}
      onCut={(event) => onClipboard(event, 'cut')}
      onPaste={(event) => onClipboard(event, 'paste')}
    />
  )
}
