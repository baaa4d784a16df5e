/** A server from its start to its graceful stop. */

import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import {
  isFirstRun,
  keepHouse,
  type Office,
  openOffice,
  openStore,
  type StoreOptions,
  setUp,
} from '../app/office/index.ts'
import { buildServer } from './server.ts'

export interface RunOptions {
  readonly store: StoreOptions
  readonly port: number
  readonly host: string
  readonly version: string
  readonly web: string | null
  /** Of the first run, where it is to ask nobody. */
  readonly adminPassword: string | null
  readonly perMinute: number
  readonly behindProxy: boolean
  readonly log: { write(line: string): void } | null
  /** Filled before the server listens, on a store that has nobody yet. */
  readonly fill?: (office: Office) => Promise<void>
}

export interface Running {
  readonly office: Office
  readonly address: string
  /** For the page of the first run; null where an administrator is there. */
  readonly setUpToken: string | null
  /** Answers when the embedded database has ended and could not be started again: the server is of no use then. */
  readonly lost: Promise<Error>
  /** Answers what is under way, then stops. */
  stop(): Promise<void>
}

export async function runServer(options: RunOptions): Promise<Running> {
  const store = await openStore(options.store)
  try {
    const office = await openOffice(store)
    let first = await isFirstRun(office)
    if (first && options.adminPassword !== null) {
      await setUp(office, options.adminPassword)
      first = false
      await options.fill?.(office)
    }
    const house = keepHouse(office)
    const setUpToken = randomBytes(9).toString('base64url')
    const { web, perMinute, behindProxy, version, log } = options
    const server = await buildServer({ office, settings: { version, web, setUpToken, perMinute, behindProxy }, log })
    await server.listen({ port: options.port, host: options.host })
    const { port } = server.server.address() as AddressInfo
    const host = options.host.includes(':') ? `[${options.host}]` : options.host
    return {
      office,
      address: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
      setUpToken: first ? setUpToken : null,
      lost: store.lost,
      async stop() {
        await server.close()
        await house.stop()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}
