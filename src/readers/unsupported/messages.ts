/** What is said of files in formats that are known and not read. Placeholders in braces are filled from the finding's data. */

import type { Bilingual } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

export type UnsupportedKind =
  | 'rtf'
  | 'odt'
  | 'flatOdf'
  | 'uof'
  | 'ofd'
  | 'presentation'
  | 'archive'
  | 'picture'
  | 'other'

function told(what: Bilingual, advice: Bilingual): RuleTexts['messages'][string] {
  return {
    text: {
      zh: `文件“{name}”是${what.zh}，暂不支持读取`,
      en: `the file “{name}” is ${what.en}, which is not read`,
    },
    advice,
  }
}

const asDocx: Bilingual = {
  zh: '请用 Word 或 WPS 打开后另存为 docx 格式',
  en: 'open it in Word or WPS and save it as docx',
}
const asOffice: Bilingual = {
  zh: '请用原软件打开后另存为 docx 或 xlsx 格式',
  en: 'open it in the program it was made with and save it as docx or xlsx',
}

const messages: Readonly<Record<UnsupportedKind, RuleTexts['messages'][string]>> = {
  rtf: told({ zh: ' RTF 文档', en: 'an RTF document' }, asDocx),
  odt: told({ zh: ' OpenDocument 文字文档（odt）', en: 'an OpenDocument text (odt)' }, asDocx),
  flatOdf: told({ zh: ' OpenDocument 单文件文档', en: 'an OpenDocument file in one piece' }, asOffice),
  uof: told({ zh: '“标文通”文档（UOF）', en: 'a document of the Uniform Office Format (UOF)' }, asOffice),
  ofd: told(
    { zh: ' OFD 版式文档', en: 'an OFD document' },
    {
      zh: '请用 OFD 阅读器打开后导出为 PDF，或提供原始的 docx、xlsx 文件',
      en: 'export it as PDF from an OFD reader, or give the docx or xlsx it was made from',
    },
  ),
  presentation: told({ zh: '演示文稿', en: 'a presentation' }, asOffice),
  archive: told(
    { zh: '压缩包', en: 'a packed archive' },
    { zh: '请解压后读取其中的文件，或改用 zip 压缩包', en: 'unpack it and read the files in it, or pack them as zip' },
  ),
  picture: told(
    { zh: '不支持的图片格式（GIF、HEIC 等）', en: 'a picture in a format such as GIF or HEIC' },
    { zh: '请另存为 png 或 jpg 格式', en: 'save it as png or jpg' },
  ),
  other: told({ zh: '无法识别的格式', en: 'in a format that is not known' }, asOffice),
}

export const unsupportedReaderRules: Readonly<Record<string, RuleTexts>> = {
  'unsupported/format': {
    title: { zh: '文件格式不支持', en: 'the format of the file is not read' },
    messages,
  },
}
