/** Times a check of many files end to end, and how much memory all its processes take at once. */

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'

export interface ManyFilesRun {
  readonly files: number
  readonly jobs: number
  readonly milliseconds: number
  /** Highest sum over the command and its workers, seen every 20 ms (Linux; else null). */
  readonly peakMegabytes: number | null
  readonly forms: number
}

/** One file of the mix: its ending and what makes its bytes its own, so that no two files are the same. */
export interface Sample {
  readonly ending: string
  readonly bytes: Uint8Array
  readonly vary: (bytes: Uint8Array, index: number) => Uint8Array
}

function textSample(path: string): Sample {
  return {
    ending: 'txt',
    bytes: readFileSync(path),
    vary: (bytes, index) =>
      Buffer.concat([bytes, Buffer.from(`\n${' '.repeat(index % 97)}\n`.repeat(1 + (index % 13)))]),
  }
}

/** A zip package is another file with another comment at its end. */
export function packageSample(path: string, ending: string): Sample {
  return {
    ending,
    bytes: readFileSync(path),
    vary: (bytes, index) => {
      const comment = strToU8(`file ${index}`)
      const varied = Buffer.concat([bytes, comment])
      varied.writeUInt16LE(comment.length, bytes.length - 2)
      return varied
    },
  }
}

/** All texts of the corpus. */
export function corpusSamples(root: string): readonly Sample[] {
  const folder = join(root, 'tests/corpus')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name, 'form.txt'))
    .filter((path) => {
      try {
        return readFileSync(path).length > 0
      } catch {
        return false
      }
    })
    .map(textSample)
}

/** Writes `count` files of the mix, one in ten of them into archives of ten. */
export function writeMix(folder: string, samples: readonly Sample[], count: number): void {
  mkdirSync(folder, { recursive: true })
  let packed: Record<string, Uint8Array> = {}
  for (let index = 0; index < count; index++) {
    const { ending, bytes, vary } = samples[index % samples.length]!
    const name = `${String(index).padStart(6, '0')}.${ending}`
    const varied = vary(bytes, index)
    if (index % 10 !== 9) writeFileSync(join(folder, name), varied)
    else packed[name] = varied
    if (Object.keys(packed).length === 10) {
      writeFileSync(join(folder, `${name}.zip`), zipSync(packed))
      packed = {}
    }
  }
  if (Object.keys(packed).length > 0) writeFileSync(join(folder, 'rest.zip'), zipSync(packed))
}

function statusOf(pid: string): { readonly parent: string; readonly kilobytes: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    return {
      parent: /^PPid:\s+(\d+)/m.exec(text)?.[1] ?? '',
      kilobytes: Number(/^VmRSS:\s+(\d+)/m.exec(text)?.[1] ?? 0),
    }
  } catch {
    return null
  }
}

/** Memory of a process and its children, in MB. */
function megabytesOf(pid: number): number | null {
  if (process.platform !== 'linux') return null
  let kilobytes = 0
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const status = statusOf(entry)
    if (status !== null && (entry === String(pid) || status.parent === String(pid))) kilobytes += status.kilobytes
  }
  return kilobytes / 1024
}

/** Runs the built command line on a folder. */
export async function timeManyFiles(root: string, folder: string, files: number, jobs: number): Promise<ManyFilesRun> {
  const state = mkdtempSync(join(tmpdir(), 'ziping-bench-'))
  const begun = performance.now()
  const words = ['check', folder, '--json', '--quiet', '--jobs', String(jobs), '--journal', join(state, 'journal')]
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  let peak: number | null = null
  const watch = setInterval(() => {
    const now = child.pid === undefined ? null : megabytesOf(child.pid)
    if (now !== null) peak = Math.max(peak ?? 0, now)
  }, 20)
  const pieces: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(watch)
  rmSync(state, { recursive: true, force: true })
  if (code === null || code > 1) throw new Error(`the check of ${folder} failed: ${code}`)
  const { counts } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { counts: { forms: number } }
  return { files, jobs, milliseconds: performance.now() - begun, peakMegabytes: peak, forms: counts.forms }
}

/** The same mix in several sizes: time grows with the files, memory does not. */
export async function benchManyFiles(
  root: string,
  samples: readonly Sample[],
  sizes: readonly number[],
  jobs: number,
): Promise<readonly ManyFilesRun[]> {
  const runs: ManyFilesRun[] = []
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'ziping-mix-'))
    try {
      writeMix(folder, samples, size)
      runs.push(await timeManyFiles(root, folder, size, jobs))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return runs
}
