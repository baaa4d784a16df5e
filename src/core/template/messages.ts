/** What is said when a form is written into a blank one. Placeholders in braces are filled from the finding's data. */

import type { Severity } from '../model/index.ts'
import type { RuleTexts } from '../texts/index.ts'

export type TemplateRule =
  | 'template/no-form'
  | 'template/layout'
  | 'template/other-kind'
  | 'template/money-unit'
  | 'template/no-place'
  | 'template/left-blank'
  | 'template/kept-text'
  | 'template/formulas-kept'
  | 'template/rows-added'
  | 'template/label-added'
  | 'template/reads-otherwise'

export const templateRules: Readonly<Record<TemplateRule, RuleTexts & { readonly severity: Severity }>> = {
  'template/no-form': {
    title: { zh: '模板中没有可填写的自评表', en: 'the template holds no form to fill in' },
    severity: 'error',
    messages: {
      none: {
        text: {
          zh: '模板“{name}”中没有认出自评表的表头（如三级指标、年度指标值、分值、得分），未填写',
          en: 'no header of a self-evaluation form was found in the template “{name}”; nothing was written',
        },
        advice: {
          zh: '请提供主管部门下发的空白自评表；如表头是图片，请改用可编辑的文件',
          en: 'give the blank form as the bureau sent it; a header that is a picture cannot be read',
        },
      },
    },
  },
  'template/layout': {
    title: { zh: '模板的版式', en: 'the layout of the template' },
    severity: 'info',
    messages: {
      known: {
        text: { zh: '模板的版式已认出：{layout}', en: 'the layout of the template is known: {layout}' },
      },
      unknown: {
        text: {
          zh: '模板的版式未收录，按其表头文字逐栏填写',
          en: 'the layout of the template is not known; each column was found by the words of its header',
        },
      },
      several: {
        text: {
          zh: '模板中有 {count} 张自评表，已填写最相符的一张',
          en: 'the template holds {count} forms; the one that fits best was filled in',
        },
        advice: { zh: '如应填写另一张，请只保留那一张后重新填写', en: 'where another was meant, keep only that one' },
      },
    },
  },
  'template/other-kind': {
    title: { zh: '模板与表的种类不同', en: 'the template is for another kind of form' },
    severity: 'warning',
    messages: {
      department: {
        text: {
          zh: '表是部门整体支出自评表，模板是项目支出自评表',
          en: 'the form evaluates a department, the template is for a project',
        },
        advice: { zh: '请确认是否选错模板', en: 'check whether this is the right template' },
      },
      project: {
        text: {
          zh: '表是项目支出自评表，模板是部门整体支出自评表',
          en: 'the form evaluates a project, the template is for a department',
        },
        advice: { zh: '请确认是否选错模板', en: 'check whether this is the right template' },
      },
    },
  },
  'template/money-unit': {
    title: { zh: '模板的金额单位与表不同', en: 'the template counts money in another unit' },
    severity: 'warning',
    messages: {
      differs: {
        text: {
          zh: '模板的金额单位是{printed}，表的金额单位是{unit}；金额按表中数字填写，没有换算',
          en: 'the template counts money in {printed}, the form in {unit}; figures were written as they are, not converted',
        },
        advice: { zh: '请换算金额，或改正模板的金额单位', en: 'convert the figures, or mend the unit of the template' },
      },
    },
  },
  'template/no-place': {
    title: { zh: '有内容在模板中没有位置', en: 'values that the template has no place for' },
    severity: 'warning',
    messages: {
      values: {
        text: {
          zh: '“{name}”有 {count} 项内容在模板中没有位置，未填写',
          en: '{count} values of “{name}” have no place in the template and were not written',
        },
        advice: {
          zh: '请核对模板是否缺栏；如仍需报送，请另附说明',
          en: 'check whether the template lacks a column; else hand them in beside it',
        },
      },
    },
  },
  'template/left-blank': {
    title: { zh: '模板中有空格没有内容可填', en: 'places of the template without a value' },
    severity: 'info',
    messages: {
      cells: {
        text: {
          zh: '“{name}”有 {count} 格没有内容可填，保持原样',
          en: '{count} cells of “{name}” have no value and were left as they were',
        },
        advice: { zh: '请补填，或按模板说明留空', en: 'fill them in, or leave them as the template says' },
      },
      named: {
        text: {
          zh: '模板印有指标“{text}”，表中没有同名指标，该行没有填写',
          en: 'the template prints the indicator “{text}”; the form has none of that name, its row was not filled in',
        },
        advice: {
          zh: '请补填该行；如与其他行是同一指标，请删去其中一行',
          en: 'fill in the row; where another row is the same indicator, delete one of them',
        },
      },
    },
  },
  'template/kept-text': {
    title: { zh: '模板原有文字与表不同', en: 'what the template prints differs from the form' },
    severity: 'warning',
    messages: {
      differs: {
        text: {
          zh: '模板此处原有“{printed}”，表中为“{text}”；保留模板的文字',
          en: 'the template prints “{printed}” here, the form says “{text}”; the template was left as it is',
        },
        advice: { zh: '请确认以哪一个为准', en: 'decide which of them holds' },
      },
    },
  },
  'template/formulas-kept': {
    title: { zh: '模板的公式已保留', en: 'formulas of the template were kept' },
    severity: 'info',
    messages: {
      cells: {
        text: {
          zh: '模板有 {count} 格是公式，保留公式，由表格程序计算',
          en: '{count} cells hold formulas; they were kept, and the office program works them out',
        },
      },
    },
  },
  'template/rows-added': {
    title: { zh: '模板的行数不够，已增加行', en: 'rows were added to the template' },
    severity: 'info',
    messages: {
      rows: {
        text: {
          zh: '“{name}”增加了 {count} 行，样式与上一行相同',
          en: '{count} rows were added to “{name}”, in the style of the row above',
        },
      },
    },
  },
  'template/label-added': {
    title: { zh: '模板没有的指标类别', en: 'labels that the template does not print' },
    severity: 'warning',
    messages: {
      label: {
        text: {
          zh: '模板没有“{label}”一类，已在“{below}”之后增加行填写',
          en: 'the template has no “{label}”; rows for it were added below “{below}”',
        },
        advice: {
          zh: '请确认模板是否允许增加类别，或将这些指标归入已有类别',
          en: 'check whether labels may be added, or move these rows below one that is there',
        },
      },
    },
  },
  'template/reads-otherwise': {
    title: { zh: '填写后读回的内容不同', en: 'what was written reads back otherwise' },
    severity: 'warning',
    messages: {
      differs: {
        text: {
          zh: '此处填写“{text}”，填写后的文件显示为“{shown}”',
          en: '“{text}” was written here; the filled file shows “{shown}”',
        },
        advice: {
          zh: '请打开填写后的文件核对；多为单元格的数字格式所致',
          en: 'open the filled file and compare; mostly the number format of the cell is the cause',
        },
      },
      formula: {
        text: {
          zh: '模板的公式在此处算得“{shown}”，表中为“{text}”',
          en: 'the formula of the template gives “{shown}” here, the form says “{text}”',
        },
        advice: { zh: '请核对公式的范围和表中的数', en: 'check the range of the formula, and the figure of the form' },
      },
    },
  },
}
