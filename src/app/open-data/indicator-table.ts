/** The table of indicators, the widest of the open data. */

import { type Bilingual, type NumberCell, type SurveyField, surveyFields } from '../../core/model/index.ts'
import { decimal, type Field, type Table } from './table.ts'
import { about, figure, formNumber, type IndicatorRow, number, raw } from './table-fields.ts'

export const surveyNames: Readonly<Record<SurveyField, readonly [string, Bilingual]>> = {
  sampleSize: ['survey_sample', about('样本量', 'how many were asked')],
  returnedAnswers: ['survey_returned', about('回收问卷数', 'returned answers')],
  validAnswers: ['survey_valid', about('有效问卷数', 'valid answers')],
  satisfiedAnswers: ['survey_satisfied', about('满意份数', 'satisfied answers')],
  surveyMethod: ['survey_method', about('调查方式', 'way of asking')],
}

/** Columns that only some layouts print. */
export const extraFields = {
  initialTarget: about('年初指标值', 'initial target'),
  adjustedTarget: about('调整后指标值', 'adjusted target'),
  completionRate: about('完成率', 'completion rate'),
  deduction: about('扣减分数', 'deduction'),
  coefficient: about('得分系数', 'coefficient'),
  isCore: about('是否核心指标', 'core indicator'),
  explanation: about('指标解释', 'explanation'),
  scoringRule: about('评分标准', 'scoring standard'),
  evidence: about('佐证材料', 'evidence'),
  lastYearActual: about('上年完成值', "last year's actual"),
  targetBasis: about('目标值依据', 'basis of the target'),
  weightShare: about('指标权重', 'share of the weight'),
  weightedScore: about('加权得分', 'weighted score'),
  reviewScore: about('复核得分', 'score by review'),
  reviewActual: about('复核完成值', 'actual by review'),
  reviewDeviation: about('复核偏差', 'deviation by review'),
  remark: about('备注', 'remark'),
  remedy: about('改进措施', 'remedy'),
  midTermLevel2: about('中期二级指标', 'level 2 of the longer term'),
  midTermName: about('中期三级指标', 'indicator of the longer term'),
  midTermTarget: about('中期指标值', 'target of the longer term'),
  forecast: about('全年预计完成情况', 'expected of the year'),
  causeFunds: about('偏差原因·经费保障', 'cause: funds'),
  causeRules: about('偏差原因·制度保障', 'cause: rules'),
  causeStaff: about('偏差原因·人员保障', 'cause: staff'),
  causeEquipment: about('偏差原因·硬件条件保障', 'cause: equipment'),
  causeOther: about('偏差原因·其他', 'cause: other'),
  likelihoodCertain: about('完成目标可能性·确定能', 'will certainly be reached'),
  likelihoodPossible: about('完成目标可能性·有可能', 'may be reached'),
  likelihoodNone: about('完成目标可能性·完全不可能', 'cannot be reached'),
} as const satisfies Record<string, Bilingual>

/** initialTarget → initial_target */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
}

export const indicatorTable: Table<IndicatorRow> = {
  name: 'indicators',
  title: about('指标', 'Indicators'),
  key: ['form', 'number'],
  fields: [
    formNumber,
    number('序号', 'number'),
    {
      name: 'role',
      type: 'string',
      about: about('行的作用', 'what the row is'),
      words: ['scored', 'notApplicable', 'part'],
      text: ({ indicator }) => indicator.role,
    },
    raw('level1', about('一级指标', 'level 1'), ({ indicator }) => indicator.level1.cell),
    {
      name: 'level1_kind',
      type: 'string',
      about: about('一级指标类别', 'what level 1 is'),
      words: ['execution', 'cost', 'output', 'benefit', 'satisfaction', 'process', 'input', 'other'],
      text: ({ indicator }) => indicator.level1Kind,
    },
    ...figure<IndicatorRow>(
      'level1_points',
      about('一级指标分值', 'points of level 1'),
      'points',
      ({ indicator }) => indicator.level1.points,
    ),
    raw('level2', about('二级指标', 'level 2'), ({ indicator }) => indicator.level2.cell),
    ...figure<IndicatorRow>(
      'level2_points',
      about('二级指标分值', 'points of level 2'),
      'points',
      ({ indicator }) => indicator.level2.points,
    ),
    raw('name', about('三级指标', 'indicator'), ({ indicator }) => indicator.name),
    raw('attribute', about('指标性质', 'attribute'), ({ indicator }) => indicator.attribute),
    raw('unit', about('度量单位', 'unit'), ({ indicator }) => indicator.unit),
    raw('target', about('年度指标值', 'target'), ({ indicator }) => indicator.target),
    raw('actual', about('实际完成值', 'actual'), ({ indicator }) => indicator.actual),
    ...figure<IndicatorRow>('weight', about('分值', 'weight'), 'points', ({ indicator }) => indicator.weight),
    ...figure<IndicatorRow>('score', about('得分', 'score'), 'points', ({ indicator }) => indicator.score),
    raw('note', about('偏差原因分析及改进措施', 'cause of the deviation, remedy'), ({ indicator }) => indicator.note),
    ...surveyFields.flatMap((field): readonly Field<IndicatorRow>[] => {
      const [name, said] = surveyNames[field]
      return field === 'surveyMethod'
        ? [raw(name, said, ({ indicator }) => indicator.survey?.surveyMethod)]
        : figure(name, said, 'people', ({ indicator }) => indicator.survey?.[field] as NumberCell | undefined)
    }),
    ...Object.entries(extraFields).map(([field, said]) =>
      raw<IndicatorRow>(snake(field), said, ({ indicator }) => indicator.extra[field]),
    ),
    {
      name: 'verdict',
      type: 'string',
      about: about('是否完成', 'whether the target is met'),
      words: ['met', 'missed', 'unknown'],
      text: ({ scored }) => scored?.verdict ?? '',
    },
    {
      name: 'rule',
      type: 'string',
      about: about('计分方法', 'scoring rule'),
      text: ({ scored }) => scored?.rule ?? '',
    },
    ...(['min', 'max'] as const).map(
      (end): Field<IndicatorRow> => ({
        name: `score_recomputed_${end}`,
        type: 'number',
        unit: 'points',
        about:
          end === 'min'
            ? about('重算得分下限', 'least recomputed score')
            : about('重算得分上限', 'most recomputed score'),
        text: ({ scored }) => decimal(scored?.recomputed?.[end] ?? null),
      }),
    ),
    {
      name: 'agreement',
      type: 'string',
      about: about('表列与重算是否一致', 'printed against recomputed'),
      words: ['equal', 'inside', 'outside', 'depends', 'judge', 'lost', 'none'],
      text: ({ scored }) => scored?.agreement ?? '',
    },
  ],
}
