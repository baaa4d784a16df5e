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

/** Pixels for each point: of the picture that the server draws of a page, of the page as it is shown, of a strip at most. */
const drawn = 150 / 72
const shown = 100 / 72
const enlarged = 170 / 72
/** Paper about a strip, in points. */
const about = 4
const widestStrip = 620

type PagePlace = NonNullable<Doubt['at']>

/** A page whose picture has come. */
interface Sheet {
  readonly page: number
  readonly image: HTMLImageElement
}

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
  const nameOf = useDoubtName(form.draft)
  const field = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState(0)
  const doubt = form.confirm[at]
  const [text, setText] = useState('')
  const [sheet, setSheet] = useState<Sheet | null>(null)

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
  return (
    <div className={doubt.at === null ? 'import-check' : 'import-check has-page'}>
      <div className="doubt">
        <p className="figures">
          {say('import.place', { at: at + 1, n: confirm.length })} <strong>{nameOf(doubt)}</strong>{' '}
          {settled.has(doubt.id) && <span className="tag sign-equal">✓ {say('import.settled')}</span>}
        </p>
        {doubt.at !== null && <Strip place={doubt.at} sheet={sheet?.page === doubt.at.page ? sheet : null} />}
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
      {doubt.at !== null && <PagePicture key={doubt.at.page} pictures={pictures} place={doubt.at} onThere={setSheet} />}
    </div>
  )
}

/** The strip that a text was read from, cut out of the picture of its page here: each page is drawn by the server once. */
function Strip({ place: { box }, sheet }: { place: PagePlace; sheet: Sheet | null }) {
  const say = useSay()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const [x, y, wide, high] = box
    const target = canvas.current?.getContext('2d')
    if (sheet === null || target == null || canvas.current === null) return
    const scale = Math.min(enlarged, widestStrip / (wide + 2 * about))
    canvas.current.width = Math.round((wide + 2 * about) * scale)
    canvas.current.height = Math.round((high + 2 * about) * scale)
    target.imageSmoothingQuality = 'high'
    target.drawImage(
      sheet.image,
      (x - about) * drawn,
      (y - about) * drawn,
      (wide + 2 * about) * drawn,
      (high + 2 * about) * drawn,
      0,
      0,
      canvas.current.width,
      canvas.current.height,
    )
  }, [box, sheet])
  return <canvas ref={canvas} className="strip" role="img" aria-label={say('import.strip')} width="0" height="0" />
}

interface PagePictureProps {
  readonly pictures: string
  readonly place: PagePlace
  readonly onThere: (sheet: Sheet) => void
}

/** The page a text was read from, with its place marked and in sight. */
function PagePicture({ pictures, place: { page, box }, onThere }: PagePictureProps) {
  const say = useSay()
  const mark = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<number | null>(null)
  const [left, top, width, height] = box.map((side) => side * shown)
  useEffect(() => {
    if (size !== null && box !== undefined) mark.current?.scrollIntoView({ block: 'center', inline: 'center' })
  }, [box, size])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="page-picture" aria-label={say('import.page', { page })} tabIndex={0}>
      {size === null && <p className="soft waits">{say('import.drawing')}</p>}
      <div>
        <img
          src={`${pictures}&page=${page}`}
          alt={say('import.page', { page })}
          width={size ?? undefined}
          onLoad={({ currentTarget }) => {
            setSize(Math.round((currentTarget.naturalWidth * shown) / drawn))
            onThere({ page, image: currentTarget })
          }}
        />
        {size !== null && <div ref={mark} className="page-mark" style={{ left, top, width, height }} />}
      </div>
    </section>
  )
}
