/**
 * Loads the built program: one script, with what the engine made of it when it last ran: a short command spent much
 * of its time on finding and compiling its modules. What is kept belongs to one version of the engine; another one
 * compiles anew, and keeps that, if the folder can be written to.
 */

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import type * as program from './index.ts'

/** Name of the script: it holds a digest of its text, so that nothing made of another is ever taken. Put in by the build. */
declare const PROGRAM: string

/** Longer runs have dropped what they compiled first. */
const SHORT_RUN_SECONDS = 20

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

function keep(script: Script, path: string): void {
  if (process.uptime() > SHORT_RUN_SECONDS) return
  const own = `${path}.${process.pid}`
  try {
    writeFileSync(own, script.createCachedData())
    renameSync(own, path)
  } catch {
    // A folder of somebody else's: the next run compiles again.
    rmSync(own, { force: true })
  }
}

/** `from` is the URL of a built file that stands beside the script. Throws where there is no script. */
export function loadProgram(from: string): typeof program {
  const filename = join(dirname(fileURLToPath(from)), PROGRAM)
  const cache = `${filename}.cache`
  const cachedData = bytesOf(cache)
  // The build writes one function of CommonJS in plain ASCII: a text of one byte a sign is read and held at half the cost.
  const text = readFileSync(filename, 'latin1')
  const script = new Script(text, { filename, cachedData })
  if (script.cachedDataRejected !== false) process.on('exit', () => keep(script, cache))
  const module: { exports: unknown } = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(from), module, from, (name: string) => import(name))
  return module.exports as typeof program
}
