/** What is said of compound files that hold no table. Placeholders in braces are filled from the finding's data. */

import type { RuleTexts } from '../../core/texts/index.ts'

const saveAs = {
  zh: '请用原软件打开后另存为 xlsx、docx 或 pdf 格式',
  en: 'open it in the program it was made with and save it as xlsx, docx or pdf',
}

export const compoundReaderRules: Readonly<Record<string, RuleTexts>> = {
  'compound/unreadable': {
    title: { zh: '无法打开文件', en: 'the file cannot be opened' },
    messages: {
      encrypted: {
        text: {
          zh: '文件“{name}”是设有打开密码的 Office 文档，无法读取',
          en: 'the file “{name}” is an Office document protected by a password and cannot be read',
        },
        advice: { zh: '请取消打开密码后重新保存', en: 'remove the password and save the file again' },
      },
      presentation: {
        text: { zh: '文件“{name}”是演示文稿，没有可读取的自评表', en: 'the file “{name}” is a presentation' },
        advice: saveAs,
      },
      mail: {
        text: {
          zh: '文件“{name}”是邮件，附件未读取',
          en: 'the file “{name}” is a mail; what is attached was not read',
        },
        advice: { zh: '请将附件另存后读取', en: 'save what is attached and read that' },
      },
      other: {
        text: {
          zh: '文件“{name}”是旧版办公软件的文档，其中没有可识别的表格或文字',
          en: 'the file “{name}” is a document of an old office program, without a table or text that is known',
        },
        advice: saveAs,
      },
      damaged: {
        text: {
          zh: '文件“{name}”是旧版办公软件的文档，已损坏或不完整',
          en: 'the file “{name}” is a document of an old office program, damaged or incomplete',
        },
        advice: saveAs,
      },
    },
  },
}
