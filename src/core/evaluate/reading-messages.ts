/** What is said about cells that were read from a picture or told by their place alone, and of what was taken from the document around a form. */

import type { Severity } from '../model/index.ts'
import type { RuleTexts } from '../texts/index.ts'

export type ReadingRule = 'cell-to-confirm' | 'reading-decided' | 'word-mended' | 'from-document'

const compare = {
  zh: '如与原表不符，请改正后重新检查',
  en: 'mend it and check again if the original says otherwise',
}

export const readingRules: Readonly<Record<ReadingRule, RuleTexts & { readonly severity: Severity }>> = {
  'cell-to-confirm': {
    title: { zh: '待人工确认的单元格', en: 'cells to be confirmed' },
    severity: 'warning',
    messages: {
      candidates: {
        text: {
          zh: '此格识别没有把握，最可能是“{guess}”，可选：{candidates}',
          en: 'this cell was not read with certainty; most likely “{guess}”, of: {candidates}',
        },
        advice: { zh: '请对照原表确认此格', en: 'confirm this cell by the original' },
      },
      onlyOne: {
        text: {
          zh: '此格识别没有把握，读作“{guess}”，没有其他数据可以印证',
          en: 'this cell was not read with certainty: “{guess}”; nothing else on the form bears it out',
        },
        advice: { zh: '请对照原表确认此格', en: 'confirm this cell by the original' },
      },
      place: {
        text: {
          zh: '表格没有画线，“{text}”是按位置归到此格的，也可能属于相邻的行或列',
          en: 'the table draws no lines: “{text}” was put into this cell by its place alone and may belong to a row or column beside it',
        },
        advice: { zh: '请对照原表确认此格', en: 'confirm this cell by the original' },
      },
      placeEmpty: {
        text: {
          zh: '表格没有画线，此格按位置没有内容，而同类的格都有：内容可能归到了相邻的格',
          en: 'the table draws no lines: by place alone nothing stands in this cell, where others like it have something; its text may have gone to a cell beside it',
        },
        advice: { zh: '请对照原表补填或确认此格', en: 'fill in or confirm this cell by the original' },
      },
      lost: {
        text: {
          zh: '此格有字迹，但未能识读',
          en: 'something stands in this cell that could not be read',
        },
        advice: { zh: '请对照原表补填此格', en: 'fill in this cell from the original' },
      },
    },
  },
  'reading-decided': {
    title: { zh: '疑难单元格已推定', en: 'doubtful cells settled' },
    severity: 'info',
    messages: {
      rate: {
        text: {
          zh: '“{from}”按“{name}”的执行率（执行数÷预算数）应为“{to}”，已按此读取',
          en: '“{from}” was read as “{to}”: the only reading that gives the execution rate of {name}',
        },
        advice: compare,
      },
      taskScore: {
        text: {
          zh: '“{from}”按“{name}”的得分（分值×执行率）应为“{to}”，已按此读取',
          en: '“{from}” was read as “{to}”: the only reading that gives the score of {name} (points × rate)',
        },
        advice: compare,
      },
      sources: {
        text: {
          zh: '“{from}”按“{name}”各项资金合计应为“{to}”，已按此读取',
          en: '“{from}” was read as “{to}”: the only reading with which the funds of {name} add up',
        },
        advice: compare,
      },
      taskSum: {
        text: {
          zh: '“{from}”按“{name}”的合计数应为“{to}”，已按此读取',
          en: '“{from}” was read as “{to}”: the only reading with which the rows add up to {name}',
        },
        advice: compare,
      },
      level2Points: {
        text: {
          zh: '“{from}”按“{name}”的分值合计应为“{to}”，已按此读取',
          en: '“{from}” was read as “{to}”: the only reading with which the weights add up to the points of {name}',
        },
        advice: compare,
      },
      level1Points: {
        text: {
          zh: '“{from}”按“{name}”的分值合计应为“{to}”，已按此读取',
          en: '“{from}” was read as “{to}”: the only reading with which the weights add up to the points of {name}',
        },
        advice: compare,
      },
      allPoints: {
        text: {
          zh: '“{from}”按全表分值合计100分应为“{to}”，已按此读取',
          en: '“{from}” was read as “{to}”: the only reading with which all weights add up to 100',
        },
        advice: compare,
      },
      total: {
        text: {
          zh: '“{from}”按各项得分合计等于总分应为“{to}”，已按此读取',
          en: '“{from}” was read as “{to}”: the only reading with which the scores add up to the printed total',
        },
        advice: compare,
      },
      word: {
        text: {
          zh: '“{from}”不成词语，按常用完成用语读作“{to}”',
          en: '“{from}” is no word; it was read as “{to}”, a usual word for results',
        },
        advice: compare,
      },
      ownWord: {
        text: {
          zh: '“{from}”中有一字按表内别处同一词语读作“{to}”',
          en: '“{from}” was read as “{to}”: the form has that word elsewhere',
        },
        advice: compare,
      },
      score: {
        text: {
          zh: '“{from}”与本行得分不符，按得分读作“{to}”',
          en: '“{from}” contradicts the score of its row; it was read as “{to}”, the only reading that agrees',
        },
        advice: compare,
      },
    },
  },
  'word-mended': {
    title: { zh: '误读的表头或类别名称已还原', en: 'misread headers and labels put right' },
    severity: 'info',
    messages: {
      taken: {
        text: {
          zh: '“{text}”按表格用语读作“{takenFor}”',
          en: '“{text}” was read as “{takenFor}”, a word of these forms',
        },
        advice: compare,
      },
    },
  },
  'from-document': {
    title: { zh: '取自文件封面或标题', en: 'taken from the document' },
    severity: 'info',
    messages: {
      fiscalYear: {
        text: {
          zh: '表内未写年度，按文件中的“{source}”取{value}年度',
          en: 'the form names no year; {value} was taken from “{source}” in the document',
        },
        advice: { zh: '请核对表格年度', en: 'check the year of the form' },
      },
      department: {
        text: {
          zh: '表内未写部门名称，按文件中的“{source}”取“{value}”',
          en: 'the form names no department; “{value}” was taken from “{source}” in the document',
        },
        advice: { zh: '请核对部门名称', en: 'check the name of the department' },
      },
    },
  },
}
