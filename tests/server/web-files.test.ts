import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { serveWeb } from '../../src/api/web-files.ts'
import { removeFolder, temporaryFolder } from './support.ts'

it('answers every address that is no file with the first page, files with their own', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<title>first page</title>')
  writeFileSync(join(folder, 'assets', 'a-1234.js'), 'export {}')
  const server = fastify()
  await serveWeb(server, folder)
  const ask = (url: string) => server.inject({ url })
  for (const url of ['/', '/forms/7', '/setup']) {
    const { statusCode, body, headers } = await ask(url)
    expect([statusCode, body, headers['cache-control']], url).toEqual([200, '<title>first page</title>', 'no-cache'])
  }
  const asset = await ask('/assets/a-1234.js')
  expect([asset.body, asset.headers['cache-control']]).toEqual(['export {}', 'public, max-age=31536000, immutable'])
  expect((await ask('/api/nothing')).statusCode).toBe(404)
  expect((await ask('/assets/../../etc/passwd')).body).toBe('<title>first page</title>')
  await server.close()
  removeFolder(folder)
})
