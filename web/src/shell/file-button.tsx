/** A button that asks for a file. */

import { useRef } from 'react'

interface FileButtonProps {
  readonly label: string
  readonly isBusy?: boolean
  readonly isMain?: boolean
  readonly onChoose: (file: File) => void
}

export function FileButton({ label, isBusy = false, isMain = false, onChoose }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className={isMain ? 'button main' : 'button'}
        disabled={isBusy}
        onClick={() => field.current?.click()}
      >
        {label}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          // The same file may be chosen again.
          event.target.value = ''
          if (chosen !== undefined) onChoose(chosen)
        }}
      />
    </>
  )
}
