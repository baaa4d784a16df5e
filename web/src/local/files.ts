/** Files opened and written in this browser. The worker comes when the first file does. */

import type { Draft } from '../../../src/core/draft/index.ts'
import type { Lang } from '../../../src/core/model/index.ts'
import FileWorker from './file.worker.ts?worker'
import type { CellRows, FileAnswer, FileQuestion, WrittenFormat } from './file-work.ts'

let worker: Worker | null = null
let lastId = 0

function ask(question: FileQuestion): Promise<FileAnswer> {
  worker ??= new FileWorker()
  const own = worker
  const id = ++lastId
  return new Promise((resolve, reject) => {
    const listen = ({ data }: MessageEvent<{ id: number; answer?: FileAnswer; error?: string }>) => {
      if (data.id !== id) return
      own.removeEventListener('message', listen)
      if (data.answer === undefined) reject(new Error(data.error))
      else resolve(data.answer)
    }
    own.addEventListener('message', listen)
    own.postMessage({ id, question })
  })
}

export async function openFile(file: File, lang: Lang): Promise<Extract<FileAnswer, { kind: 'opened' }>> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const answer = await ask({ kind: 'open', bytes, name: file.name, lang })
  if (answer.kind !== 'opened') throw new Error('the file worker answered another question')
  return answer
}

/** The texts of a list that was opened: a table of codes, of names. */
export async function readCells(file: File): Promise<CellRows> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const answer = await ask({ kind: 'cells', bytes, name: file.name })
  if (answer.kind !== 'cells') throw new Error('the file worker answered another question')
  return answer.rows
}

export async function writeForm(draft: Draft, format: WrittenFormat): Promise<Uint8Array> {
  const answer = await ask({ kind: 'write', draft, format })
  if (answer.kind !== 'written') throw new Error('the file worker answered another question')
  return answer.bytes
}

const types: Readonly<Record<WrittenFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
}

/** Hands a file to the browser to be saved. */
export function download(bytes: Uint8Array, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export async function downloadForm(draft: Draft, format: WrittenFormat, name: string): Promise<void> {
  download(await writeForm(draft, format), `${name.replaceAll(/[\\/:*?"<>|]/g, '_')}.${format}`, types[format])
}
