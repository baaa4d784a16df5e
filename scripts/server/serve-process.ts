/** The built server as a process of its own, which can be killed. */

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const cli = new URL('../../dist/cli.js', import.meta.url).pathname

export async function freePort(): Promise<number> {
  return new Promise((answer, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => answer(port))
    })
  })
}

export interface ServerProcess {
  readonly address: string
  readonly pid: number
  /** From its start to its first good answer. */
  readonly milliseconds: number
  /** SIGKILL; with the database too: all of its processes at once. */
  kill(withDatabase: boolean): Promise<void>
  stop(): Promise<void>
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    else child.once('exit', () => done())
  })
}

export interface ProcessOptions {
  readonly adminPassword?: string
  /** A folder for profiles of the processor, written when it stops. */
  readonly profile?: string
}

export async function startProcess(
  data: string,
  port: number,
  { adminPassword, profile }: ProcessOptions = {},
): Promise<ServerProcess> {
  const start = performance.now()
  const profiled = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const child = spawn(
    process.execPath,
    [...profiled, cli, 'serve', '--port', String(port), '--data', data, '--limit', '0'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...(adminPassword === undefined ? {} : { ZIPING_ADMIN_PASSWORD: adminPassword }) },
    },
  )
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const address = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`)
    if (performance.now() - start > 60_000) {
      child.kill('SIGKILL')
      throw new Error(`the server did not answer within 60 s: ${said}`)
    }
    const well = await fetch(`${address}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (well) break
    await pause(10)
  }
  return {
    address,
    pid: child.pid!,
    milliseconds: performance.now() - start,
    async kill(withDatabase) {
      if (withDatabase) {
        const pid = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
        process.kill(-pid, 'SIGKILL')
      }
      child.kill('SIGKILL')
      await end(child)
    },
    async stop() {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 40_000)
      await end(child)
      clearTimeout(late)
    },
  }
}
