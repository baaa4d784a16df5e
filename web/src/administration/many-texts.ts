/** Words of what is done for many at once: region codes, jobs, execution figures of all units. */

import { lateTexts } from '../texts/index.ts'

export const useManySay = lateTexts({
  'regions.hint': {
    zh: '行政区划代码不内置：请载入民政部门公布的代码表。上级和下级财政局的汇总、公开页按它归属。',
    en: 'No code is built in: load the table that the authorities publish. Sums over regions and the public pages follow it.',
  },
  'regions.format': {
    zh: 'xlsx、csv、文本等，每行一个代码、一个名称；可另有一列上级代码，没有的按代码位数归到上级。已有的改名，不删除。',
    en: 'xlsx, csv, text …: a code and a name in each row, perhaps the code above; else the digits tell it. What is there is renamed, nothing is deleted.',
  },
  'regions.choose': { zh: '选代码表', en: 'Choose the table' },
  'regions.read': {
    zh: '“{{file}}”读出 {{n}} 个代码，其中新的 {{added}} 个，没有上级的 {{tops}} 个；{{left}} 行没有代码和名称，不载入。',
    en: '“{{file}}” has {{n}} codes, {{added}} of them new, {{tops}} without a superior; {{left}} rows hold no code and name and are left out.',
  },
  'regions.none': {
    zh: '“{{file}}”里没有读到代码（2至12位数字）和名称。',
    en: '“{{file}}” holds no codes (2 to 12 digits) with names.',
  },
  'regions.load': { zh: '载入 {{n}} 个', en: 'Load {{n}}' },
  'regions.loaded': { zh: '已载入 {{n}} 个代码。', en: '{{n}} codes loaded.' },
  'regions.count': { zh: '现有代码 {{n}} 个', en: '{{n}} codes are there' },
  'regions.empty': { zh: '还没有载入代码。', en: 'No codes are loaded yet.' },
  'regions.find': {
    zh: '按代码或名称查找，可用拼音首字母',
    en: 'Find by code or name, also by first letters of pinyin',
  },
  'regions.code': { zh: '代码', en: 'Code' },
  'regions.name': { zh: '名称', en: 'Name' },
  'regions.parent': { zh: '上级', en: 'Below' },
  'regions.more': { zh: '只显示前 {{n}} 个，请查找。', en: 'Only the first {{n}} are shown: search.' },

  'jobs.hint': {
    zh: '整批导入、打印在后台进行，离开这一页也不中断；做完了首页会通知。',
    en: 'Many forms are imported and printed behind the scenes, also when you leave; home tells when it is done.',
  },
  'jobs.campaign': { zh: '自评工作', en: 'Campaign' },
  'jobs.import': { zh: '成批导入', en: 'Import many' },
  'jobs.importHint': {
    zh: '一个压缩包（zip）或一个文件；按表上的单位和项目归到各表，只导入还在填报的。',
    en: 'An archive (zip) or one file; each form goes to the unit and project it names, where that is still being filled in.',
  },
  'jobs.print': { zh: '成批打印', en: 'Print all' },
  'jobs.format': { zh: '格式', en: 'Format' },
  'jobs.none': { zh: '还没有成批任务。', en: 'There were no jobs yet.' },
  'jobs.list': { zh: '任务', en: 'Jobs' },
  'jobs.kind.import': { zh: '成批导入', en: 'import' },
  'jobs.kind.print': { zh: '成批打印', en: 'print' },
  'jobs.kind.nudge': { zh: '催报', en: 'nudge' },
  'jobs.kind.remind': { zh: '临期提醒', en: 'reminder' },
  'jobs.state.waiting': { zh: '等待', en: 'waiting' },
  'jobs.state.running': { zh: '进行中', en: 'running' },
  'jobs.state.done': { zh: '完成', en: 'done' },
  'jobs.state.failed': { zh: '失败', en: 'failed' },
  'jobs.state.cancelled': { zh: '已取消', en: 'cancelled' },
  'jobs.state.confirm': { zh: '待确认', en: 'to be confirmed' },
  'jobs.progress': { zh: '{{done}}/{{total}}', en: '{{done}} of {{total}}' },
  'jobs.parts': { zh: '各份结果', en: 'Each of them' },
  'jobs.fetch': { zh: '下载压缩包', en: 'Fetch the archive' },
  'jobs.cancel': { zh: '取消', en: 'Cancel' },
  'jobs.confirm': {
    zh: '有 {{n}} 处读得不确定：请打开这张表，导入该文件逐处确认',
    en: '{{n}} readings are in doubt: open the form, import the file there and confirm each',
  },

  'execution.act': { zh: '统一填列执行数…', en: 'Execution figures of all units…' },
  'execution.hint': {
    zh: '一张表，表头为：单位、任务、预算数、执行数（万元）。填列后这些格锁定，单位不能改。',
    en: 'One sheet headed 单位, 任务, 预算数, 执行数 (万元). The cells are locked afterwards.',
  },
  'execution.choose': { zh: '选表格并填列', en: 'Choose the sheet and fill in' },
  'execution.done': { zh: '已填列 {{n}} 行。', en: '{{n}} rows filled in.' },
  'execution.unmatched': { zh: '{{n}} 行没有对上：', en: '{{n}} rows found no place:' },
  'execution.why.unit': { zh: '没有这个单位的表', en: 'no form of such a unit' },
  'execution.why.task': { zh: '表中没有这项任务', en: 'the form has no such task' },
  'execution.why.figure': { zh: '数读不出', en: 'the figure cannot be read' },
  'execution.why.stage': { zh: '已不在填报，不能填列', en: 'the form is no longer being filled in' },
  'execution.different': {
    zh: '{{n}} 处与单位原填不同（单位填“{{typed}}”，现为“{{loaded}}”等）',
    en: '{{n}} cells differ from what units had typed (“{{typed}}” is now “{{loaded}}” …)',
  },
  'execution.close': { zh: '关闭', en: 'Close' },
})
