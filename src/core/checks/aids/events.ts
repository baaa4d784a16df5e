/** What the recogniser had to do to make sense of the source, as problems of the checks of group E. */

import { gather } from '../../model/gather.ts'
import type { Certainty, Place, RecognitionEvent, Scalar, Severity } from '../../model/index.ts'
import type { Answer, Problem } from '../check.ts'

type Kind = RecognitionEvent['kind']

interface Saying {
  readonly message: string
  readonly severity?: Severity
  readonly certainty?: Certainty
}

const LONGEST = 60

/** The text that stands at a place, cut to a line. */
export function textAt(place: Place): string {
  const text = (place.text ?? '').replace(/\s+/gu, ' ').trim()
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** One problem for each event of the kinds asked for, in order. `text` is what stands at its places. */
export function problemsOf(
  events: readonly RecognitionEvent[],
  sayings: Readonly<Partial<Record<Kind, Saying>>>,
): readonly Problem[] {
  return gather(events, (event): Problem[] => {
    const saying = sayings[event.kind]
    if (saying === undefined) return []
    const data: Readonly<Record<string, Scalar>> = { ...event.data, text: event.at.map(textAt).join(' + ') }
    return [{ ...saying, data, at: event.at }]
  })
}

/** All problems as an answer; `pass` where there are none. */
export function answerOf(problems: readonly Problem[]): Answer {
  const [first, ...others] = problems
  return first === undefined ? 'pass' : [first, ...others]
}
