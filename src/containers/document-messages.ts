/** What readers of documents (docx, doc) say. Placeholders in braces are filled from the finding's data. */

import type { RuleTexts } from '../core/texts/index.ts'

export function documentRules(format: string): Readonly<Record<string, RuleTexts>> {
  return {
    [`${format}/not-read`]: {
      title: { zh: '文档有未读取的内容', en: 'parts of the document were not read' },
      messages: {
        pictures: {
          text: {
            zh: '文件“{name}”有 {count} 张图片，图中文字未读取',
            en: 'the file “{name}” has {count} pictures; text in them was not read',
          },
          advice: {
            zh: '如表格是图片，请提供原始文件或扫描件',
            en: 'where the form is a picture, give the original or the scan',
          },
        },
        numbering: {
          text: {
            zh: '文件“{name}”有 {count} 个段落使用自动编号，编号本身未读取',
            en: '{count} paragraphs of “{name}” are numbered by Word; the numbers themselves were not read',
          },
        },
        embedded: {
          text: {
            zh: '文件“{name}”嵌入了 {count} 个其他文档，未读取',
            en: 'the file “{name}” embeds {count} other documents; they were not read',
          },
          advice: {
            zh: '请将嵌入的内容复制到正文后重新保存',
            en: 'copy their content into the text and save the file again',
          },
        },
      },
    },
    [`${format}/hidden`]: {
      title: { zh: '文档有不显示的文字', en: 'the document holds text that does not show' },
      messages: {
        hidden: {
          text: {
            zh: '文件“{name}”有 {count} 处隐藏文字，未予读取',
            en: '{count} places of “{name}” hold hidden text; it was not read',
          },
          advice: { zh: '如应读取，请取消文字的隐藏格式', en: 'where it belongs, remove its hidden format' },
        },
        placeholders: {
          text: {
            zh: '文件“{name}”有 {count} 处内容控件未填写，仅显示提示文字，按空白读取',
            en: '{count} content controls of “{name}” only show what to type; they were read as blank',
          },
        },
        deleted: {
          text: {
            zh: '文件“{name}”有 {count} 处未接受的修订删除，按已删除处理；插入内容已读取',
            en: 'the file “{name}” tracks {count} deletions; they were taken as deleted, insertions were read',
          },
          advice: { zh: '请接受或拒绝全部修订后重新保存', en: 'accept or reject all changes and save the file again' },
        },
        covered: {
          text: {
            zh: '文件“{name}”有 {count} 处文字被合并单元格遮盖，未予读取',
            en: '{count} texts of “{name}” lie covered under merged cells; they were not read',
          },
          advice: { zh: '请取消合并并核对内容', en: 'split the merged cells and compare' },
        },
      },
    },
    [`${format}/symbol`]: {
      title: { zh: '有无法识别的符号', en: 'symbols that are not known' },
      messages: {
        unknown: {
          text: {
            zh: '文件“{name}”有 {count} 个符号字体的字符未能识别，已以“\ufffd”代替',
            en: '{count} characters of symbol fonts in “{name}” are not known; they are shown as “\ufffd”',
          },
          advice: { zh: '请核对这些内容', en: 'compare these places' },
        },
      },
    },
    [`${format}/furniture`]: {
      title: { zh: '页眉页脚不作为内容', en: 'headers and footers are no content' },
      messages: {
        headers: {
          text: {
            zh: '文件“{name}”的页眉、页脚有 {count} 行文字（“{text}”等），不作为表格内容，原文附后',
            en: 'headers and footers of “{name}” hold {count} lines (“{text}” …); they are no content and are quoted here',
          },
          advice: { zh: '如其中有应填报的内容，请移入正文', en: 'move into the text what belongs there' },
        },
      },
    },
    [`${format}/comment`]: {
      title: { zh: '文档有批注', en: 'the document carries comments' },
      messages: {
        comments: {
          text: {
            zh: '文件“{name}”有 {count} 条批注（“{text}”等），不作为表格内容，原文附后',
            en: 'the file “{name}” has {count} comments (“{text}” …); they are no content and are quoted here',
          },
          advice: {
            zh: '如批注内容应填入表格，请填写后重新保存',
            en: 'where they belong into the table, write them there',
          },
        },
      },
    },
    [`${format}/not-run`]: {
      title: { zh: '文件含有宏', en: 'the file holds macros' },
      messages: {
        macros: {
          text: { zh: '文件“{name}”含有宏，宏不会被运行', en: 'the file “{name}” holds macros; they are never run' },
        },
      },
    },
  }
}
