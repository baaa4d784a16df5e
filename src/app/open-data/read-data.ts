/** Open data taken back: forms from JSON, or from the tables of a package. Content decides, never the name. */

import { decodeText } from '../../containers/encoding.ts'
import { finding, megabytes } from '../../containers/findings.ts'
import { ZipPackage } from '../../containers/zip.ts'
import type { Finding, Form, Outcome, Recognition } from '../../core/model/index.ts'
import { readCsv } from '../../readers/csv/index.ts'
import { formSchema } from '../schema/form-schema.ts'
import { formDataSchema } from './form-data-schema.ts'
import { formFromJson } from './form-json.ts'
import { formFromTables } from './from-tables.ts'
import { packageFile } from './package.ts'
import { asJson, type Patch, patched } from './patches.ts'
import { dataMark } from './publish.ts'
import { tables } from './tables.ts'
import type { TableTexts } from './to-tables.ts'

const limits = { bytes: 64 * 1024 * 1024, entries: 200, unpackedBytes: 256 * 1024 * 1024 } as const

type Forms = Outcome<readonly Form[]>

function refuse(message: string, data: Readonly<Record<string, string | number>>): Forms {
  return { value: [], findings: [finding('data/unreadable', message, 'error', data)] }
}

function tooLarge(bytes: Uint8Array, name: string): Forms | null {
  if (bytes.length <= limits.bytes) return null
  const data = { name, size: megabytes(bytes.length), limit: megabytes(limits.bytes) }
  return { value: [], findings: [finding('data/too-large', 'bytes', 'error', data)] }
}

/** Where a text differs from the schema: 'forms.0.form.kind'. */
function placeOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  const [first] = issues
  return first === undefined ? '' : `${first.path.map(String).join('.')}: ${first.message}`
}

export function formsOfJson(bytes: Uint8Array, name: string): Forms {
  const large = tooLarge(bytes, name)
  if (large !== null) return large
  let json: unknown
  try {
    json = JSON.parse(decodeText(bytes).text)
  } catch {
    return refuse('json', { name })
  }
  const parsed = formDataSchema.safeParse(json)
  if (!parsed.success) return refuse('shape', { name, place: placeOf(parsed.error.issues) })
  return { value: parsed.data.forms.map(({ form }) => formFromJson(form)), findings: [] }
}

/** A package with a descriptor of ours. */
export function isDataPackage(bytes: Uint8Array): boolean {
  const zip = ZipPackage.open(bytes, limits)
  if (typeof zip === 'string') return false
  const text = partOf(zip, packageFile)
  return text !== null && decodeText(text).text.includes(dataMark)
}

function partOf(zip: ZipPackage, path: string): Uint8Array | null {
  const entry = zip.entries.get(path)
  if (entry === undefined) return null
  const pieces: Uint8Array[] = []
  const problem = zip.unpack(entry, (piece) => {
    pieces.push(Uint8Array.from(piece))
    return true
  })
  return problem === null ? Buffer.concat(pieces) : null
}

/** A table's header and lines. */
function linesOf(bytes: Uint8Array, name: string): readonly (readonly string[])[] | null {
  const [grid] = readCsv(bytes, name).value
  if (grid === undefined) return null
  const lines = Array.from({ length: grid.rowCount }, (): string[] =>
    Array.from({ length: grid.columnCount }, () => ''),
  )
  for (const { row, column, text } of grid.cells) lines[row]![column] = text
  return lines.filter((line, row) => row === 0 || line.some((text) => text !== ''))
}

/** What the texts alone do not give, by the number of the form. */
function patchesOf(tableTexts: TableTexts): ReadonlyMap<string, readonly Patch[]> | null {
  const patches = new Map<string, Patch[]>()
  const [header = [], ...lines] = tableTexts.readings ?? []
  const [form, path, value] = ['form', 'path', 'value'].map((column) => header.indexOf(column))
  for (const line of lines) {
    const own = patches.get(line[form!] ?? '') ?? []
    patches.set(line[form!] ?? '', own)
    const text = line[value!] ?? ''
    try {
      own.push({ path: line[path!] ?? '', value: text === '' ? undefined : JSON.parse(text) })
    } catch {
      return null
    }
  }
  return patches
}

export function formsOfPackage(bytes: Uint8Array, name: string): Forms {
  const large = tooLarge(bytes, name)
  if (large !== null) return large
  const zip = ZipPackage.open(bytes, limits)
  if (typeof zip === 'string') return refuse('part', { name, part: packageFile })
  const texts: Record<string, readonly (readonly string[])[]> = {}
  for (const { name: table } of tables) {
    const file = `${table}.csv`
    const part = partOf(zip, file)
    const lines = part === null ? null : linesOf(part, file)
    if (lines === null) return refuse('part', { name, part: file })
    texts[table] = lines
  }
  const patches = patchesOf(texts)
  if (patches === null) return refuse('part', { name, part: 'readings.csv' })
  const [header = [], ...heads] = texts.head ?? []
  const numbers = heads.map((line) => line[header.indexOf('form')] ?? '')
  const forms: Form[] = []
  const findings: Finding[] = []
  for (const [at, plain] of formFromTables(texts).entries()) {
    const parsed = formSchema.safeParse(patched(asJson(plain), patches.get(numbers[at]!) ?? []))
    if (parsed.success) forms.push(formFromJson(parsed.data))
    else findings.push(finding('data/unreadable', 'shape', 'error', { name, place: placeOf(parsed.error.issues) }))
  }
  return { value: forms, findings }
}

/** Forms that need no recognising, as what recognising gives: nothing was unread. */
export function asRecognised(forms: readonly Form[]): readonly Recognition[] {
  return forms.map((form) => ({ form, events: [], residue: { used: 0, ignored: [], unread: [] } }))
}
