/**
 * The random and hostile tests with their full counts. Prints the seed of each, which replays it, and keeps the last tables
 * in docs/generated/long-run.md and docs/generated/spoiled-files.md. Other words name the suites that are run alone, by
 * their path: `npx tsx scripts/long.ts mutated-files`. A run that is broken off goes on where ZIPING_JOURNAL names the file
 * in which spoiled files keep their answers; ZIPING_PROCESSES says how many are read at once (2).
 */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const seed = process.env.ZIPING_SEED ?? String(Math.floor(Math.random() * 2 ** 31))

interface Suite {
  readonly name: string
  readonly path: string
  readonly runs: number
}

const suites: readonly Suite[] = [
  { name: 'right forms raise no alarm', path: 'tests/fuzz/no-false-alarm.test.ts', runs: 10_000 },
  { name: 'nothing throws', path: 'tests/fuzz/nothing-throws.test.ts', runs: 10_000 },
  {
    name: 'spoiled files are answered (of 1,000: 20 PDF, 5 pictures)',
    path: 'tests/fuzz/mutated-files.test.ts',
    runs: 100_000,
  },
  { name: 'printed forms are read back', path: 'tests/fuzz/round-trip.test.ts', runs: 2_000 },
  { name: 'one error, one check', path: 'tests/fuzz/injected-errors.test.ts', runs: 1_000 },
  { name: 'findings move as a change says', path: 'tests/fuzz/moves-as-said.test.ts', runs: 100 },
  { name: 'values survive printing and hostile text', path: 'src/core/values/properties.test.ts', runs: 100_000 },
  {
    name: 'scores stay in their weight, monotone, indifferent to order and unit',
    path: 'src/core/scoring/properties.test.ts',
    runs: 10_000,
  },
]

const asked = process.argv.slice(2)
const chosen = suites.filter(({ path }) => asked.length === 0 || asked.some((word) => path.includes(word)))
const injected = join(tmpdir(), `ziping-injected-${process.pid}.md`)
const spoiled = join(root, 'docs/generated/spoiled-files.md')
mkdirSync(join(root, 'docs/generated'), { recursive: true })
const rows: string[] = []
let failed = 0
for (const { name, path, runs } of chosen) {
  const start = Date.now()
  const { status } = spawnSync('npx', ['vitest', 'run', path, '--testTimeout=14000000'], {
    cwd: root,
    stdio: 'inherit',
    timeout: 14_400_000,
    env: {
      ...process.env,
      ZIPING_RUNS: String(runs),
      ZIPING_SEED: seed,
      ZIPING_TABLE: injected,
      ZIPING_SPOILED_TABLE: spoiled,
    },
  })
  if (status !== 0) failed++
  const seconds = Math.round((Date.now() - start) / 1000)
  rows.push(`| ${name} | \`${path}\` | ${runs} | ${seed} | ${seconds} | ${status === 0 ? 'passed' : 'FAILED'} |`)
}

const table = existsSync(injected) ? readFileSync(injected, 'utf8') : ''
rmSync(injected, { force: true })
if (chosen.length === suites.length)
  writeFileSync(
    join(root, 'docs/generated/long-run.md'),
    [
      '<!-- written by `./test --long` -->',
      '',
      '# 长测 · Long run',
      '',
      `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}. Replay: \`ZIPING_SEED=… ZIPING_RUNS=… npx vitest run PATH\`.`,
      '',
      '| test | path | runs | seed | seconds | result |',
      '|---|---|---|---|---|---|',
      ...rows,
      '',
      ...(table === '' ? [] : ['## 注入的错误与报出的检查 · Injected errors and the checks that fired', '', table]),
    ].join('\n'),
  )
process.exitCode = failed === 0 ? 0 : 1
