/** What is said when a file holds no form that can be recognised. */

import type { Severity } from '../model/index.ts'
import type { RuleTexts } from '../texts/index.ts'

export type RecogniseRule = 'recognise/no-form' | 'recognise/ambiguous-row' | 'recognise/other-table'

export const recogniseRules: Readonly<Record<RecogniseRule, RuleTexts & { readonly severity: Severity }>> = {
  'recognise/ambiguous-row': {
    title: { zh: '一行可作两种读法', en: 'a row can be read in two ways' },
    severity: 'warning',
    messages: {
      other: {
        text: {
          zh: '空白单元格在来源中已丢失，本行读作“{taken}”，也可读作“{other}”',
          en: 'blank cells are lost in the source: the row was read as “{taken}” and could be “{other}”',
        },
        advice: { zh: '请对照原表确认本行各栏', en: 'compare the columns of this row with the original' },
      },
    },
  },
  'recognise/other-table': {
    title: { zh: '自评表以外的表格', en: 'tables that are no self-evaluation forms' },
    severity: 'info',
    messages: {
      other: {
        text: {
          zh: '另有{count}张表不是绩效自评表，未读取：{names}（共{cells}格）',
          en: '{count} tables are no self-evaluation forms and were not read: {names} ({cells} cells)',
        },
        advice: {
          zh: '无须处理；如其中有自评表，请核对其表头',
          en: 'nothing to do; if one of them is a self-evaluation form, check its header',
        },
      },
      targets: {
        text: {
          zh: '另有{count}张绩效目标表，只有目标，没有完成值和得分，不作为自评表读取：{names}（共{cells}格）',
          en: '{count} tables state targets without results or scores and were not read as self-evaluations: {names} ({cells} cells)',
        },
      },
      scheme: {
        text: {
          zh: '另有{count}张指标体系或评分标准表，不是自评表，未读取：{names}（共{cells}格）',
          en: '{count} tables say what is to be scored and how; they are no self-evaluations and were not read: {names} ({cells} cells)',
        },
      },
      rows: {
        text: {
          zh: '表后有{count}处像是指标行，但接不上前面自评表的各栏，未读入：{names}（共{cells}格）',
          en: 'in {count} places behind a form stand what look like rows of indicators that do not go on in its columns and were not read: {names} ({cells} cells)',
        },
        advice: {
          zh: '请对照原表：如是上一张表的续行，请补入；必要时重新扫描，使各页表格边线完整',
          en: 'compare with the original: if they belong to the form before them, add them; if need be scan again, with the borders of each page whole',
        },
      },
      headless: {
        text: {
          zh: '{count}张表按名称应为自评表，但未见完整的指标表头和指标行，未能读取：{names}（共{cells}格）',
          en: '{count} tables are self-evaluations by their title, but without a whole header and rows of indicators they could not be read: {names} ({cells} cells)',
        },
        advice: {
          zh: '请核对原表：表头应含三级指标、指标值、完成值、分值、得分等栏目',
          en: 'check the original: its header should name indicators, targets, results, weights and scores',
        },
      },
    },
  },
  'recognise/no-form': {
    title: { zh: '未找到绩效自评表', en: 'no self-evaluation form found' },
    severity: 'error',
    messages: {
      none: {
        text: {
          zh: '文件中没有找到绩效自评表：未见指标表头（如“三级指标、年度指标值、实际完成值、分值、得分”）',
          en: 'no self-evaluation form was found: there is no header of an indicator table (such as 三级指标, 年度指标值, 实际完成值, 分值, 得分)',
        },
        advice: {
          zh: '请确认文件是项目支出或部门整体支出绩效自评表，并包含完整的表头',
          en: 'check that the file is a self-evaluation form of a project or a department, with its header rows',
        },
      },
      glued: {
        text: {
          zh: '文件中有自评表的文字，但整张表连写在一起，行和列已经丢失，无法还原（“{text}”）',
          en: 'the words of a self-evaluation form are there, but run together: its rows and columns are lost (“{text}”)',
        },
        advice: {
          zh: '请改用原文件（xlsx、docx、PDF），或从原网页把表格复制到电子表格后再检查',
          en: 'take the original file (xlsx, docx, PDF), or copy the table from its page into a spreadsheet',
        },
      },
      torn: {
        text: {
          zh: '文件中有自评表的文字，但各栏的次序已被打乱：表头用语（{words}）散落在各行之间，哪个数属于哪一项无法判断，未读取',
          en: 'the words of a self-evaluation form are there, but out of order: those of its header ({words}) stand apart among the rows, so that nothing says which figure is whose, and it was not read',
        },
        advice: {
          zh: '请改用原文件（xlsx、docx、PDF），或从原网页把表格复制到电子表格后再检查',
          en: 'take the original file (xlsx, docx, PDF), or copy the table from its page into a spreadsheet',
        },
      },
      borderless: {
        text: {
          zh: '“{text}”在一张表里列出多个项目，或者是名称、分值与评分标准并列的评分表；来源已丢失表格线，行和列无法可靠还原，未读取',
          en: '“{text}” lists several projects in one table, or is a score sheet with names, weights and standards side by side; without its borders the rows and columns cannot be told reliably, and it was not read',
        },
        advice: {
          zh: '请改用原文件（xlsx、docx、PDF），或从原网页把表格复制到电子表格后再检查',
          en: 'take the original file (xlsx, docx, PDF), or copy the table from its page into a spreadsheet',
        },
      },
      valueless: {
        text: {
          zh: '文件中有指标表的表头（“{text}”），但各行的指标值、完成值、分值和得分一个也没有读出：或是空白表，或是各栏分开抄录、行列已经错开，无法还原',
          en: 'the header of an indicator table is there (“{text}”), but not one target, result, weight or score beside the rows: the form is blank, or its columns were copied one after another and its rows are lost',
        },
        advice: {
          zh: '请改用原文件（xlsx、docx、PDF），或从原网页把表格复制到电子表格后再检查',
          en: 'take the original file (xlsx, docx, PDF), or copy the table from its page into a spreadsheet',
        },
      },
      targetsOnly: {
        text: {
          zh: '“{title}”只有目标，没有完成值和得分，是绩效目标表，不是绩效自评表',
          en: '“{title}” states targets without results or scores: it is a statement of targets, not a self-evaluation form',
        },
        advice: {
          zh: '请选用年度终了后填报的绩效自评表',
          en: 'take the self-evaluation form that is filled in after the year',
        },
      },
      continued: {
        text: {
          zh: '这像是自评表的后续页：有指标行（“{text}”），没有标题和表头，表头应在前面的页上，各栏是什么无法判断，未读取',
          en: 'this looks like the continuation of a self-evaluation form: rows of indicators (“{text}”) without title and header, which stand on a page before; nothing says what each column is, and it was not read',
        },
        advice: {
          zh: '请提供完整的文件，或把前面的页（含标题和表头）一并放入同一文件后再检查',
          en: 'give the whole file, or put the pages before, with title and header, into the same file',
        },
      },
      otherTable: {
        text: {
          zh: '文件中的表格不是绩效自评表：表头“{header}”中没有绩效指标的栏目',
          en: 'the table in the file is no self-evaluation form: its header “{header}” has no columns of performance indicators',
        },
        advice: {
          zh: '请确认是否选错文件；自评表应含指标名称、指标值、完成值等栏目',
          en: 'check whether this is the right file; a self-evaluation form has columns for indicators, targets and results',
        },
      },
    },
  },
}
