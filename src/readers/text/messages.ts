/** What the text reader says. Placeholders in braces are filled from the finding's data. */

import type { Bilingual } from '../../core/model/index.ts'

interface RuleTexts {
  readonly title: Bilingual
  readonly messages: Readonly<Record<string, { readonly text: Bilingual; readonly advice: Bilingual }>>
}

export type TextReaderRule = 'text/empty' | 'text/binary' | 'text/too-large' | 'text/too-many-lines' | 'text/damaged'

export const textReaderRules: Readonly<Record<TextReaderRule, RuleTexts>> = {
  'text/empty': {
    title: { zh: '文件为空', en: 'the file is empty' },
    messages: {
      empty: {
        text: { zh: '文件“{name}”中没有可读取的文字', en: 'the file “{name}” holds no text' },
        advice: {
          zh: '请确认导出或复制是否成功，再重新选择文件',
          en: 'check that the export or copy succeeded, then choose the file again',
        },
      },
    },
  },
  'text/binary': {
    title: { zh: '不是文本文件', en: 'not a text file' },
    messages: {
      unknown: {
        text: {
          zh: '文件“{name}”既不是文本，也不是能读取的表格、文档、PDF 或图片，或已损坏',
          en: 'the file “{name}” is neither text nor a sheet, document, PDF or picture that is read, or it is damaged',
        },
        advice: {
          zh: '请确认文件能用原来的软件打开；可提供 xlsx、docx、PDF、扫描图片或文本',
          en: 'check that the program it was made with opens it; give xlsx, docx, PDF, a scan or text',
        },
      },
      binary: {
        text: {
          zh: '文件“{name}”不是文本文件（内容疑为 {looksLike}），无法按文本读取',
          en: 'the file “{name}” is not text (it looks like {looksLike}) and cannot be read as text',
        },
        advice: {
          zh: '请提供文本文件，或先将表格另存为制表符分隔的文本',
          en: 'give a text file, or save the table as tab-separated text first',
        },
      },
    },
  },
  'text/too-large': {
    title: { zh: '文件过大', en: 'the file is too large' },
    messages: {
      bytes: {
        text: {
          zh: '文件“{name}”为 {size}，超过上限 {limit}',
          en: 'the file “{name}” has {size}; the limit is {limit}',
        },
        advice: {
          zh: '请只保留自评表部分，或拆分为多个文件后分别读取',
          en: 'keep only the self-evaluation form, or split the file',
        },
      },
      cells: {
        text: {
          zh: '文件“{name}”的表格超过 {limit} 个单元格，已停止读取',
          en: 'the tables of “{name}” have more than {limit} cells; reading stopped',
        },
        advice: {
          zh: '请只保留自评表部分，或拆分为多个文件后分别读取',
          en: 'keep only the self-evaluation form, or split the file',
        },
      },
    },
  },
  'text/too-many-lines': {
    title: { zh: '文件行数过多', en: 'the file has too many lines' },
    messages: {
      lines: {
        text: {
          zh: '文件“{name}”超过 {limit} 行，已停止读取',
          en: 'the file “{name}” has more than {limit} lines; reading stopped',
        },
        advice: {
          zh: '绩效自评表不会有这么多行，请确认是否选错文件',
          en: 'no self-evaluation form has that many lines: check whether this is the right file',
        },
      },
    },
  },
  'text/damaged': {
    title: { zh: '部分字符无法识别', en: 'some characters cannot be decoded' },
    messages: {
      characters: {
        text: {
          zh: '文件“{name}”中有 {count} 处字符无法识别，已以“�”代替',
          en: 'the file “{name}” holds {count} characters that cannot be decoded; they are shown as “�”',
        },
        advice: {
          zh: '请以 UTF-8 或 GB18030 编码重新保存文件',
          en: 'save the file again as UTF-8 or GB18030',
        },
      },
    },
  },
}
