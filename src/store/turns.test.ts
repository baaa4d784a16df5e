import { describe, expect, it } from 'vitest'
import { Turns } from './turns.ts'

describe('turns', () => {
  it('come one after another by name, and do not wait for other names', async () => {
    const turns = new Turns()
    const said: string[] = []
    const first = await turns.take('a', 1000)
    const second = turns.take('a', 1000).then((turn) => {
      said.push('second')
      return turn
    })
    const third = turns.take('a', 1000).then((turn) => {
      said.push('third')
      return turn
    })
    const other = await turns.take('b', 1000)
    expect(other.isOurs).toBe(true)
    said.push('first')
    first.give()
    const { isOurs, give } = await second
    expect(isOurs).toBe(true)
    await new Promise((next) => setImmediate(next))
    expect(said).toEqual(['first', 'second'])
    give()
    give()
    expect((await third).isOurs).toBe(true)
  })

  it('are not waited for longer than one’s patience, and those behind still wait for all before them', async () => {
    const turns = new Turns()
    const first = await turns.take('a', 1000)
    const late = await turns.take('a', 5)
    expect(late.isOurs).toBe(false)
    const behind = turns.take('a', 1000)
    late.give()
    const winner = await Promise.race([behind.then(() => 'behind'), new Promise((next) => setTimeout(next, 20))])
    expect(winner).toBeUndefined()
    first.give()
    expect((await behind).isOurs).toBe(true)
  })
})
