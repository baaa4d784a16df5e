/** A page without a script, and the page of the interface for those who write programs. */

import type { Route } from './route.ts'

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const style = `:root{color-scheme:light dark;--ink:#1b1b1b;--soft:#55524c;--hair:#d9d6cf;--line:#8f8b83;--paper:#fff;--ground:#f6f4ef;--head:#f3f0e8;--red:#a61b1b;--blue:#1f4e8c;--amber:#7a4b00}
@media(prefers-color-scheme:dark){:root{--ink:#ebe7df;--soft:#b8b2a7;--hair:#3d3a35;--line:#8d887e;--paper:#211f1c;--ground:#171614;--head:#2a2824;--red:#ff9d8f;--blue:#9cc3f5;--amber:#f0c274}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:64rem;margin:0 auto;padding:1.25rem 1rem 4rem}header{background:var(--paper);border-bottom:2px solid var(--red)}header nav{max-width:64rem;margin:0 auto;padding:.6rem 1rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
h1{font-size:1.6rem;line-height:1.4;margin:.5rem 0}h2{font-size:1.2rem;margin:1.75rem 0 .5rem}a{color:var(--blue);text-underline-offset:.2em}:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
.soft{color:var(--soft)}.wide{overflow-x:auto;background:var(--paper);border:1px solid var(--hair)}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid var(--hair);padding:.4rem .6rem;text-align:start;vertical-align:top}
thead th{background:var(--head);white-space:nowrap}tbody th{min-width:10rem}.number{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}code{font-family:ui-monospace,monospace}
form{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:1rem 0}label{display:grid;gap:.1rem}input,select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:4px;padding:.25rem .5rem;max-width:100%}
button{cursor:pointer;padding:.25rem 1rem}.said{font-size:1.05rem;background:var(--paper);border:1px solid var(--hair);padding:.75rem 1.1rem}.said p{margin:.35rem 0}.doubts{margin:0;padding:0;list-style:none;display:grid;gap:.4rem}
.doubts li{background:var(--paper);border:1px solid var(--hair);border-inline-start:4px solid var(--amber);padding:.4rem .8rem}.doubts li.error{border-inline-start-color:var(--red)}.files{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;padding:0;list-style:none}
@media(max-width:40rem){table.cards thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}table.cards tr{display:block;border-bottom:1px solid var(--line);padding:.4rem 0}table.cards td,table.cards th{display:block;border:0;padding:.1rem .8rem;text-align:start;white-space:normal}table.cards td[data-head]::before{content:attr(data-head) "：";color:var(--soft)}}`

/** A page of its own: no script, no file beside it. */
export function pageOf(title: string, body: string, { lang = 'zh-CN', nav = '' } = {}): string {
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head><body>${nav === '' ? '' : `<header><nav>${nav}</nav></header>`}<main><h1>${escaped(title)}</h1>
${body}
</main></body></html>`
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
<div class="wide"><table><thead><tr><th scope="col">方法</th><th scope="col">地址</th><th scope="col">用途</th><th scope="col">权限</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`,
  )
}
