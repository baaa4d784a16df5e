/** What the html reader says. Placeholders in braces are filled from the finding's data. */

import type { RuleTexts } from '../../core/texts/index.ts'

export const htmlReaderRules: Readonly<Record<string, RuleTexts>> = {
  'html/unreadable': {
    title: { zh: '无法按网页读取', en: 'the file cannot be read as html' },
    messages: {
      empty: {
        text: { zh: '文件“{name}”中没有可见的文字', en: 'the file “{name}” shows no text' },
        advice: {
          zh: '内容可能由脚本在浏览器中生成。请在浏览器中另存为网页或复制表格后再读取',
          en: 'the page may be made by scripts in the browser: save it from there, or copy the table',
        },
      },
      binary: {
        text: { zh: '文件“{name}”不是网页文件', en: 'the file “{name}” is no html' },
        advice: { zh: '请确认是否选错文件', en: 'check whether this is the right file' },
      },
    },
  },
  'html/too-large': {
    title: { zh: '文件超出读取上限', en: 'the file exceeds what is read' },
    messages: {
      bytes: {
        text: {
          zh: '文件“{name}”过大：{size}，上限为 {limit}',
          en: 'the file “{name}” is too large: {size}; the limit is {limit}',
        },
        advice: { zh: '请只保留自评表部分', en: 'keep only the self-evaluation form' },
      },
      cells: {
        text: {
          zh: '文件“{name}”的表格单元格超过 {limit} 个，已停止读取',
          en: 'the tables of “{name}” hold more than {limit} cells; reading stopped',
        },
        advice: { zh: '请只保留自评表部分', en: 'keep only the self-evaluation form' },
      },
      nesting: {
        text: {
          zh: '文件“{name}”的标签嵌套超过 {limit} 层，已停止读取',
          en: 'the elements of “{name}” are nested deeper than {limit} levels; reading stopped',
        },
        advice: { zh: '请在浏览器中打开并另存后再读取', en: 'open the page in a browser, save it anew, and read that' },
      },
    },
  },
  'html/damaged': {
    title: { zh: '文件有部分内容损坏', en: 'part of the file is damaged' },
    messages: {
      characters: {
        text: {
          zh: '文件“{name}”中有 {count} 处字符无法识别，已以“\ufffd”代替',
          en: 'the file “{name}” holds {count} characters that cannot be decoded; they are shown as “\ufffd”',
        },
        advice: { zh: '请核对这些内容', en: 'compare these places' },
      },
    },
  },
  'html/hidden': {
    title: { zh: '网页有隐藏的文字', en: 'the page hides text' },
    messages: {
      hidden: {
        text: {
          zh: '文件“{name}”有 {count} 处文字在页面上不显示，未予读取',
          en: '{count} places of “{name}” hold text that the page does not show; it was not read',
        },
        advice: {
          zh: '如应读取，请在浏览器中展开后另存',
          en: 'where it belongs, unfold it in a browser and save the page',
        },
      },
      beside: {
        text: {
          zh: '文件“{name}”有 {count} 处内容由网页注明为表外内容（问题标记、计算过程等），未作为表格读取',
          en: '{count} places of “{name}” are marked by the page as standing beside the form (findings, computations); they were not read',
        },
        advice: {
          zh: '只读取其中的自评表；如有应读取的内容，请另存为表格文件',
          en: 'the form alone was read; what belongs to it should be saved as a file of its own',
        },
      },
    },
  },
  'html/not-read': {
    title: { zh: '网页有未读取的图片', en: 'pictures of the page were not read' },
    messages: {
      pictures: {
        text: {
          zh: '文件“{name}”内含 {count} 张图片，图中文字未读取',
          en: 'the page “{name}” holds {count} pictures; text in them was not read',
        },
        advice: {
          zh: '如表格是图片，请提供原始文件或扫描件',
          en: 'where the form is a picture, give the original or the scan',
        },
      },
      linked: {
        text: {
          zh: '文件“{name}”引用了 {count} 张存放在别处的图片，不会打开，未读取',
          en: 'the page “{name}” shows {count} pictures that stand elsewhere; they are never fetched and were not read',
        },
        advice: {
          zh: '如表格是其中的图片，请在浏览器中将图片另存后直接读取',
          en: 'where the form is one of them, save the picture from the browser and read that',
        },
      },
    },
  },
}
