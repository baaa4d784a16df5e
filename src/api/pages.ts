/** Pages without a script: the published forms, and the interface for those who write programs. */

import type { PublishedForm } from '../app/office/index.ts'
import type { Route } from './route.ts'

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.4rem .6rem;text-align:left;vertical-align:top}
th{background:#f3f4f6}code{font-family:ui-monospace,monospace}form{margin:1rem 0}input{font:inherit;padding:.2rem .4rem}`

function pageOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>
${body}
</main></body></html>`
}

const grades: Readonly<Record<string, string>> = { excellent: '优', good: '良', fair: '中', poor: '差' }

export function publicPage(
  forms: readonly PublishedForm[],
  asked: { readonly year: number | undefined; readonly q: string | undefined; readonly next: string | null },
): string {
  const rows = forms.map(({ id, regionName, fiscalYear, title, total, grade, publishedAt }) => {
    const link = `/api/public/forms/${encodeURIComponent(id)}/download`
    const files = ['xlsx', 'docx', 'pdf'].map((format) => `<a href="${link}?format=${format}">${format}</a>`).join(' ')
    return `<tr><td>${escaped(regionName)}</td><td>${fiscalYear}</td><td><a href="${link}?format=html">${escaped(title)}</a></td><td>${escaped(total ?? '')}</td><td>${grades[grade ?? ''] ?? ''}</td><td>${publishedAt.slice(0, 10)}</td><td>${files}</td></tr>`
  })
  const query = new URLSearchParams({
    ...(asked.year === undefined ? {} : { year: String(asked.year) }),
    ...(asked.q === undefined ? {} : { q: asked.q }),
    ...(asked.next === null ? {} : { after: asked.next }),
  })
  const more = asked.next === null ? '' : `<p><a href="/public?${escaped(query.toString())}">下一页 · more</a></p>`
  return pageOf(
    '已公开的绩效自评表',
    `<form method="get" action="/public"><label>年度 <input name="year" inputmode="numeric" size="5" value="${asked.year ?? ''}"></label>
<label>单位 <input name="q" value="${escaped(asked.q ?? '')}"></label> <button>查找</button></form>
<table><thead><tr><th scope="col">地区</th><th scope="col">年度</th><th scope="col">单位或项目</th><th scope="col">总分</th><th scope="col">评级</th><th scope="col">公开日期</th><th scope="col">下载</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>${more}`,
  )
}

export function docsPage(routes: readonly Route[], version: string): string {
  const rows = [...routes]
    .sort((one, other) => (`${one.path} ${one.method}` < `${other.path} ${other.method}` ? -1 : 1))
    .map(({ method, path, summary, access }) => {
      const who = access === 'public' ? '公开 public' : '登录 signed in'
      return `<tr><td><code>${method}</code></td><td><code>${escaped(path)}</code></td><td>${escaped(summary.zh)}<br>${escaped(summary.en)}</td><td>${who}</td></tr>`
    })
  return pageOf(
    `自评 Ziping ${version} · API`,
    `<p>机器可读的说明：<a href="/api/openapi.json">OpenAPI 3.1</a>。修改类请求须带 <code>x-csrf-token</code>（登录应答中的 csrf）；程序可用个人令牌 <code>authorization: Bearer zp_…</code>；
<code>idempotency-key</code> 相同的请求只办理一次。 Requests that change something carry <code>x-csrf-token</code>; programs use a personal token; one <code>idempotency-key</code>, one answer.</p>
<table><thead><tr><th scope="col">方法</th><th scope="col">地址</th><th scope="col">用途</th><th scope="col">权限</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  )
}
