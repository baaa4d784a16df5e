/** What was read with doubt, one after the other: the strip it was read from, the text, Enter to accept; the whole page beside it. */

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ImportedForm } from '../../../src/api/types.ts'
import type { Draft } from '../../../src/core/draft/index.ts'
import { columnName } from '../../../src/core/review/index.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'

export type Doubt = ImportedForm['confirm'][number]

interface ImportCheckProps {
  /** Address of pictures of the file that was read. */
  readonly pictures: string
  readonly form: ImportedForm
  /** Texts as a person left them, by the id of the doubt. */
  readonly settled: ReadonlyMap<string, string>
  readonly onSettle: (settled: ReadonlyMap<string, string>) => void
}

/** Pictures of whole pages have so many pixels for each point. */
const pixelsPerPoint = 100 / 72

/** Which row and column a doubt is about, as the draft names them. */
function useDoubtName(draft: Draft): (doubt: Doubt) => string {
  const say = useSay()
  const { lang } = usePreferences()
  return ({ row, column }) => {
    if (column === '') return say('import.leftOver')
    const found = [...draft.tasks, ...draft.goals, ...draft.indicators, ...draft.facts].find(({ id }) => id === row)
    const name = found?.cells.name ?? found?.cells.label ?? ''
    return [name, columnName(column)[lang]].filter((text) => text !== '').join(' · ')
  }
}

export function ImportCheck({ pictures, form, settled, onSettle }: ImportCheckProps) {
  const say = useSay()
  const { lang } = usePreferences()
  const nameOf = useDoubtName(form.draft as Draft)
  const field = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState(0)
  const doubt = form.confirm[at]
  const [text, setText] = useState('')

  useEffect(() => {
    setText(doubt === undefined ? '' : (settled.get(doubt.id) ?? doubt.raw))
    field.current?.focus()
  }, [doubt, settled])

  if (doubt === undefined) return null
  const { confirm } = form
  const accept = () => {
    const next = new Map(settled).set(doubt.id, doubt.column === '' ? doubt.raw : text.trim())
    onSettle(next)
    const later = confirm.findIndex(({ id }, index) => index > at && !next.has(id))
    const open = later >= 0 ? later : confirm.findIndex(({ id }) => !next.has(id))
    if (open >= 0) setAt(open)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      accept()
    } else if (step !== undefined) {
      event.preventDefault()
      setAt(Math.min(Math.max(at + step, 0), confirm.length - 1))
    }
  }
  const strip =
    doubt.at === null
      ? null
      : `${pictures}&page=${doubt.at.page}&box=${doubt.at.box.map((side) => side.toFixed(2)).join()}`
  return (
    <div className={doubt.at === null ? 'import-check' : 'import-check has-page'}>
      <div className="doubt">
        <p className="figures">
          {say('import.place', { at: at + 1, n: confirm.length })} <strong>{nameOf(doubt)}</strong>{' '}
          {settled.has(doubt.id) && <span className="tag sign-equal">✓ {say('import.settled')}</span>}
        </p>
        {strip !== null && <img key={strip} className="strip" src={strip} alt={say('import.strip')} />}
        <label className="field">
          <span className="label">{doubt.column === '' ? doubt.text[lang] : say('import.text')}</span>
          <input
            ref={field}
            className="input"
            value={text}
            readOnly={doubt.column === ''}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </label>
        {doubt.alternatives.length > 0 && (
          <p className="acts">
            <span className="soft">{say('understood.maybe')}</span>
            {doubt.alternatives.slice(0, 4).map((other) => (
              <button key={other} type="button" className="button" onClick={() => setText(other)}>
                {other}
              </button>
            ))}
          </p>
        )}
        <p className="acts">
          <button type="button" className="button main" onClick={accept}>
            {doubt.column === '' ? say('import.leaveOut') : say('import.accept')}
          </button>
          <button
            type="button"
            className="button quiet"
            onClick={() => onSettle(new Map([...confirm.map(({ id, raw }) => [id, raw] as const), ...settled]))}
          >
            {say('import.acceptRest')}
          </button>
        </p>
        <p className="soft">{say('import.keys')}</p>
      </div>
      {doubt.at !== null && <PagePicture pictures={pictures} place={doubt.at} />}
    </div>
  )
}

/** The page a text was read from, with its place marked and in sight. */
function PagePicture({ pictures, place: { page, box } }: { pictures: string; place: NonNullable<Doubt['at']> }) {
  const say = useSay()
  const mark = useRef<HTMLDivElement>(null)
  const [isThere, setThere] = useState(false)
  const [left, top, width, height] = box.map((side) => side * pixelsPerPoint)
  useEffect(() => {
    if (isThere && box !== undefined) mark.current?.scrollIntoView({ block: 'center', inline: 'center' })
  }, [box, isThere])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="page-picture" aria-label={say('import.page', { page })} tabIndex={0}>
      <div>
        <img src={`${pictures}&page=${page}`} alt={say('import.page', { page })} onLoad={() => setThere(true)} />
        {isThere && <div ref={mark} className="page-mark" style={{ left, top, width, height }} />}
      </div>
    </section>
  )
}
