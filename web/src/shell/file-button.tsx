/** Buttons that ask for files, in the words of the page: the browser's own field speaks the language of the browser. */

import { useRef } from 'react'

interface FilesButtonProps {
  /** What it says to eyes. */
  readonly shown: string
  /** What it is for, to ears. */
  readonly label: string
  readonly isBusy?: boolean
  readonly isMain?: boolean
  readonly isOne?: boolean
  readonly onChoose: (files: readonly File[]) => void
}

export function FilesButton({
  shown,
  label,
  isBusy = false,
  isMain = false,
  isOne = false,
  onChoose,
}: FilesButtonProps) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className={isMain ? 'button main' : 'button'}
        title={shown === label ? undefined : label}
        disabled={isBusy}
        onClick={() => field.current?.click()}
      >
        {shown}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        multiple={!isOne}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same file may be chosen again.
          event.target.value = ''
          if (files.length > 0) onChoose(files)
        }}
      />
    </>
  )
}

interface FileButtonProps {
  readonly label: string
  readonly isBusy?: boolean
  readonly isMain?: boolean
  readonly onChoose: (file: File) => void
}

/** For one file. */
export function FileButton({ label, onChoose, ...rest }: FileButtonProps) {
  return <FilesButton {...rest} shown={label} label={label} isOne onChoose={([first]) => onChoose(first!)} />
}
