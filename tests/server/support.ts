/** Servers and databases for tests: each in a folder of its own that is gone afterwards. */

import { execFileSync, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Running, runServer } from '../../src/api/run.ts'
import { binariesIn } from '../../src/store/embedded/binaries.ts'
import type { StoreOptions } from '../../src/store/index.ts'

export const ADMIN_PASSWORD = 'an administrator’s password'

/** A folder that anybody may enter: the database runs as a user of its own. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-server-'))
  execFileSync('chmod', ['755', folder])
  return folder
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

const debianBinaries = '/usr/lib/postgresql/15/bin'
export const hasDebianPostgres = existsSync(join(debianBinaries, 'postgres'))

/** Debian's PostgreSQL 15 on a folder of its own, as a served database: its address, and how to stop it. */
export interface ServedDatabase {
  readonly url: string
  restart(): void
  stop(): void
}

function asPostgres(words: readonly string[]): void {
  const [command, ...rest] = words
  const root = process.getuid?.() === 0
  const done = root
    ? spawnSync('runuser', ['-u', 'postgres', '--', command!, ...rest], { encoding: 'utf8', timeout: 60_000, cwd: '/' })
    : spawnSync(command!, rest, { encoding: 'utf8', timeout: 60_000 })
  if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stderr}`)
}

/** Below the ports that outgoing connections take, so that none of theirs is in the way. */
function somePort(): number {
  return 20_000 + randomInt(10_000)
}

export function startDebianPostgres(folder: string): ServedDatabase {
  const data = join(folder, 'debian')
  const { pgCtl, initdb } = binariesIn(debianBinaries)
  execFileSync('mkdir', ['-p', data])
  if (process.getuid?.() === 0) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    chownSync(data, id('-u'), id('-g'))
  }
  asPostgres([initdb, '-D', data, '-U', 'ziping', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'])
  const log = join(data, 'log')
  let port = somePort()
  const start = () => {
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${data} -c max_connections=60`
    asPostgres([pgCtl, '-D', data, '-w', '-l', log, '-o', settings, 'start'])
  }
  for (let tries = 1; ; tries++) {
    try {
      start()
      break
    } catch (error) {
      const said = existsSync(log) ? readFileSync(log, 'utf8') : ''
      if (tries === 5 || !said.includes('Address already in use')) throw new Error(said, { cause: error })
      port = somePort()
    }
  }
  return {
    url: `postgres://ziping@127.0.0.1:${port}/postgres`,
    restart() {
      asPostgres([pgCtl, '-D', data, '-w', '-m', 'fast', 'stop'])
      start()
    },
    stop: () => asPostgres([pgCtl, '-D', data, '-w', '-m', 'immediate', 'stop']),
  }
}

/** A fault of the program is shown where the test runs. */
function showFaults(line: string): void {
  if (line.includes('"level":50')) process.stderr.write(`${line.slice(0, 400)}\n`)
}

export async function testServer(store: StoreOptions, write: (line: string) => void = showFaults): Promise<Running> {
  return runServer({
    store,
    port: 0,
    host: '127.0.0.1',
    version: 'test',
    web: null,
    adminPassword: ADMIN_PASSWORD,
    perMinute: 0,
    behindProxy: false,
    log: { write },
  })
}

export interface Answer<T = Record<string, unknown>> {
  readonly status: number
  readonly body: T
}

/** A person's browser: keeps the cookie and the CSRF word. */
export class Client {
  readonly address: string
  cookie = ''
  csrf = ''

  constructor(address: string) {
    this.address = address
  }

  async ask<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    const isForm = body instanceof FormData
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(this.csrf === '' ? {} : { 'x-csrf-token': this.csrf }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const cookie = response.headers.getSetCookie()[0]
    if (cookie !== undefined) this.cookie = cookie.split(';')[0]!
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    return { status: response.status, body: (text === '' ? null : isJson ? JSON.parse(text) : text) as T }
  }

  async signIn(login: string, password: string): Promise<Answer> {
    const answer = await this.ask('POST', '/api/login', { login, password })
    if (answer.status === 200) this.csrf = String(answer.body.csrf)
    return answer
  }
}
