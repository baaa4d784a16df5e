import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Exact } from '../../core/model/index.ts'
import { ChangeRefused, doJob, type Job } from './job.ts'
import { Worker } from './worker.ts'

const folder = mkdtempSync(join(tmpdir(), 'ziping-worker-'))
const workers: Worker[] = []
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.close()))
  rmSync(folder, { recursive: true, force: true })
})

const sample = readFileSync(new URL('../../../tests/corpus/shenzhen-guangming-2021/form.txt', import.meta.url))
const job: Job = { bytes: sample, name: 'form.txt', options: {} }
const LONG = 120_000

function workerOf(megabytes = 1024, entry?: string): Worker {
  const worker = new Worker(megabytes, entry)
  workers.push(worker)
  return worker
}

/** A worker whose jobs end as `work` does: `order` is the job, `reply` sends an answer. */
function hostile(name: string, work: string, megabytes = 256): Worker {
  const path = join(folder, `${name}.mjs`)
  writeFileSync(
    path,
    `import { pbkdf2Sync } from 'node:crypto'
     const reply = (message) => process.send(message)
     const answer = (order) => reply({ kind: 'answer', id: order.id, packed: JSON.stringify({ done: order.job.name }), residentBytes: 0 })
     process.on('disconnect', () => process.exit(0))
     process.on('message', (order) => { if (order.job.name === 'good') answer(order); else { ${work} } })
     reply({ kind: 'ready' })`,
  )
  return workerOf(megabytes, path)
}

const bad: Job = { bytes: new Uint8Array([1]), name: 'bad', options: {} }
const good: Job = { ...bad, name: 'good' }

async function messageOf(worker: Worker, milliseconds: number): Promise<string> {
  const { reports, findings } = await worker.run('check', bad, milliseconds)
  expect(reports).toEqual([])
  expect(findings).toHaveLength(1)
  expect(findings[0]!.rule).toBe('work/stopped')
  expect(findings[0]!.severity).toBe('error')
  return findings[0]!.message
}

describe('a worker', () => {
  it('answers as the same work in this process does, exact figures included', async () => {
    const worker = workerOf()
    const [here, there] = [await doJob('check', job), await worker.run('check', job, LONG)]
    expect(there.reports[0]!.scored.total.added).toBeInstanceOf(Exact)
    expect(JSON.stringify(there)).toBe(JSON.stringify(here))
    expect(JSON.stringify(await worker.run('read', job, LONG))).toBe(JSON.stringify(await doJob('read', job)))
    expect(await worker.run('summarise', job, LONG)).toEqual(await doJob('summarise', job))
  })

  it('passes on that a change names no cell', async () => {
    const set = [{ name: '没有这个指标', field: 'actual', raw: '1' }]
    const changed = workerOf().run('check', { ...job, options: { set } }, LONG)
    await expect(changed).rejects.toThrow(ChangeRefused)
    await expect(changed).rejects.toMatchObject({ refused: { problem: 'none', change: set[0] } })
  })

  it.each([
    ['loops for ever', 'for (;;);'],
    ['is in native code', "pbkdf2Sync('a', 'b', 2_000_000_000, 64, 'sha512')"],
    ['waits for ever', ''],
  ])('that %s is stopped when time is up, and works on', async (name, work) => {
    const worker = hostile(`time-${name}`, work)
    const begun = performance.now()
    expect(await messageOf(worker, 700)).toBe('time')
    expect(performance.now() - begun).toBeLessThan(20_000)
    expect(await worker.run('check', good, LONG)).toEqual({ done: 'good' })
  })

  // The ways in which a thread of this process would have taken the process along.
  it.each([
    ['objects', 'const kept = []; for (;;) kept.push({ x: kept.length, y: [1, 2, 3] })'],
    ['a long array', 'const kept = []; for (;;) kept.push(1.5)'],
    ['a map', 'const kept = new Map(); for (let i = 0; ; i++) kept.set(i, i)'],
    ['matches', `'a b '.repeat(30_000_000).match(/\\w/g)`],
    ['arrays', 'const kept = []; for (;;) kept.push(new Array(1e7).fill(0.5))'],
  ])('that fills its memory with %s is stopped, and works on', async (name, work) => {
    const worker = hostile(`memory-${name}`, work)
    const message = await messageOf(worker, 60_000)
    // A map at the engine's own bound fails before the memory is full.
    expect(['memory', 'crashed']).toContain(message)
    if (name !== 'a map') expect(message).toBe('memory')
    expect(await worker.run('check', good, LONG)).toEqual({ done: 'good' })
  })

  it.runIf(process.platform === 'linux')('that takes memory outside its heap is stopped too', async () => {
    const work = `const kept = []; const more = () => { kept.push(Buffer.alloc(3e7, 1)); setTimeout(more, 20) }; more()`
    expect(await messageOf(hostile('buffers', work), 60_000)).toBe('memory')
  })

  it('that crashes is told as a fault of the program, and works on', async () => {
    const worker = hostile('crash', 'process.abort()')
    expect(await messageOf(worker, LONG)).toBe('crashed')
    expect(await worker.run('check', good, LONG)).toEqual({ done: 'good' })
    expect(await messageOf(hostile('exit', 'process.exit(3)'), LONG)).toBe('crashed')
  })

  it('that does not start says so', async () => {
    const path = join(folder, 'broken.mjs')
    writeFileSync(path, 'throw new Error("no such part")')
    await expect(workerOf(256, path).run('check', good, LONG)).rejects.toThrow(/did not start.*no such part/s)
  })

  it('can be closed, and starts again for the next job', async () => {
    const worker = hostile('closed', '')
    await worker.start()
    await worker.close()
    expect(await worker.run('check', good, LONG)).toEqual({ done: 'good' })
  })
})
