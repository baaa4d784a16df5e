/**
 * A PostgreSQL of our own on a data folder: made when missing, started, stopped. It listens on a socket in the folder (on
 * Windows on a port of the machine itself) and asks for a password that lies beside the data.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chown, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StoreError, storeErrorOf } from '../problem.ts'
import { isRunning, isThere, signal } from '../processes.ts'
import { type Binaries, databaseUser, type SystemUser } from './binaries.ts'

export interface RunningServer {
  /** For the driver: a folder for sockets, or an address. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  readonly pid: number
  /** How it ended, whoever ended it. */
  readonly ended: Promise<string>
  /** Ends sessions and stops; what was acknowledged is on the disk. */
  stop(): Promise<void>
}

const USER = 'ziping'
const PORT = 5432
const START_SECONDS = 60
const STOP_SECONDS = 30
/** In which the system forgets a process that was killed, and sessions notice that their database was. */
const FORGET_SECONDS = 10
/** Of a socket's path, with its name. */
const LONGEST_SOCKET = 90

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function freePort(): Promise<number> {
  return new Promise((answer, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => answer(typeof address === 'object' && address !== null ? address.port : PORT))
    })
  })
}

async function initialise(
  folder: string,
  { initdb }: Binaries,
  user: SystemUser | null,
  passwordFile: string,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Whatever lies there is not ours to begin anew on, still less to clear away when that fails.
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty, and no PostgreSQL is in it`)
  if (user !== null) await chown(folder, user.uid, user.gid)
  const password = randomBytes(24).toString('base64url')
  // initdb runs as another user and must read it once.
  const handed = join(folder, '..', `password.${randomBytes(6).toString('hex')}`)
  await writeFile(handed, password, { mode: 0o600 })
  if (user !== null) await chown(handed, user.uid, user.gid)
  const words = [
    '-D',
    folder,
    '-U',
    USER,
    '-A',
    'scram-sha-256',
    `--pwfile=${handed}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--no-instructions',
  ]
  try {
    const child = spawn(initdb, words, {
      ...(user ?? {}),
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    const code = await new Promise<number | null>((answer, fail) => {
      child.once('error', fail)
      child.once('close', answer)
    })
    if (code !== 0) throw new Error(said.trim())
    await writeFile(passwordFile, password, { mode: 0o600 })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw meaningOf(error, folder)
  } finally {
    await rm(handed, { force: true })
  }
}

function meaningOf(error: unknown, folder: string): StoreError | Error {
  const known = storeErrorOf(error)
  const detail = error instanceof Error ? error.message : String(error)
  if (known?.problem === 'disk-full') return known
  if (/Permission denied|EACCES/.test(detail)) {
    return new StoreError(process.getuid?.() === 0 ? 'folder-foreign' : 'folder-read-only', folder, error)
  }
  if (/Read-only file system/.test(detail)) return new StoreError('folder-read-only', detail, error)
  return known ?? new Error(`PostgreSQL did not start: ${detail}`, { cause: error })
}

async function waitUntil(holds: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 100; waited++) {
    if (await holds()) return true
    await pause(10)
  }
  return false
}

const waitForEnd = (pid: number, seconds: number) => waitUntil(async () => !(await isRunning(pid)), seconds)

/**
 * A database that outlived its killed server is stopped: the folder's lock is ours. One that was killed a moment ago passes
 * for running until the system forgets it; PostgreSQL then takes its own lock files for held.
 */
async function stopOrphan(folder: string, sockets: string | null): Promise<void> {
  const path = join(folder, 'postmaster.pid')
  const text = await readFile(path, 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!(pid > 1)) return
  if (await isRunning(pid)) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres')
    // Of one that is just ending it is empty.
    if (command !== '' && !command.includes('postgres')) return
    signal(pid, 'SIGINT')
    if (!(await waitForEnd(pid, STOP_SECONDS))) {
      signal(pid, 'SIGQUIT')
      // Whoever runs on keeps its lock files: PostgreSQL will say so.
      if (!(await waitForEnd(pid, STOP_SECONDS))) return
    }
  }
  if (await waitUntil(() => !isThere(pid), FORGET_SECONDS)) return
  await rm(path, { force: true })
  if (sockets !== null) await rm(join(sockets, `.s.PGSQL.${PORT}.lock`), { force: true })
}

