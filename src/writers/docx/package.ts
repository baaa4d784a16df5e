/** The package around a document: its parts, how they name one another, the zip. Same parts, same bytes. */

import { strToU8, zipSync } from 'fflate'
import { escapeXml } from './xml-text.ts'

export const mainNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
export const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORDS = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The first day a zip can name. Built from its parts, since that is how it is taken apart: no time zone gets in. */
const firstDay = () => new Date(1980, 0, 1, 0, 0, 0)

const parts = [
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['settings', 'settings'],
  ['footer1', 'footer'],
] as const

const contentTypes = [
  `<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  '<Default Extension="emf" ContentType="image/x-emf"/>',
  ...parts.map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${WORDS}.${type}+xml"/>`),
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('')

const packageParts = [
  `<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${relationNamespace}/officeDocument" Target="word/document.xml"/>`,
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('')

/** A document of today's format, so that programs open it without their mode for older ones. */
const settings = `<w:settings ${mainNamespace}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

/** By which the section names its footer. */
export const footerId = 'rId3'

/** By which the body names a picture, from 0. */
export function pictureId(index: number): string {
  return `rId${index + 4}`
}

export interface DocumentParts {
  /** The inside of `<w:body>`. */
  readonly body: string
  readonly styles: string
  readonly footer: string
  /** In the properties of the document. */
  readonly title: string
  /** Further namespaces of the document. */
  readonly namespaces?: string
  /** EMF. */
  readonly pictures?: readonly Uint8Array[]
}

export function packDocument({
  body,
  styles,
  footer,
  title,
  namespaces = '',
  pictures = [],
}: DocumentParts): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationNamespace}/${type}" Target="${target}"/>`
  const relations = [
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    relation('rId1', 'styles', 'styles.xml'),
    relation('rId2', 'settings', 'settings.xml'),
    relation(footerId, 'footer', 'footer1.xml'),
    ...pictures.map((_, index) => relation(pictureId(index), 'image', `media/image${index + 1}.emf`)),
    '</Relationships>',
  ].join('')
  const document = `<w:document ${mainNamespace} xmlns:r="${relationNamespace}"${namespaces}><w:body>${body}</w:body></w:document>`
  const core = `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`
  const files: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageParts],
    ['word/document.xml', document],
    ['word/_rels/document.xml.rels', relations],
    ['word/styles.xml', styles],
    ['word/settings.xml', settings],
    ['word/footer1.xml', footer],
    ['docProps/core.xml', core],
  ]
  const packed = files.map(([path, xml]) => [path, strToU8(DECLARATION + xml)] as const)
  const media = pictures.map((bytes, index) => [`word/media/image${index + 1}.emf`, bytes] as const)
  return zipSync(Object.fromEntries([...packed, ...media]), { level: 6, mtime: firstDay(), os: 0 })
}

/** A field that the program works out: PAGE, NUMPAGES. */
export function field(code: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}
