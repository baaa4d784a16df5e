/** What a use case refuses, by a closed list of codes; the API gives each its status. */

import type { Bilingual, Finding } from '../../core/model/index.ts'

export type ProblemCode =
  | 'bad-request'
  | 'not-signed-in'
  | 'wrong-password'
  | 'locked-out'
  | 'weak-password'
  | 'password-change-needed'
  | 'forbidden'
  | 'csrf'
  | 'not-found'
  | 'conflict'
  | 'name-taken'
  | 'not-allowed-now'
  | 'blocked'
  | 'too-large'
  | 'unsupported-type'
  | 'unreadable'
  | 'key-reused'
  | 'rate-limited'
  | 'folder-read-only'
  | 'disk-full'
  | 'database-away'
  | 'internal'

const titles: Readonly<Record<ProblemCode, Bilingual>> = {
  'bad-request': { zh: '请求不完整或格式不对。', en: 'The request is incomplete or malformed.' },
  'not-signed-in': { zh: '请先登录。', en: 'Sign in first.' },
  'wrong-password': { zh: '账号或密码不对。', en: 'Wrong account or password.' },
  'locked-out': {
    zh: '连续输错，账号暂时锁定，请稍后再试。',
    en: 'Too many wrong attempts: the account is locked for a while.',
  },
  'weak-password': {
    zh: '密码至少 10 个字符，且不能与账号相同。',
    en: 'A password has at least 10 characters and differs from the account.',
  },
  'password-change-needed': {
    zh: '请先把初始密码改为自己的密码。',
    en: 'First choose a password of your own in place of the one you were given.',
  },
  forbidden: { zh: '您的角色不能这样做。', en: 'Your role may not do this.' },
  csrf: { zh: '页面已过期，请刷新后重试。', en: 'This page is out of date: reload and try again.' },
  'not-found': { zh: '没有找到。', en: 'Not found.' },
  conflict: { zh: '其间有人改过，请先查看现在的内容。', en: 'Someone changed it meanwhile: look at what it is now.' },
  'name-taken': { zh: '名称或账号已被使用。', en: 'This name or account is taken.' },
  'not-allowed-now': { zh: '现在不能这样做。', en: 'This cannot be done now.' },
  blocked: { zh: '还有必须处理的问题。', en: 'There is something that must be dealt with first.' },
  'too-large': { zh: '文件太大。', en: 'The file is too large.' },
  'unsupported-type': { zh: '不接受这种文件。', en: 'Files of this kind are not accepted.' },
  unreadable: { zh: '文件读不出需要的内容。', en: 'What is needed could not be read from the file.' },
  'key-reused': { zh: '同一个幂等键用于不同的请求。', en: 'One idempotency key was used for different requests.' },
  'rate-limited': { zh: '请求太频繁，请稍后再试。', en: 'Too many requests: try again shortly.' },
  'folder-read-only': {
    zh: '数据文件夹不能写入，没有保存。请联系管理员。',
    en: 'The data folder cannot be written: nothing was saved. Ask the administrator.',
  },
  'disk-full': {
    zh: '服务器磁盘已满，没有保存；已保存的不受影响。',
    en: 'The server’s disk is full: nothing was saved; what was saved before is untouched.',
  },
  'database-away': {
    zh: '数据库暂时无法连接，没有保存，请稍后重试。',
    en: 'The database cannot be reached for now: nothing was saved, try again shortly.',
  },
  internal: { zh: '程序出错，已记入日志。', en: 'The program failed; it was logged.' },
}

export interface ProblemMore {
  /** In place of the code's own title. */
  readonly title?: Bilingual
  readonly detail?: string
  readonly findings?: readonly Finding[]
  readonly conflicts?: readonly unknown[]
  /** Seconds to wait. */
  readonly retryAfter?: number
}

export class Problem extends Error {
  readonly code: ProblemCode
  readonly title: Bilingual
  readonly more: ProblemMore

  constructor(code: ProblemCode, more: ProblemMore = {}) {
    const title = more.title ?? titles[code]
    super(title.en)
    this.code = code
    this.title = title
    this.more = more
  }
}
