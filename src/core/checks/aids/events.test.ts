import { describe, expect, it } from 'vitest'
import { answerOf, problemsOf, textAt } from './events.ts'

describe('events of the recogniser', () => {
  it('become problems where a check has a saying for their kind', () => {
    const at = [{ path: 'form', text: '第 1\n页' }, { path: 'indicators[0]' }] as const
    expect(
      problemsOf(
        [
          { kind: 'page-number', at, data: { text: 'x', row: 3 } },
          { kind: 'noise', at, data: {} },
        ],
        { 'page-number': { message: 'said' } },
      ),
    ).toEqual([{ message: 'said', data: { text: '第 1 页 + ', row: 3 }, at }])
  })

  it('show at most a line of text', () => {
    expect(textAt({ path: 'form', text: '长'.repeat(61) })).toBe(`${'长'.repeat(60)}…`)
  })

  it('pass where there are none', () => {
    expect(answerOf([])).toBe('pass')
  })
})
