/** A real Chromium for the tests of the pages, and the built pages served as a plain folder where no server is wanted. */

import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { launchChromium } from '../../support/office/programs.ts'

export const launchBrowser = launchChromium

const folder = new URL('../../../dist/web/', import.meta.url).pathname
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** dist/web/ at an address of this computer; every address that is no file is the first page. */
export async function servePages(): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const server: Server = createServer(async (request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    const path = join(folder, asked)
    const isFile = path.startsWith(folder) && existsSync(path) && statSync(path).isFile()
    const file = isFile ? path : join(folder, 'index.html')
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    response.setHeader(
      'content-security-policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
    )
    response.end(await readFile(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { readonly port: number }
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