/** The last line of postmaster.pid says how far the start is. */
async function isReady(folder: string, pid: number): Promise<boolean> {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

async function tailOf(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .slice(-6)
    .join(' | ')
}

async function socketFolder(folder: string, user: SystemUser | null): Promise<string> {
  const near = join(folder, '..', 'run')
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const path = near.length <= LONGEST_SOCKET ? near : join(tmpdir(), `ziping-${name}`)
  await mkdir(path, { recursive: true, mode: 0o700 })
  if (user !== null) await chown(path, user.uid, user.gid)
  return path
}

interface Launched {
  readonly child: ChildProcess
  readonly pid: number
  /** How it ended. */
  readonly ended: Promise<string>
  readonly hasEnded: () => boolean
}

/** Starts the process and waits until it answers. */
async function launch(
  folder: string,
  binaries: Binaries,
  user: SystemUser | null,
  settings: readonly string[],
): Promise<Launched> {
  const logPath = join(folder, '..', 'postgres.log')
  const log = await open(logPath, 'w', 0o600)
  const child = spawn(binaries.postgres, ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])], {
    ...(user ?? {}),
    // Its own group: Ctrl-C reaches the server, which stops the database last.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: { ...process.env, LC_ALL: 'C' },
  })
  // Before anything is waited for: a program that is not there says so at once.
  const ended = new Promise<string>((answer) => {
    child.once('error', (error) => answer(error.message))
    child.once('exit', (code, signal) => answer(`exit ${code ?? signal}`))
  })
  let end: string | null = null
  void ended.then((how) => {
    end = how
  })
  await log.close()
  const { pid } = child
  for (let waited = 0; pid === undefined || !(await isReady(folder, pid)); waited++) {
    if (end !== null) throw meaningOf(new Error(`${end}: ${await tailOf(logPath)}`), folder)
    if (waited > START_SECONDS * 100) {
      child.kill('SIGQUIT')
      throw new Error(`PostgreSQL was not ready within ${START_SECONDS} s: ${await tailOf(logPath)}`)
    }
    await pause(10)
  }
  return { child, pid, ended, hasEnded: () => end !== null }
}

/** What PostgreSQL says while sessions of one that was killed have not noticed yet, or the system has not forgotten it. */
const STILL_HELD = /shared memory block|lock file/

async function launchPatiently(start: () => Promise<Launched>): Promise<Launched> {
  const until = performance.now() + FORGET_SECONDS * 1000
  for (;;) {
    try {
      return await start()
    } catch (error) {
      if (!STILL_HELD.test(String(error)) || performance.now() > until) throw error
      await pause(100)
    }
  }
}

export interface ServerOptions {
  /** Settings beside our own, as `name=value`. */
  readonly settings?: readonly string[]
  /** On Windows: the port of before, where it is started again. */
  readonly port?: number
}

/** Starts PostgreSQL on `folder`, which is made where it is missing. Its lock must be held. Throws `StoreError`. */
export async function startServer(
  folder: string,
  binaries: Binaries,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const user = await databaseUser()
  const passwordFile = join(folder, '..', 'postgres.password')
  if (!(await exists(join(folder, 'PG_VERSION')))) await initialise(folder, binaries, user, passwordFile)
  const password = (await readFile(passwordFile, 'utf8')).trim()
  const onWindows = process.platform === 'win32'
  const port = onWindows ? (options.port ?? (await freePort())) : PORT
  const host = onWindows ? '127.0.0.1' : await socketFolder(folder, user)
  await stopOrphan(folder, onWindows ? null : host)
  const settings = [
    ...(onWindows ? ['listen_addresses=127.0.0.1'] : ['listen_addresses=', `unix_socket_directories=${host}`]),
    `port=${port}`,
    'shared_buffers=128MB',
    'max_connections=40',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(options.settings ?? []),
  ]
  const { child, pid, ended, hasEnded } = await launchPatiently(() => launch(folder, binaries, user, settings))
  child.unref()
  const onExit = () => {
    if (!hasEnded()) child.kill('SIGINT')
  }
  process.once('exit', onExit)
  return {
    host,
    port,
    user: USER,
    password,
    database: 'postgres',
    pid,
    ended,
    async stop() {
      process.off('exit', onExit)
      if (!hasEnded()) {
        if (onWindows) spawn(binaries.pgCtl, ['stop', '-m', 'fast', '-D', folder], { stdio: 'ignore' })
        else child.kill('SIGINT')
        const late = setTimeout(() => child.kill('SIGQUIT'), STOP_SECONDS * 1000)
        child.ref()
        await ended
        clearTimeout(late)
      }
      if (!onWindows) await rm(host, { recursive: true, force: true })
    },
  }
}
