/**
 * A browser that costs next to nothing: it shares the processor with the server that it measures. Answers stay bytes; whoever
 * must look into one asks for it.
 */

import { Agent, request } from 'node:http'

export interface LeanAnswer {
  readonly status: number
  readonly bytes: Buffer
}

const agent = new Agent({ keepAlive: true, maxSockets: 1000 })

export class LeanClient {
  readonly #host: string
  readonly #port: string
  readonly #headers: Readonly<Record<string, string>>

  /** `address`: `http://host:port`. */
  constructor(address: string, { cookie, csrf }: { readonly cookie: string; readonly csrf: string }) {
    const { hostname, port } = new URL(address)
    this.#host = hostname
    this.#port = port
    this.#headers = { cookie, 'x-csrf-token': csrf }
  }

  /** Rejects where the line breaks. */
  ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<LeanAnswer> {
    const sent = body === undefined ? null : Buffer.from(JSON.stringify(body))
    return new Promise((done, failed) => {
      const asked = request(
        {
          agent,
          host: this.#host,
          port: this.#port,
          method,
          path,
          headers:
            sent === null
              ? this.#headers
              : { ...this.#headers, 'content-type': 'application/json', 'content-length': sent.length },
        },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.once('error', failed)
          answer.once('end', () => done({ status: answer.statusCode ?? 0, bytes: Buffer.concat(parts) }))
        },
      )
      asked.once('error', failed)
      asked.end(sent ?? undefined)
    })
  }

  /** The same, its answer read. Throws where it is not a good one. */
  async read<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const { status, bytes } = await this.ask(method, path, body)
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${bytes.toString().slice(0, 300)}`)
    return (bytes.length === 0 ? null : JSON.parse(bytes.toString())) as T
  }
}
