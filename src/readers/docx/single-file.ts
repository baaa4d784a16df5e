/**
 * Documents that are one XML file: Word 2003 XML, which reporting systems fill from templates under the name .doc, and
 * packages written flat. Their elements go to the readers of the parts they would be in a package.
 */

import { type Attributes, attribute } from '../../containers/xml.ts'
import { type ParsedXml, parseXmlFile, xmlHead } from '../../containers/xml-file.ts'
import { DocumentReader } from './document-reader.ts'
import { limits } from './limits.ts'

export interface SingleFile extends ParsedXml {
  readonly body: DocumentReader
  /** Footnotes and endnotes. */
  readonly notes: DocumentReader
  /** Headers and footers of the page. */
  readonly furniture: DocumentReader
  readonly comments: DocumentReader
}

type Part = 'body' | 'notes' | 'furniture' | 'comments'

/** What Word 2003 calls otherwise. */
const renamed: Readonly<Record<string, string>> = { vmerge: 'vMerge', hmerge: 'hMerge', listPr: 'numPr', ilfo: 'numId' }

/** Tracked changes and comments of Word 2003 are told apart by their type alone. */
const annotations: Readonly<Record<string, string>> = {
  'Word.Deletion': 'del',
  'Word.Formatting': 'rPrChange',
  'Word.Comment': 'comment',
}

/** Elements that begin another part, wherever they stand. */
const begins: Readonly<Record<string, Part>> = {
  body: 'body',
  hdr: 'furniture',
  ftr: 'furniture',
  footnote: 'notes',
  endnote: 'notes',
  comment: 'comments',
}

/** Parts of a flat package by their paths; others hold no text of the page. */
function partOf(path: string): Part | null {
  if (/^\/?word\/document\d*\.xml$/i.test(path)) return 'body'
  if (/^\/?word\/(?:header|footer)\d*\.xml$/i.test(path)) return 'furniture'
  if (/^\/?word\/(?:footnotes|endnotes)\d*\.xml$/i.test(path)) return 'notes'
  return /^\/?word\/comments\d*\.xml$/i.test(path) ? 'comments' : null
}

/** Whether the first bytes are those of such a document. */
export function looksLikeSingleFile(firstBytes: Uint8Array): boolean {
  const head = xmlHead(firstBytes)
  if (/<(?:\w+:)?wordDocument\b/.test(head)) return true
  return /<(?:\w+:)?package\b[^>]*office\/2006\/xmlPackage/.test(head) && /word\/|Word\.Document/.test(head)
}

interface OpenElement {
  readonly name: string
  readonly part: Part | null
}

export function readSingleFile(bytes: Uint8Array): SingleFile {
  const body = new DocumentReader()
  const readers: Record<Part, DocumentReader | null> = { body, notes: null, furniture: null, comments: null }
  // A part that begins after the text counts its paragraphs on from there.
  const readerOf = (part: Part): DocumentReader => {
    readers[part] ??= new DocumentReader(body.paragraphs)
    return readers[part]
  }
  const elements: OpenElement[] = []
  const place = (element: string, attributes: Attributes): OpenElement => {
    const within = elements.at(-1)?.part ?? null
    if (element === 'part') return { name: element, part: partOf(attribute(attributes, 'name') ?? '') }
    const name =
      element === 'annotation'
        ? (annotations[attribute(attributes, 'type') ?? ''] ?? element)
        : (renamed[element] ?? element)
    const begun = Object.hasOwn(begins, name) ? begins[name]! : within
    return { name, part: begun }
  }
  const parsed = parseXmlFile(
    bytes,
    {
      open: (element, attributes) => {
        const opened = place(element, attributes)
        elements.push(opened)
        if (opened.part !== null) readerOf(opened.part).open(opened.name, attributes)
      },
      text: (text) => {
        const part = elements.at(-1)?.part ?? null
        if (part !== null) readerOf(part).text(text)
      },
      close: () => {
        const { name, part } = elements.pop()!
        if (part !== null) readerOf(part).close(name)
      },
      isFull: () => body.exceeded || readers.notes?.exceeded === true,
    },
    { nesting: limits.nesting, elements: limits.elements },
  )
  const finished = (part: Part) => {
    const reader = readerOf(part)
    reader.finish()
    return reader
  }
  return {
    ...parsed,
    body: finished('body'),
    notes: finished('notes'),
    furniture: finished('furniture'),
    comments: finished('comments'),
  }
}
