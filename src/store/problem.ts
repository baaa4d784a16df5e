/** What can keep the store from starting or writing: said to people in both languages, with what to do. */

import type { Bilingual } from '../core/model/index.ts'

export type StoreProblem =
  | 'folder-in-use'
  | 'folder-read-only'
  | 'folder-foreign'
  | 'disk-full'
  | 'database-away'
  | 'database-old'
  | 'database-newer'
  | 'database-not-empty'
  | 'platform-unsupported'
  | 'backup-unreadable'

const words: Readonly<Record<StoreProblem, (detail: string) => Bilingual>> = {
  'folder-in-use': (detail) => ({
    zh: `数据文件夹正在被另一个服务使用（${detail}）。请先停止它，或另选文件夹。`,
    en: `The data folder is in use by another server (${detail}). Stop it first, or choose another folder.`,
  }),
  'folder-read-only': (detail) => ({
    zh: `数据文件夹不能写入：${detail}。请检查权限，或另选文件夹（--data）。`,
    en: `The data folder cannot be written: ${detail}. Check its permissions or choose another one (--data).`,
  }),
  'folder-foreign': (detail) => ({
    zh: `数据库程序的系统用户 postgres 无法进入文件夹：${detail}。请把数据放到它能进入的位置（例如 /srv/ziping）。`,
    en: `The system user postgres, as which the database runs, cannot enter the folder: ${detail}. Put the data where it can (say /srv/ziping).`,
  }),
  'disk-full': (detail) => ({
    zh: `磁盘已满，没有写入任何内容，已保存的不受影响。请腾出空间后重试。（${detail}）`,
    en: `The disk is full: nothing was written, what was saved is untouched. Free some space and try again. (${detail})`,
  }),
  'database-away': (detail) => ({
    zh: `数据库暂时无法连接，已保存的不受影响，请稍后重试。（${detail}）`,
    en: `The database cannot be reached for now; what was saved is untouched. Try again shortly. (${detail})`,
  }),
  'database-old': (detail) => ({
    zh: `需要 PostgreSQL 15 以上，现为 ${detail}。`,
    en: `PostgreSQL 15 or later is needed; this is ${detail}.`,
  }),
  'database-newer': (detail) => ({
    zh: `数据库由更新的版本写成（${detail}），请升级程序后再打开。`,
    en: `The database was written by a newer version (${detail}): upgrade before opening it.`,
  }),
  'database-not-empty': (detail) => ({
    zh: `数据库中已有数据（${detail}），恢复只能写入空的数据库。`,
    en: `The database already holds data (${detail}): a backup is restored into an empty one only.`,
  }),
  'platform-unsupported': (detail) => ({
    zh: `此平台（${detail}）没有内嵌数据库，请用 DATABASE_URL 指定 PostgreSQL 15 以上。`,
    en: `There is no embedded database for this platform (${detail}): name a PostgreSQL ≥ 15 by DATABASE_URL.`,
  }),
  'backup-unreadable': (detail) => ({
    zh: `备份文件不完整或已损坏：${detail}。`,
    en: `The backup is incomplete or damaged: ${detail}.`,
  }),
}

/** Thrown by the store; `message` is the English text, `say` both. */
export class StoreError extends Error {
  readonly problem: StoreProblem
  readonly say: Bilingual

  constructor(problem: StoreProblem, detail: string, cause?: unknown) {
    const say = words[problem](detail)
    super(say.en, cause === undefined ? undefined : { cause })
    this.problem = problem
    this.say = say
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

/** SQLSTATE classes and system errors that mean: no connection, or it broke. */
const away = /^(08|57P0|53300|ECONN|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND)/

/** A driver's or file system's error as what it means to people; null for any other, which is a fault of the program. */
export function storeErrorOf(error: unknown): StoreError | null {
  if (error instanceof StoreError) return error
  const code = codeOf(error)
  const detail = error instanceof Error ? error.message : String(error)
  if (code === '53100' || code === 'ENOSPC' || /No space left on device/.test(detail)) {
    return new StoreError('disk-full', detail, error)
  }
  if (code === 'EROFS' || code === 'EACCES' || code === '25006')
    return new StoreError('folder-read-only', detail, error)
  if (away.test(code) || /Connection terminated|connection timeout|not queryable/i.test(detail)) {
    return new StoreError('database-away', detail, error)
  }
  return null
}
