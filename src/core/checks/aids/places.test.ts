import { describe, expect, it } from 'vitest'
import { formFromSketch } from '../../recognise/sketch.ts'
import { placeOf } from './places.ts'

describe('the place of a path', () => {
  const form = formFromSketch({ tasks: [{ name: '基本支出' }] })

  it.each(['tasks[9].score', 'indicators[9].score', 'goals[9].achieved', 'nowhere'])(
    'is the path alone for %s',
    (path) => {
      expect(placeOf(form, path)).toEqual({ path })
    },
  )

  it('has the text of the cell', () => {
    expect(placeOf(form, 'tasks[0].name')).toMatchObject({ path: 'tasks[0].name', text: '基本支出' })
  })
})
