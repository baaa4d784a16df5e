/** The bar of the editor: whose form it is, whether it is kept, and what can be done with the whole. */

import type { ReactNode } from 'react'
import type { RowAct } from '../grid/commands.ts'
import { Icon } from '../shell/icons.tsx'
import { MenuButton, type MenuItem } from '../shell/menu.tsx'
import { type Say, useSay } from '../texts/index.ts'
import type { DocumentSnapshot } from './document-snapshot.ts'

interface ToolbarProps {
  readonly title: string
  readonly snapshot: DocumentSnapshot
  readonly acts: ReactNode
  readonly items: readonly MenuItem[]
  readonly zoom: number
  readonly onZoom: (step: -1 | 0 | 1) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onFind: () => void
  readonly onShare: () => void
}

export function rowItems(say: Say, act: (act: RowAct) => void): readonly MenuItem[] {
  const item = (name: RowAct, keys: string, begins = false): MenuItem => ({
    label: say(`rows.${name}`),
    keys,
    onChoose: () => act(name),
    begins,
  })
  return [
    item('insertAbove', 'Ctrl ='),
    item('insertBelow', 'Ctrl Shift ='),
    item('moveUp', 'Alt ↑', true),
    item('moveDown', 'Alt ↓'),
    item('delete', 'Ctrl -', true),
  ]
}

const tones = { kept: 'good', keeping: 'info', waiting: 'warning', signedOut: 'warning' } as const

export function Toolbar(props: ToolbarProps) {
  const say = useSay()
  const { title, snapshot, acts, items, zoom, onZoom, onUndo, onRedo, onFind, onShare } = props
  const { isEditable, canUndo, canRedo, keeping } = snapshot
  return (
    <div className="toolbar">
      <h1>{title}</h1>
      {isEditable ? (
        <output className={`tag ${tones[keeping]}`}>{say(`keeping.${keeping}`)}</output>
      ) : (
        <span className="tag">{say('keeping.readOnly')}</span>
      )}
      <div className="toolbar-acts" role="toolbar" aria-label={say('toolbar.label')}>
        {isEditable && (
          <>
            <button
              type="button"
              className="button quiet"
              title={`${say('toolbar.undo')} (Ctrl Z)`}
              aria-label={say('toolbar.undo')}
              disabled={!canUndo}
              onClick={onUndo}
            >
              <Icon name="undo" />
            </button>
            <button
              type="button"
              className="button quiet"
              title={`${say('toolbar.redo')} (Ctrl Y)`}
              aria-label={say('toolbar.redo')}
              disabled={!canRedo}
              onClick={onRedo}
            >
              <Icon name="redo" />
            </button>
            <MenuButton
              label={say('rows.menu')}
              shown={<Icon name="rows" />}
              items={[...items, { label: say('weights.menu'), onChoose: onShare, begins: true }]}
            />
          </>
        )}
        <button
          type="button"
          className="button quiet"
          title={`${say('toolbar.find')} (Ctrl F)`}
          aria-label={say('toolbar.find')}
          onClick={onFind}
        >
          <Icon name="find" />
        </button>
        <span className="zoom">
          <button type="button" className="button quiet" aria-label={say('toolbar.smaller')} onClick={() => onZoom(-1)}>
            −
          </button>
          <button
            type="button"
            className="button quiet figures"
            aria-label={`${Math.round(zoom * 100)}% ${say('toolbar.size')}`}
            onClick={() => onZoom(0)}
          >
            {Math.round(zoom * 100)}%
          </button>
          <button type="button" className="button quiet" aria-label={say('toolbar.larger')} onClick={() => onZoom(1)}>
            +
          </button>
        </span>
      </div>
      <div className="desk-acts">{acts}</div>
    </div>
  )
}
