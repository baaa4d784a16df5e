/** What else stands in a report of a department: accounts, lists, targets, schemes of indicators, running text. */

import { topics } from './business.ts'
import type { Random } from './random.ts'

export interface OtherTableRows {
  readonly title: string
  readonly rows: readonly (readonly string[])[]
}

function money(random: Random): string {
  return `${random.int(1, 9000)}.${String(random.int(0, 99)).padStart(2, '0')}`
}

const subjects = [
  '一般公共服务支出',
  '教育支出',
  '农林水支出',
  '住房保障支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '节能环保支出',
]

function accounts(random: Random): OtherTableRows[] {
  const lines = subjects.map((name, index) => [
    name,
    String(index + 1),
    money(random),
    name,
    String(index + 20),
    money(random),
  ])
  return [
    {
      title: '收入支出决算总表',
      rows: [['收入', '', '', '支出', '', ''], ['项目', '行次', '金额', '项目', '行次', '金额'], ...lines],
    },
    {
      title: '收入决算表',
      rows: [
        ['项目', '', '本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '其他收入'],
        ['功能分类科目编码', '科目名称', '1', '2', '3', '4', '5'],
        ...subjects.map((name, index) => [
          String(2010 + index),
          name,
          money(random),
          money(random),
          '',
          '',
          money(random),
        ]),
      ],
    },
    {
      title: '财政拨款收入支出决算总表',
      rows: [
        ['项目', '年初预算数', '全年预算数', '决算数'],
        ...subjects.map((name) => [name, money(random), money(random), money(random)]),
        ['合计', money(random), money(random), money(random)],
      ],
    },
    {
      title: '一般公共预算财政拨款“三公”经费支出决算表',
      rows: [
        ['预算数', '', '', '决算数', '', ''],
        ['合计', '因公出国(境)费', '公务接待费', '合计', '因公出国(境)费', '公务接待费'],
        [money(random), '0', money(random), money(random), '0', money(random)],
      ],
    },
    {
      title: '国有资产占有使用情况表',
      rows: [
        ['序号', '资产类别', '数量', '账面原值', '累计折旧', '净值'],
        ...['房屋', '车辆', '专用设备', '家具'].map((name, index) => [
          String(index + 1),
          name,
          String(random.int(1, 400)),
          money(random),
          money(random),
          money(random),
        ]),
      ],
    },
  ]
}

/** Targets only: neither results nor scores. */
export function targetTable(random: Random): readonly (readonly string[])[] {
  const topic = random.pick(topics)
  return [
    ['项目名称', `${topic.name}项目`, '', '主管部门', topic.department],
    ['项目资金(万元)', '年度资金总额', money(random), '其中:财政拨款', money(random)],
    ['总体目标', `完成${topic.name}年度任务`],
    ['一级指标', '二级指标', '三级指标', '指标值', '备注'],
    ...topic.works.map((work, index) => [
      index === 0 ? '产出指标' : '',
      index === 0 ? '数量指标' : '',
      `${work.name}${work.measure}`,
      `≥${work.usual}${work.unit}`,
      '',
    ]),
    ['满意度指标', '服务对象满意度指标', '受益群众满意度', '≥90%', ''],
  ]
}

function schemes(random: Random): OtherTableRows[] {
  const rows = ['投入', '过程', '产出', '效果'].flatMap((level1) =>
    topics
      .slice(0, 3)
      .map((topic, index) => [
        index === 0 ? level1 : '',
        index === 0 ? `${level1}管理` : '',
        `${topic.name}完成情况`,
        String(random.int(2, 8)),
        `反映${topic.name}的完成程度`,
        '完成得满分,每少一个百分点扣权重的百分之五',
      ]),
  )
  return [
    {
      title: '部门整体支出绩效评价指标体系表',
      rows: [['一级指标', '二级指标', '三级指标', '分值', '指标解释', '评价标准'], ...rows],
    },
    {
      title: '项目绩效评价评分表',
      rows: [
        ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '得分'],
        ...rows.map((row) => [...row.slice(0, 4), row[5]!, row[3]!]),
      ],
    },
    {
      title: '项目支出绩效自评结果汇总表',
      rows: [
        ['序号', '项目名称', '全年预算数', '全年执行数', '自评得分', '自评等级'],
        ...topics
          .slice(0, 9)
          .map((topic, index) => [
            String(index + 1),
            `${topic.name}项目`,
            money(random),
            money(random),
            String(random.int(80, 100)),
            '优',
          ]),
      ],
    },
    { title: '项目支出绩效目标表', rows: targetTable(random) },
    { title: '整体支出绩效目标申报表', rows: targetTable(random) },
  ]
}

export function otherTables(random: Random): OtherTableRows[] {
  return random.shuffled([...accounts(random), ...schemes(random), ...accounts(random)])
}

/** A page of a report's own words, with lines that look like titles and values among them. */
export function proseLines(random: Random): string[] {
  const topic = random.pick(topics)
  const work = random.pick(topic.works)
  return [
    `${random.pick(['一', '二', '三', '四'])}、${topic.name}情况说明`,
    `本年度${topic.name}支出${money(random)}万元,完成年初预算的${random.int(80, 120)}%,主要原因是${work.name}进度快于预期。`,
    `${work.name}${work.measure},年初目标值≥${work.usual}${work.unit},实际完成值${work.usual}${work.unit},自评得分10分;群众满意度,年初目标值≥90%,实际完成值95%,自评得分10分。`,
    '项目支出绩效自评情况:本部门组织对年度项目开展绩效自评,项目个数覆盖全部项目。',
    `项目名称:${topic.name}项目。项目全年预算数${money(random)}万元,执行数${money(random)}万元。`,
    ...Array.from(
      { length: random.int(14, 40) },
      (_, line) => `(${line + 1})${topic.name}按照年度计划推进,${work.name}已按期完成并通过验收,资金使用符合有关规定。`,
    ),
  ]
}
