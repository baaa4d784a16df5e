/** Filling in without a server: open a file, or begin an empty form; everything stays on this computer. */

import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { newId } from '../desk/ids.ts'
import { DropZone } from '../shell/drop-zone.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import './local.css'
import type { OpenedForm, SaidFinding } from './file-work.ts'
import { openFile } from './files.ts'
import { addLocalForm, dropLocalForm, type LocalForm, listLocalForms } from './local-forms.ts'
import { NewForm } from './new-form.tsx'

export function LocalPage() {
  const say = useSay()
  usePageTitle(say('local.title'))
  const { lang } = usePreferences()
  const navigate = useNavigate()
  const [forms, setForms] = useState<readonly (LocalForm & { readonly id: string })[]>([])
  const [opened, setOpened] = useState<readonly OpenedForm[]>([])
  const [findings, setFindings] = useState<readonly SaidFinding[]>([])
  const [state, setState] = useState<'idle' | 'opening' | 'failed'>('idle')
  const [isNew, setNew] = useState(false)

  const refresh = useCallback(() => void listLocalForms().then(setForms, () => setForms([])), [])
  useEffect(refresh, [refresh])

  const take = useCallback(
    async ({ title, draft }: OpenedForm) => {
      const id = newId()
      await addLocalForm(id, title, draft)
      await navigate({ to: '/local/$id', params: { id } })
    },
    [navigate],
  )

  const open = async (file: File) => {
    setState('opening')
    setOpened([])
    setFindings([])
    try {
      const result = await openFile(file, lang)
      setState('idle')
      setFindings(result.findings)
      const [only] = result.forms
      if (result.forms.length === 1) await take(only!)
      else setOpened(result.forms)
    } catch {
      setState('failed')
    }
  }

  return (
    <div className="page local">
      <h1>{say('local.title')}</h1>
      <p className="soft">{say('local.hint')}</p>
      <div className="local-begin">
        <DropZone label={say('local.open')} hint={say('local.formats')} onFile={(file) => void open(file)} />
        <button type="button" className="button" onClick={() => setNew(true)}>
          {say('local.new')}
        </button>
      </div>
      <p role="status">
        {state === 'opening' && say('local.opening')}
        {state === 'failed' && say('local.failed')}
      </p>
      {findings.length > 0 && (
        <ul className="plain">
          {findings.map(({ severity, text, advice }) => (
            <li key={text} className={`notice ${severity}`}>
              {text} {advice}
            </li>
          ))}
        </ul>
      )}
      {opened.length > 1 && (
        <section>
          <h2>{say('local.several', { n: opened.length })}</h2>
          <ul className="plain tasks">
            {opened.map((form, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: forms of one file have no other name than their order
              <li key={at}>
                <span>{form.title}</span>
                <button type="button" className="button" onClick={() => void take(form)}>
                  {say('local.fill')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {forms.length > 0 && (
        <section>
          <h2>{say('local.kept')}</h2>
          <ul className="plain tasks">
            {forms.map(({ id, title, at }) => (
              <li key={id}>
                <Link to="/local/$id" params={{ id }}>
                  {title || say('local.untitled')}
                </Link>
                <time className="soft figures" dateTime={at}>
                  {new Date(at).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', {
                    dateStyle: 'medium',
                    timeStyle: 'short',
                  })}
                </time>
                <button
                  type="button"
                  className="button quiet"
                  onClick={() => {
                    if (window.confirm(say('local.dropAsk', { title }))) void dropLocalForm(id).then(refresh)
                  }}
                >
                  {say('local.drop')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isNew && <NewForm onMade={(title, draft) => void take({ title, draft })} onClose={() => setNew(false)} />}
    </div>
  )
}
