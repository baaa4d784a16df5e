/** Words of the pages that show many forms at once. */

import { lateTexts } from '../texts/index.ts'

export const useInsightSay = lateTexts({
  'insight.title': { zh: '看数', en: 'Figures' },
  'insight.campaign': { zh: '自评工作', en: 'Campaign' },
  'insight.keys': {
    zh: '点图上的每一处，到那份表或那一行；键盘：Tab 进入图，方向键移动，回车打开。每张图下有数据表，可下载。',
    en: 'Every mark leads to its form or row. With the keyboard: Tab enters a drawing, arrows move, Enter opens. Each has its table and files.',
  },
  'insight.page': { zh: '一页报告（可打印）', en: 'The year on one page' },
  'insight.none': { zh: '还没有下达自评工作，没有数据可看。', en: 'No campaign was issued yet.' },

  'col.unit': { zh: '单位', en: 'Unit' },
  'col.total': { zh: '自评总分', en: 'Own total' },
  'col.least': { zh: '重算下限', en: 'Recomputed from' },
  'col.most': { zh: '重算上限', en: 'Recomputed to' },
  'col.grade': { zh: '评级', en: 'Grade' },
  'col.count': { zh: '份数', en: 'Forms' },
  'col.rows': { zh: '行数', en: 'Rows' },
  'col.share': { zh: '占比%', en: 'Share, %' },
  'col.running': { zh: '累计%', en: 'Running, %' },
  'col.rate': { zh: '执行率%', en: 'Execution, %' },
  'col.budgeted': { zh: '预算（万元）', en: 'Budget, 10,000 yuan' },
  'col.executed': { zh: '执行（万元）', en: 'Executed, 10,000 yuan' },
  'col.kind': { zh: '指标类别', en: 'Kind of indicator' },
  'col.lost': { zh: '扣分', en: 'Lost' },
  'col.weight': { zh: '分值', en: 'Weight' },
  'col.score': { zh: '得分', en: 'Score' },
  'col.name': { zh: '指标', en: 'Indicator' },
  'col.target': { zh: '指标值', en: 'Target' },
  'col.actual': { zh: '完成值', en: 'Actual' },
  'col.achievement': { zh: '完成率%', en: 'Achieved, %' },
  'col.percent': { zh: '满意度%', en: 'Satisfaction, %' },
  'col.interval': { zh: '总分区间', en: 'Total' },
  'col.stage': { zh: '状态', en: 'Stage' },
  'col.day': { zh: '日期', en: 'Day' },
  'col.reviewed': { zh: '复核总分', en: 'Reviewed' },
  'col.reviewedGrade': { zh: '复核评级', en: 'Reviewed grade' },
  'col.deducted': { zh: '审减', en: 'Taken off' },
  'col.errors': { zh: '错误', en: 'Errors' },

  'grade.excellent': { zh: '优', en: 'excellent' },
  'grade.good': { zh: '良', en: 'good' },
  'grade.fair': { zh: '中', en: 'fair' },
  'grade.poor': { zh: '差', en: 'poor' },
  'grade.none': { zh: '无总分', en: 'no total' },

  'totals.title': { zh: '各单位总分', en: 'Totals of the units' },
  'totals.says': {
    zh: '{{n}}份表，平均{{average}}分，最低{{least}}分，最高{{most}}分；按规则重算，平均在{{low}}至{{high}}分之间。',
    en: '{{n}} forms: {{average}} on average, {{least}} to {{most}}; recomputed by the rules {{low}} to {{high}} on average.',
  },
  'totals.beyond': {
    zh: '有{{n}}份的自评总分高于重算上限。',
    en: '{{n}} forms claim more than the rules can give.',
  },
  'totals.lowest': {
    zh: '图中为总分最低的{{n}}份，全部见数据表。',
    en: 'Drawn: the {{n}} lowest; all are in the table.',
  },
  'totals.own': { zh: '自评总分', en: 'own total' },
  'totals.band': { zh: '重算范围', en: 'what the rules give' },
  'grades.title': { zh: '评级分布', en: 'Grades' },
  'grades.says': {
    zh: '优{{excellent}}份，良{{good}}份，中{{fair}}份，差{{poor}}份，没有总分的{{none}}份。',
    en: '{{excellent}} excellent, {{good}} good, {{fair}} fair, {{poor}} poor, {{none}} without a total.',
  },

  'quadrant.title': { zh: '预算执行与绩效得分', en: 'Execution against performance' },
  'quadrant.says': {
    zh: '以平均执行率{{rate}}%、平均总分{{average}}分为界，{{n}}份执行低于平均而得分不低于平均（红色方块），请先看这些。',
    en: 'Cut at the averages, {{rate}} % and {{average}} points: {{n}} forms spent less than average and claim no less (red squares); look at these first.',
  },
  'quadrant.far': {
    zh: '{{n}}份离得太远，画在边上，数见数据表。',
    en: '{{n}} lie far off and are drawn at the edge; their figures stand in the table.',
  },
  'quadrant.x': { zh: '执行率（%）→', en: 'execution rate, % →' },
  'quadrant.y': { zh: '↑ 自评总分', en: '↑ own total' },
  'quadrant.upperLeft': { zh: '花得少、得分高', en: 'spent little, high score' },
  'quadrant.upperRight': { zh: '花得多、得分高', en: 'spent much, high score' },
  'quadrant.lowerLeft': { zh: '花得少、得分低', en: 'spent little, low score' },
  'quadrant.lowerRight': { zh: '花得多、得分低', en: 'spent much, low score' },
  'quadrant.marked': { zh: '执行低、得分高', en: 'low execution, high score' },
  'quadrant.other': { zh: '其他', en: 'others' },

  'pareto.title': { zh: '哪类指标失分最多', en: 'Where points are lost' },
  'pareto.says': {
    zh: '各表指标共失{{lost}}分，其中“{{name}}”失{{first}}分，占{{share}}%。点柱子看失分的行。',
    en: '{{lost}} points were lost on indicators, {{first}} of them ({{share}} %) on “{{name}}”. Open a column to see its rows.',
  },
  'pareto.nothing': { zh: '指标没有失分。', en: 'No points were lost on indicators.' },
  'pareto.line': { zh: '累计占比（虚线为80%）', en: 'running share (dashed: 80 %)' },

  'over.title': { zh: '大幅超额完成', en: 'Far above the target' },
  'over.says': {
    zh: '{{notice}}行的完成值高于目标到须留意的程度，其中{{reason}}行须说明原因，{{serious}}行严重偏离。目标可能定得过低，或完成值填错。',
    en: '{{notice}} rows lie so far above their target that one should look, {{reason}} need a reason, {{serious}} are serious. The targets may be too low, or the figures wrong.',
  },
  'over.drawn': {
    zh: '图中为完成率最高的{{n}}行（横轴到{{most}}%为止）。',
    en: 'Drawn: the {{n}} highest (axis ends at {{most}} %).',
  },

  'satisfaction.title': { zh: '满意度集中在哪些数', en: 'Where satisfaction heaps' },
  'satisfaction.says': {
    zh: '{{rows}}行满意度指标，{{share}}%恰好等于目标值；最多的是{{percent}}%，占{{peak}}%。过于集中，说明可能没有真做调查。',
    en: '{{rows}} rows of satisfaction, {{share}} % exactly at their target; most report {{percent}} % ({{peak}} % of the rows). Heaping suggests that nobody was asked.',
  },
  'satisfaction.few': { zh: '{{rows}}行满意度指标。', en: '{{rows}} rows of satisfaction.' },

  'ceiling.title': { zh: '分数挤在顶端', en: 'Crowded at the top' },
  'ceiling.says': {
    zh: '{{share}}%的指标行得满分；{{n}}份表在95分以上。几乎人人满分的指标分不出好坏。',
    en: '{{share}} % of the rows have full marks; {{n}} forms lie at 95 or above. Indicators that all reach tell nothing apart.',
  },

  'progress.title': { zh: '上报进度', en: 'Progress' },
  'progress.says': {
    zh: '{{submitted}}/{{filings}}份已提交，截止{{closes}}。',
    en: '{{submitted}} of {{filings}} submitted, due {{closes}}.',
  },
  'progress.overdue': { zh: '已过期未交{{n}}份。', en: '{{n}} are overdue.' },
  'days.title': { zh: '逐日提交', en: 'Submissions by day' },
  'days.says': { zh: '首次提交，按日。', en: 'First submissions by day.' },

  'review.title': { zh: '复核改变了什么', en: 'What the review changed' },
  'review.says': {
    zh: '复核{{reviewed}}份，{{changed}}份的评级因复核改变。',
    en: '{{reviewed}} forms were reviewed; {{changed}} changed their grade.',
  },
  'review.moved': { zh: '{{from}}改为{{to}}{{n}}份', en: '{{n}} from {{from}} to {{to}}' },
  'review.own': { zh: '自评', en: 'own' },
  'review.reviewed': { zh: '复核后', en: 'reviewed' },

  'threeYears.title': { zh: '三年对比', en: 'Three years' },
  'years.of': {
    zh: '{{year}}年平均{{average}}分，执行率{{rate}}%',
    en: '{{year}}: {{average}} points, {{rate}} % executed',
  },
  'years.drawn': { zh: '图中为三年间变化最大的{{n}}个单位。', en: 'Drawn: the {{n}} units that changed most.' },

  'rows.title': { zh: '失分的行', en: 'Rows that lost points' },
  'rows.back': { zh: '回到看数', en: 'Back to the figures' },
  'rows.hint': { zh: '点指标名，到那份表的那一行。', en: 'A name leads to its row in its form.' },
  'rows.find': {
    zh: '按单位或指标查找，可用拼音首字母',
    en: 'Find a unit or an indicator, also by first letters of pinyin',
  },
})
