/**
 * A day, typed in the words of the page or taken from the browser's calendar: the browser's own field speaks the language of the
 * browser, and in Chinese offices that is not always Chinese.
 */

import { useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../texts/index.ts'
import { dayOf } from './dates.ts'
import { Icon } from './icons.tsx'

interface DateFieldProps {
  readonly label: string
  /** As 2026-03-15; '' where there is none. */
  readonly value: string
  /** The first day that may be given. */
  readonly min?: string
  /** Hears '' as long as what is typed is no day, or one too early. */
  readonly onChange: (day: string) => void
}

export function DateField({ label, value, min, onChange }: DateFieldProps) {
  const say = useSay()
  const id = useId()
  const calendar = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const [isLeft, setLeft] = useState(false)
  // What comes from elsewhere is shown; what is being typed stays as it is.
  useEffect(() => {
    if (value !== '') setText((now) => (dayOf(now) === value ? now : value))
  }, [value])
  const day = dayOf(text)
  const isEarly = day !== null && min !== undefined && min !== '' && day < min
  const wrong =
    text === '' || !isLeft ? '' : day === null ? say('date.wrong') : isEarly ? say('date.early', { min }) : ''
  const take = (typed: string) => {
    setText(typed)
    const read = dayOf(typed)
    onChange(read === null || (min !== undefined && read < min) ? '' : read)
  }
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <span className="date-field">
        <input
          id={id}
          className="input"
          autoComplete="off"
          placeholder={say('date.form')}
          aria-invalid={wrong !== ''}
          aria-describedby={`${id}-told`}
          value={text}
          onChange={(event) => take(event.target.value)}
          onBlur={() => {
            setLeft(true)
            if (day !== null) setText(day)
          }}
        />
        <button
          type="button"
          className="button quiet"
          aria-label={say('date.calendar')}
          title={say('date.calendar')}
          onClick={() => calendar.current?.showPicker()}
        >
          <Icon name="calendar" />
        </button>
        <input
          ref={calendar}
          className="unseen"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={day ?? ''}
          min={min}
          onChange={(event) => take(event.target.value)}
        />
      </span>
      <span id={`${id}-told`} className={wrong === '' ? 'soft' : 'wrong'} role={wrong === '' ? undefined : 'alert'}>
        {wrong === '' ? say('date.hint') : wrong}
      </span>
    </div>
  )
}
