import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { placeholdersOf } from '../../core/texts/index.ts'
import { sayFinding } from '../catalogue.ts'
import { doGuarded } from './guarded.ts'
import { doJob, type Job } from './job.ts'
import { isLight, millisecondsFor, workLimits } from './limits.ts'
import { workRules } from './messages.ts'
import { pack, unpack } from './pack.ts'
import { isTimeUp, runWithin } from './time-limit.ts'

const sample = readFileSync(new URL('../../../tests/corpus/shenzhen-guangming-2021/form.txt', import.meta.url))
const job: Job = { bytes: sample, name: 'form.txt', options: {} }

function timedOut(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch (error) {
    return isTimeUp(error)
  }
}

describe('a time limit', () => {
  it('interrupts a loop and a regular expression, and lets work that is in time pass', () => {
    const run = runWithin(200)
    expect(run(() => 42)).toBe(42)
    expect(
      timedOut(() =>
        runWithin(200)(() => {
          for (;;);
        }),
      ),
    ).toBe(true)
    expect(timedOut(() => runWithin(200)(() => /^(a+)+$/.test(`${'a'.repeat(60)}b`)))).toBe(true)
  })

  it('is shared by all steps', () => {
    const run = runWithin(400)
    const wait = () => {
      const until = performance.now() + 250
      while (performance.now() < until);
    }
    run(wait)
    expect(timedOut(() => run(wait))).toBe(true)
  })

  it('passes on what the work throws', () => {
    expect(() =>
      runWithin(1000)(() => {
        throw new Error('own')
      }),
    ).toThrow('own')
  })
})

describe('work on a file', () => {
  it('is done in this process where its size bounds it', async () => {
    const noise = strToU8('a'.repeat(1000))
    expect(await isLight(sample)).toBe(true)
    expect(await isLight(new Uint8Array())).toBe(true)
    expect(await isLight(new Uint8Array(workLimits.lightBytes + 1).fill(0x61))).toBe(false)
    expect(await isLight(zipSync({ 'xl/a.xml': noise }))).toBe(true)
    expect(await isLight(zipSync({ 'xl/a.xml': new Uint8Array(workLimits.lightUnpackedBytes + 1) }))).toBe(false)
    expect(await isLight(Buffer.from('  %PDF-1.7\nabc'))).toBe(false)
    expect(await isLight(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe(false)
    expect(await isLight(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0]))).toBe(false)
  })

  it('may take longer on pictures; what was asked for holds for all', () => {
    expect(millisecondsFor(sample, {})).toBe(workLimits.milliseconds)
    expect(millisecondsFor(Buffer.from('%PDF-1.7'), {})).toBe(workLimits.pictureMilliseconds)
    expect(millisecondsFor(Buffer.from('%PDF-1.7'), { milliseconds: 5 })).toBe(5)
  })

  it('gives the same in this process and in a worker', async () => {
    const here = await doGuarded('check', job)
    // UTF-16 holds zero bytes, so that it is read in a worker.
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sample.toString('utf8'), 'utf16le')])
    const there = await doGuarded('check', { ...job, bytes: wide })
    expect(here.reports).toHaveLength(1)
    expect(JSON.stringify(there.reports[0]!.scored)).toBe(JSON.stringify(here.reports[0]!.scored))
  })

  it('that takes too long ends in a finding, in both', async () => {
    for (const bytes of [sample, Buffer.from([0xff, 0xfe, 0x61, 0, 0x62, 0])]) {
      const { reports, findings } = await doGuarded('check', { ...job, bytes }, { milliseconds: 1 })
      expect(reports).toEqual([])
      expect(findings.map(({ rule, message }) => [rule, message])).toEqual([['work/stopped', 'time']])
      expect(sayFinding(findings[0]!, 'zh').text).toMatch(/“form\.txt”在 0 秒内没有读完/)
    }
  })

  it('has a text in both languages for each way of ending, all placeholders filled', async () => {
    const { findings } = await doGuarded('check', job, { milliseconds: 1 })
    for (const message of Object.keys(workRules['work/stopped'].messages)) {
      for (const lang of ['zh', 'en'] as const) {
        const said = sayFinding({ ...findings[0]!, message }, lang)
        expect(placeholdersOf(said.text)).toEqual([])
        expect(said.advice).not.toBeNull()
      }
    }
  })
})

describe('packing', () => {
  it('keeps exact figures, fractions included, and everything else', async () => {
    const checked = await doJob('check', job)
    const back = unpack<typeof checked>(pack(checked))
    expect(JSON.stringify(back)).toBe(JSON.stringify(checked))
    expect(back.reports[0]!.scored.total.recomputed.min.equals(checked.reports[0]!.scored.total.recomputed.min)).toBe(
      true,
    )
    const odd = { text: '\ud800 \u0000 $exact', list: [null, true, 1] }
    expect(unpack(pack(odd))).toEqual(odd)
  })
})
