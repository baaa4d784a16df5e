/** The web application's files, built into one folder; every address that is no file is its first page. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '../app/office/index.ts'
import { problemJson } from './problem-json.ts'

const noPage = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>自评 Ziping</title>
<p>网页尚未构建，接口可用：<a href="/api/docs">/api/docs</a>。The web pages were not built; the interface is there.</p></html>`

export async function serveWeb(server: FastifyInstance, folder: string | null): Promise<void> {
  // Read each time: pages that are built anew are served without a restart.
  const index = async () =>
    folder === null ? noPage : await readFile(join(folder, 'index.html'), 'utf8').catch(() => noPage)
  const sendIndex = async (reply: FastifyReply) =>
    reply
      .code(200)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(await index())
  server.get('/', (_request, reply) => sendIndex(reply))
  if (folder !== null) {
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      index: false,
      preCompressed: true,
      setHeaders(reply, path) {
        const immutable = path.startsWith(join(folder, 'assets'))
        reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  server.setNotFoundHandler((request, reply) => {
    if (request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/public/')) {
      return sendIndex(reply)
    }
    const json = problemJson(new Problem('not-found'))
    return reply.code(json.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(json))
  })
}
