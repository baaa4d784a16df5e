/** What the PDF reader says. Placeholders in braces are filled from the finding's data. */

import type { Bilingual } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

const saveAgain: Bilingual = {
  zh: '请用 PDF 阅读软件打开后重新打印或另存为 PDF，或提供原始的 Excel、Word 文件',
  en: 'open it in a PDF viewer and print or save it anew as PDF, or give the original Excel or Word file',
}

const splitUp: Bilingual = {
  zh: '请只保留自评表所在的页，或拆分为多个文件后分别读取',
  en: 'keep only the pages of the self-evaluation form, or split the file into several',
}

const compare: Bilingual = { zh: '请对照原件逐项核对', en: 'compare it with the original item by item' }

export const pdfReaderRules: Readonly<Record<string, RuleTexts>> = {
  'pdf/unreadable': {
    title: { zh: '无法打开 PDF 文件', en: 'the PDF cannot be opened' },
    messages: {
      empty: {
        text: { zh: '文件“{name}”是空文件', en: 'the file “{name}” is empty' },
        advice: { zh: '请确认文件是否保存、上传完整', en: 'check that the file was saved and copied completely' },
      },
      protected: {
        text: { zh: '文件“{name}”设有打开密码，无法读取', en: 'the file “{name}” is protected by a password' },
        advice: { zh: '请取消打开密码后重新保存', en: 'remove the password and save the file again' },
      },
      damaged: {
        text: { zh: '文件“{name}”已损坏或不完整，无法打开', en: 'the file “{name}” is damaged or incomplete' },
        advice: saveAgain,
      },
      noContent: {
        text: { zh: '文件“{name}”的各页均无内容', en: 'no page of “{name}” holds anything' },
        advice: { zh: '请确认是否选错文件', en: 'check whether this is the right file' },
      },
    },
  },
  'pdf/too-large': {
    title: { zh: '文件超出读取上限', en: 'the file exceeds what is read' },
    messages: {
      bytes: {
        text: {
          zh: '文件“{name}”过大：{size}，上限为 {limit}',
          en: 'the file “{name}” is too large: {size}; the limit is {limit}',
        },
        advice: splitUp,
      },
      unpacked: {
        text: {
          zh: '文件“{name}”内有数据解压后超过 {limit}，为安全起见不予读取',
          en: 'data in “{name}” unpacks to more than {limit}; it is not read, for safety',
        },
        advice: saveAgain,
      },
      pages: {
        text: {
          zh: '文件“{name}”共 {count} 页，上限为 {limit} 页',
          en: 'the file “{name}” has {count} pages; the limit is {limit}',
        },
        advice: splitUp,
      },
      time: {
        text: {
          zh: '读取文件“{name}”用时过长，已在第 {page} 页停止，其后 {count} 页未读取',
          en: 'reading “{name}” took too long and stopped at page {page}; {count} pages were not read',
        },
        advice: splitUp,
      },
      overfull: {
        text: {
          zh: '文件“{name}”有 {count} 页内容过多（如第 {page} 页），未能读取',
          en: '{count} pages of “{name}” hold too much (page {page}, say) and were not read',
        },
        advice: saveAgain,
      },
      page: {
        text: {
          zh: '文件“{name}”有 {count} 页内容过多（如第 {page} 页），只读取了一部分',
          en: '{count} pages of “{name}” hold too much (page {page}, say); only part of it was read',
        },
        advice: saveAgain,
      },
    },
  },
  'pdf/damaged-page': {
    title: { zh: '有页面损坏', en: 'pages are damaged' },
    messages: {
      page: {
        text: {
          zh: '文件“{name}”有 {count} 页损坏（如第 {page} 页），未能读取',
          en: '{count} pages of “{name}” are damaged (page {page}, say) and were not read',
        },
        advice: saveAgain,
      },
    },
  },
  'pdf/picture-page': {
    title: { zh: '有页面是图片', en: 'pages are pictures' },
    messages: {
      picture: {
        text: {
          zh: '文件“{name}”有 {count} 页是图片（如第 {page} 页），页上没有可读取的文字',
          en: '{count} pages of “{name}” are pictures (page {page}, say) without any text to be read',
        },
        advice: {
          zh: '需要文字识别才能读取；也可提供原始的 Excel、Word 文件',
          en: 'text recognition is needed to read them; or give the original Excel or Word file',
        },
      },
      layer: {
        text: {
          zh: '文件“{name}”有 {count} 页是扫描件（如第 {page} 页），页上文字由其他软件识别，可能有误',
          en: '{count} pages of “{name}” are scans (page {page}, say); their text was recognised by another program and may be wrong',
        },
        advice: compare,
      },
      unreadable: {
        text: {
          zh: '文件“{name}”有 {count} 页的字体未注明文字编码（如第 {page} 页），看得见但读不出文字',
          en: 'fonts on {count} pages of “{name}” (page {page}, say) do not say which characters they show',
        },
        advice: {
          zh: '需要文字识别才能读取；也可提供原始的 Excel、Word 文件',
          en: 'text recognition is needed to read them; or give the original Excel or Word file',
        },
      },
    },
  },
  'pdf/unruled': {
    title: { zh: '表格没有画线', en: 'a table draws no lines' },
    messages: {
      table: {
        text: {
          zh: '文件“{name}”第 {page} 页起 {count} 页的表格没有画全表格线，行列由文字的位置推断',
          en: 'tables on {count} page(s) of “{name}”, from page {page} on, do not draw their lines: rows and columns are told by where texts stand',
        },
        advice: {
          zh: '请对照原件核对行列；如有原始的 Excel、Word 文件，请改用原始文件',
          en: 'compare rows and columns with the original; give the original Excel or Word file where there is one',
        },
      },
    },
  },
  'pdf/symbol': {
    title: { zh: '有无法识别的符号', en: 'symbols that are not known' },
    messages: {
      unknown: {
        text: {
          zh: '文件“{name}”有 {count} 个字符未能识别（如第 {page} 页），已以“\ufffd”代替',
          en: '{count} characters of “{name}” are not known (page {page}, say); they are shown as “\ufffd”',
        },
        advice: compare,
      },
    },
  },
  'pdf/not-read': {
    title: { zh: '文件有未读取的内容', en: 'parts of the file were not read' },
    messages: {
      pictures: {
        text: {
          zh: '文件“{name}”有 {count} 页含较大的图片（如第 {page} 页），图中文字未读取',
          en: '{count} pages of “{name}” hold a large picture (page {page}, say); text in it was not read',
        },
        advice: {
          zh: '如表格是图片，请提供原始文件或扫描件',
          en: 'where the form is a picture, give the original or the scan',
        },
      },
      comments: {
        text: {
          zh: '文件“{name}”有 {count} 条批注，未读取',
          en: 'the file “{name}” has {count} comments; they were not read',
        },
      },
      watermark: {
        text: {
          zh: '文件“{name}”有 {count} 页印有水印（如“{text}”），按装饰文字未予读取',
          en: '{count} pages of “{name}” bear a watermark (“{text}”); it was left out',
        },
      },
      pageNumbers: {
        text: {
          zh: '文件“{name}”有 {count} 处页码，未作为表格内容读取',
          en: '{count} page numbers of “{name}” were left out',
        },
      },
      repeated: {
        text: {
          zh: '文件“{name}”各页重复的页眉、页脚只读取一次，其余 {count} 处略去',
          en: 'running headers and footers of “{name}” were read once; {count} repetitions were left out',
        },
      },
    },
  },
  'pdf/hidden': {
    title: { zh: '文件有不显示的文字', en: 'the file holds text that does not show' },
    messages: {
      hidden: {
        text: {
          zh: '文件“{name}”有 {count} 页含不显示的文字（如第 {page} 页的“{text}”），未予读取',
          en: '{count} pages of “{name}” hold text that does not show (page {page}: “{text}”); it was not read',
        },
        advice: {
          zh: '如应读取，请改为可见后重新保存',
          en: 'where it belongs, make it visible and save the file again',
        },
      },
    },
  },
}
