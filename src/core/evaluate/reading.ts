/** Events of reading as findings: what a person must confirm, what sums and words settled, what the document lent. */

import { gather } from '../model/gather.ts'
import type { Finding, RecognitionEvent } from '../model/index.ts'
import { type ReadingRule, readingRules } from './reading-messages.ts'

function say(rule: ReadingRule, message: string, event: RecognitionEvent, data = event.data): Finding {
  const { severity } = readingRules[rule]
  const certainty = rule === 'cell-to-confirm' ? 'review' : 'certain'
  return { rule, message, data, severity, certainty, at: event.at, law: [] }
}

function openMessage({ data }: RecognitionEvent): string {
  if (data.by === 'place') return data.guess === '' ? 'placeEmpty' : 'place'
  if (data.guess === '') return 'lost'
  return data.candidates === data.guess ? 'onlyOne' : 'candidates'
}

export function findingsOnReading(events: readonly RecognitionEvent[]): Finding[] {
  return gather(events, (event): Finding[] => {
    switch (event.kind) {
      case 'reading-open':
        return [say('cell-to-confirm', openMessage(event), event)]
      case 'reading-decided':
        return [say('reading-decided', String(event.data.by), event)]
      case 'word-mended':
        return [say('word-mended', 'taken', event)]
      case 'from-document': {
        const data = { ...event.data, source: event.at[0].text ?? '' }
        return [say('from-document', String(event.data.field), event, data)]
      }
      default:
        return []
    }
  })
}
