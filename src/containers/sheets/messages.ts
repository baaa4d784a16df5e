/** What readers of workbooks say of sheets. Placeholders in braces are filled from the finding's data. */

import type { RuleTexts } from '../../core/texts/index.ts'

export function sheetRules(format: string): Readonly<Record<string, RuleTexts>> {
  return {
    [`${format}/too-many-parts`]: {
      title: { zh: '工作簿超出读取上限', en: 'the workbook exceeds what is read' },
      messages: {
        sheets: {
          text: {
            zh: '文件“{name}”有 {count} 张工作表，只读取前 {limit} 张',
            en: 'the file “{name}” has {count} sheets; the first {limit} were read',
          },
          advice: { zh: '请拆分为多个文件', en: 'split the file into several' },
        },
        repeats: {
          text: {
            zh: '工作表“{sheet}”有 {count} 处内容（{cells}）被重复填充很多行或列，只读取了其中一部分',
            en: 'the sheet “{sheet}” repeats {count} texts ({cells}) over very many rows or columns; a part of them was read',
          },
          advice: { zh: '请清除表格以外的重复内容', en: 'clear what is repeated outside the tables' },
        },
        merges: {
          text: {
            zh: '工作表“{sheet}”的合并区域超过 {limit} 处，其余按未合并处理',
            en: 'the sheet “{sheet}” has more than {limit} merged ranges; the rest are read as not merged',
          },
          advice: { zh: '请清理表格以外的合并单元格', en: 'clear merged cells outside the tables' },
        },
      },
    },
    [`${format}/formula-without-value`]: {
      title: { zh: '公式没有计算结果', en: 'formulas carry no result' },
      messages: {
        formulas: {
          text: {
            zh: '工作表“{sheet}”有 {count} 个公式单元格没有保存计算结果（{cells}），按空白读取',
            en: 'the sheet “{sheet}” has {count} formulas without a saved result ({cells}); they were read as blank',
          },
          advice: {
            zh: '请用 Excel 或 WPS 打开文件，重新计算并保存后再读取',
            en: 'open the file in Excel or WPS, let it calculate, save it, and read it again',
          },
        },
        computed: {
          text: {
            zh: '工作表“{sheet}”有 {count} 个公式单元格没有保存计算结果（{cells}），已按公式计算后读取',
            en: 'the sheet “{sheet}” has {count} formulas without a saved result ({cells}); they were worked out',
          },
          advice: {
            zh: '请核对计算结果，或用 Excel、WPS 重新计算并保存',
            en: 'compare the results, or let Excel or WPS calculate and save the file',
          },
        },
      },
    },
    [`${format}/comment`]: {
      title: { zh: '单元格有批注', en: 'cells carry comments' },
      messages: {
        comments: {
          text: {
            zh: '工作表“{sheet}”有 {count} 条批注（{cells}），不作为表格内容，原文附后',
            en: 'the sheet “{sheet}” has {count} comments ({cells}); they are no content of the table and are quoted here',
          },
          advice: {
            zh: '如批注内容应填入表格，请填写后重新保存',
            en: 'where they belong into the table, write them there',
          },
        },
        more: {
          text: {
            zh: '工作表“{sheet}”另有 {count} 条批注未逐条列出',
            en: 'the sheet “{sheet}” has {count} more comments that are not quoted',
          },
          advice: { zh: '请在原文件中查看', en: 'look at them in the file' },
        },
      },
    },
    [`${format}/not-run`]: {
      title: { zh: '文件含有宏或外部链接', en: 'the file holds macros or links to other files' },
      messages: {
        macros: {
          text: {
            zh: '文件“{name}”含有宏，宏不会被运行',
            en: 'the file “{name}” holds macros; they are never run',
          },
        },
        links: {
          text: {
            zh: '文件“{name}”引用了其他文件，不会打开；单元格按已保存的结果读取',
            en: 'the file “{name}” refers to other files; they are not opened, cells are read by their saved results',
          },
          advice: { zh: '请核对引用其他文件的数据', en: 'compare figures that come from other files' },
        },
      },
    },
    [`${format}/error-value`]: {
      title: { zh: '单元格为公式错误值', en: 'cells show formula errors' },
      messages: {
        errors: {
          text: {
            zh: '工作表“{sheet}”有 {count} 个单元格显示公式错误（{cells}）',
            en: 'the sheet “{sheet}” has {count} cells that show a formula error ({cells})',
          },
          advice: { zh: '请更正公式后重新保存', en: 'correct the formulas and save the file again' },
        },
      },
    },
    [`${format}/number-format`]: {
      title: { zh: '数字显示方式需要留意', en: 'mind how figures are shown' },
      messages: {
        notUnderstood: {
          text: {
            zh: '工作表“{sheet}”有 {count} 个单元格的数字格式未能识别（{cells}），按原值读取',
            en: 'the number format of {count} cells of “{sheet}” is not known ({cells}); the plain value was read',
          },
          advice: { zh: '请核对这些单元格的显示内容', en: 'compare these cells with what the sheet shows' },
        },
        hidden: {
          text: {
            zh: '工作表“{sheet}”有 {count} 个数值按单元格格式不显示（{cells}），按空白读取',
            en: 'the sheet “{sheet}” has {count} figures that its formats do not show ({cells}); they were read as blank',
          },
          advice: { zh: '如应显示，请修改单元格格式', en: 'change the number format where they ought to show' },
        },
      },
    },
    [`${format}/hidden`]: {
      title: { zh: '工作簿有隐藏内容', en: 'parts of the workbook are hidden' },
      messages: {
        sheet: {
          text: {
            zh: '工作表“{sheet}”已隐藏，仍予读取',
            en: 'the sheet “{sheet}” is hidden; it was read all the same',
          },
          advice: { zh: '如不应纳入，请删除该工作表', en: 'delete the sheet where it does not belong' },
        },
        rows: {
          text: {
            zh: '工作表“{sheet}”有 {count} 个隐藏行含有文字（第{which}行），仍予读取',
            en: '{count} hidden rows of “{sheet}” hold text (row {which}); they were read all the same',
          },
          advice: { zh: '如不应纳入，请删除这些行', en: 'delete these rows where they do not belong' },
        },
        columns: {
          text: {
            zh: '工作表“{sheet}”有 {count} 个隐藏列含有文字（{which}列），仍予读取',
            en: '{count} hidden columns of “{sheet}” hold text (column {which}); they were read all the same',
          },
          advice: { zh: '如不应纳入，请删除这些列', en: 'delete these columns where they do not belong' },
        },
      },
    },
    [`${format}/covered-text`]: {
      title: { zh: '合并单元格下有被遮盖的文字', en: 'text lies covered under merged cells' },
      messages: {
        covered: {
          text: {
            zh: '工作表“{sheet}”有 {count} 处文字被合并单元格遮盖（{cells}），打印时不可见，未予读取',
            en: '{count} texts of “{sheet}” lie covered under merged cells ({cells}); they do not print and were not read',
          },
          advice: { zh: '请取消合并并核对内容', en: 'split the merged cells and compare' },
        },
        overlapping: {
          text: {
            zh: '工作表“{sheet}”有 {count} 处合并区域相互重叠（{cells}），按未合并处理',
            en: '{count} merged ranges of “{sheet}” overlap others ({cells}); they were read as not merged',
          },
          advice: { zh: '请核对这些单元格', en: 'compare these cells' },
        },
      },
    },
    [`${format}/misplaced-cell`]: {
      title: { zh: '单元格位置或内容标注有误', en: 'cells are not where or what they say' },
      messages: {
        place: {
          text: {
            zh: '工作表“{sheet}”有 {count} 个单元格的位置标注无法识别，按先后顺序读取',
            en: 'the places of {count} cells of “{sheet}” cannot be read; they were taken in order',
          },
          advice: { zh: '请核对这些单元格', en: 'compare these cells' },
        },
        missingText: {
          text: {
            zh: '工作表“{sheet}”有 {count} 个单元格的文字缺失（{cells}）',
            en: 'the texts of {count} cells of “{sheet}” are missing ({cells})',
          },
          advice: { zh: '请用 Excel 或 WPS 修复后另存', en: 'repair the file in Excel or WPS and save it anew' },
        },
      },
    },
    [`${format}/not-read`]: {
      title: { zh: '工作簿有未读取的内容', en: 'parts of the workbook were not read' },
      messages: {
        pictures: {
          text: {
            zh: '工作表“{sheet}”有 {count} 张图片，图中文字未读取',
            en: 'the sheet “{sheet}” has {count} pictures; text in them was not read',
          },
          advice: {
            zh: '如表格是图片，请提供原始文件或扫描件',
            en: 'where the form is a picture, give the original or the scan',
          },
        },
      },
    },
  }
}
