import type { News } from '../../app/office/index.ts'
import { sightOf } from '../../app/office/index.ts'
import { route } from '../route.ts'

const BEAT = 20_000

function say(news: News): string {
  const { kind, region: _region, path: _path, ...rest } = news
  const data = 'person' in rest ? (({ person: _person, ...own }) => own)(rest) : rest
  return `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
}

export const events = route({
  method: 'GET',
  path: '/api/events',
  summary: { zh: '实时更新（SSE）', en: 'Live updates (SSE)' },
  answer: 'events',
  async handle({ office, viewer, reply }) {
    const sight = new Set(sightOf(viewer))
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write('event: hello\ndata: {}\n\n')
    const stop = office.listen((news) => {
      if (news.region !== viewer.person.region) return
      const isMine = 'person' in news ? news.person === viewer.person.id : news.path.some((id) => sight.has(id))
      if (isMine) raw.write(say(news))
    })
    const beat = setInterval(() => raw.write(': \n\n'), BEAT)
    raw.once('close', () => {
      clearInterval(beat)
      stop()
    })
  },
})
