/** Importing from the page of a filing: a button, a file dropped anywhere on the form, or one that a bulk import left to be confirmed. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { useFileDrop } from '../shell/use-file-drop.ts'
import { useSay } from '../texts/index.ts'
import { ImportDialog, type ToImport } from './import-dialog.tsx'

interface ImportingProps {
  readonly id: string
  readonly editor: Editor
  readonly refresh: () => Promise<unknown>
}

export function ImportButton({ id, editor, refresh }: ImportingProps) {
  const say = useSay()
  /** Undefined: nothing is being imported. */
  const [begin, setBegin] = useState<ToImport | undefined>(undefined)
  const isOver = useFileDrop(begin === undefined ? (file) => setBegin({ file }) : null)
  return (
    <>
      <button type="button" className="button" onClick={() => setBegin(null)}>
        {say('import.menu')}
      </button>
      {isOver && createPortal(<div className="drop-veil">{say('import.letGo')}</div>, document.body)}
      {begin !== undefined && (
        <ImportDialog id={id} editor={editor} begin={begin} refresh={refresh} onClose={() => setBegin(undefined)} />
      )}
    </>
  )
}

/** Told above the form: a file that a bulk import has for it and that was read with doubt. */
export function WaitingImportNotice({ id, editor, refresh }: ImportingProps) {
  const say = useSay()
  const client = useQueryClient()
  const [begin, setBegin] = useState<ToImport>(null)
  const { data } = useQuery({
    queryKey: ['waiting', id],
    queryFn: () => ask('GET /api/filings/:id/import/waiting', { params: { id } }),
  })
  const [first] = data?.items ?? []
  return (
    <>
      {first !== undefined && (
        <p className="notice warning returned">
          {say('import.waiting', { name: first.name, n: first.doubts })}{' '}
          <button type="button" className="button" onClick={() => setBegin({ upload: first.upload })}>
            {say('import.confirmNow')}
          </button>
        </p>
      )}
      {begin !== null && (
        <ImportDialog
          id={id}
          editor={editor}
          begin={begin}
          refresh={refresh}
          onClose={() => {
            setBegin(null)
            void client.invalidateQueries({ queryKey: ['waiting', id] })
          }}
        />
      )}
    </>
  )
}
