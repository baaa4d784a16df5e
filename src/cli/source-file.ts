/** The file the user named: its bytes, and its lines where it is text. */

import { open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { bundlePages, sourceLines } from '../app/index.ts'
import type { Bilingual, Lang } from '../core/model/index.ts'
import type { SourceLines } from './print-findings.ts'

/** A larger file is refused before it is read. */
const LARGEST_FILE = 256 * 1024 * 1024

export class CannotRead extends Error {}

const hindrances: Readonly<Record<string, Bilingual>> = {
  EACCES: { zh: '没有写入权限', en: 'no permission' },
  EPERM: { zh: '没有写入权限', en: 'no permission' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  ENOENT: { zh: '文件夹不存在或不能写入', en: 'the folder is not there or takes no files' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' },
  EISDIR: { zh: '这是文件夹', en: 'this is a folder' },
  EEXIST: { zh: '已有同名文件', en: 'there is a file of that name' },
}

/** What the system does not let us write, said in one line. */
export function notWritten(error: unknown, lang: Lang): unknown {
  if (!(error instanceof Error && 'code' in error && 'path' in error)) return error
  // The name that is written to first, until all of it is there, is not the user's.
  const path = String(error.path).replace(/\.\d+\.part$/, '')
  const why = hindrances[String(error.code)]?.[lang] ?? String(error.code)
  return new CannotRead(lang === 'zh' ? `无法写入：${path}（${why}）` : `cannot write ${path} (${why})`)
}

export interface SourceFile {
  readonly bytes: Uint8Array
  readonly name: string
  readonly lines: () => SourceLines
}

export async function readSourceFile(path: string, lang: Lang): Promise<SourceFile> {
  const say = (zh: string, en: string) => new CannotRead(lang === 'zh' ? `${zh}：${path}` : `${en}: ${path}`)
  const found = await stat(path).catch(() => null)
  if (found === null) throw say('没有这个文件', 'no such file')
  if (found.isDirectory()) throw say('这是文件夹，不是文件', 'this is a folder, not a file')
  if (!found.isFile()) throw say('不是普通文件', 'not a regular file')
  if (found.size > LARGEST_FILE) throw say('文件超过 256 MB', 'the file is larger than 256 MB')
  const bytes = await readFile(path).catch(() => {
    throw say('文件不能读取', 'the file cannot be read')
  })
  const name = basename(path)
  // A data package that lies unpacked: its tables are beside the descriptor.
  if (name === 'datapackage.json') {
    const { packFolder } = await import('../app/open-data/pack-folder.ts')
    return { bytes: await packFolder(path, bytes), name, lines: () => ({ name: path, lines: [] }) }
  }
  return {
    bytes,
    name,
    lines: () => ({ name: path, lines: sourceLines(bytes) }),
  }
}

/** Several pictures as the pages of one document. */
export async function readPageFiles(paths: readonly string[], lang: Lang): Promise<SourceFile> {
  const files: SourceFile[] = []
  let size = 0
  for (const path of paths) {
    const file = await readSourceFile(path, lang)
    size += file.bytes.length
    if (size > LARGEST_FILE)
      throw new CannotRead(lang === 'zh' ? '各页文件合计超过 256 MB' : 'the files of all pages exceed 256 MB')
    files.push(file)
  }
  const { bytes, name } = bundlePages(files)
  return { bytes, name, lines: () => ({ name, lines: [] }) }
}

/** The first characters of a file, by which an archive is told; 'folder' for one; null where there is nothing to read. */
export async function startOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  if (found === null) return null
  if (found.isDirectory()) return 'folder'
  if (!found.isFile()) return null
  const file = await open(path).catch(() => null)
  if (file === null) return null
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}
