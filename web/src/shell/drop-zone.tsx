/** A place that files are dropped on, with the button that does the same. */

import { type ReactNode, useState } from 'react'
import { Icon } from './icons.tsx'

interface DropZoneProps {
  readonly label: string
  /** What may be dropped. */
  readonly hint: string
  /** The button stands back where something was chosen already. */
  readonly isQuiet?: boolean
  readonly isBusy?: boolean
  readonly onFile: (file: File) => void
  readonly children?: ReactNode
}

export function DropZone({ label, hint, isQuiet = false, isBusy = false, onFile, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false)
  const take = (file: File | undefined) => {
    if (file !== undefined && !isBusy) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button inside does the same
    <div
      className={`drop ${isOver ? 'is-over' : ''} ${isQuiet ? 'is-quiet' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        take(event.dataTransfer.files[0])
      }}
    >
      <Icon name="upload" />
      <label className={isQuiet ? 'button' : 'button main'} aria-disabled={isBusy}>
        {label}
        <input
          type="file"
          className="unseen"
          disabled={isBusy}
          onChange={(event) => {
            const [chosen] = event.target.files ?? []
            // The same file may be chosen again.
            event.target.value = ''
            take(chosen)
          }}
        />
      </label>
      <span className="soft">{hint}</span>
      {children}
    </div>
  )
}
