/** A form of this browser in the editor. */

import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Editor } from '../editor/editor.ts'
import { FormDocument } from '../editor/form-document.ts'
import { FormEditor } from '../editor/form-editor.tsx'
import { PreviewDialog } from '../filing/preview-dialog.tsx'
import { MenuButton } from '../shell/menu.tsx'
import { useSay } from '../texts/index.ts'
import { preferences } from '../theme/preferences.ts'
import { downloadForm } from './files.ts'
import { localForm, localSource } from './local-forms.ts'

export function LocalFormPage() {
  const say = useSay()
  const { id } = useParams({ strict: false }) as { id: string }
  const [opened, setOpened] = useState<{ readonly editor: Editor; readonly title: string } | null>(null)
  const [isMissing, setMissing] = useState(false)
  const [isSeen, setSeen] = useState(false)

  useEffect(() => {
    let editor: Editor | null = null
    let isCurrent = true
    Promise.all([FormDocument.open(localSource(id)), localForm(id)]).then(
      ([document, form]) => {
        if (!isCurrent) return
        editor = new Editor(document, preferences().lang)
        setOpened({ editor, title: form?.title ?? '' })
        void editor.start()
      },
      () => setMissing(true),
    )
    return () => {
      isCurrent = false
      editor?.stop()
    }
  }, [id])

  if (isMissing) return <p className="page">{say('local.missing')}</p>
  if (opened === null) return <p className="page soft">{say('page.loading')}</p>
  const { editor, title } = opened
  const draft = () => editor.document.snapshot().draft
  const save = (format: 'xlsx' | 'docx' | 'json') => () => void downloadForm(draft(), format, title || 'form')
  return (
    <>
      <FormEditor
        editor={editor}
        title={title || say('local.untitled')}
        acts={
          <MenuButton
            label={say('export.menu')}
            shown={say('export.menu')}
            quiet={false}
            atEnd
            items={[
              { label: say('export.xlsx'), onChoose: save('xlsx') },
              { label: say('export.docx'), onChoose: save('docx') },
              { label: say('export.json'), onChoose: save('json') },
              { label: say('preview.menu'), onChoose: () => setSeen(true), begins: true },
            ]}
          />
        }
      />
      {isSeen && <PreviewDialog draft={draft()} onClose={() => setSeen(false)} />}
    </>
  )
}
