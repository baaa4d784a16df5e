/** Words of lists that come from a spreadsheet. */

import { lateTexts } from '../texts/index.ts'

export const useSheetSay = lateTexts({
  'sheet.unitsHeads': { zh: '名称、类型、上级', en: '名称, 类型, 上级' },
  'sheet.unitsExample': { zh: '某某局、部门、', en: 'Bureau of …, 部门, ' },
  'sheet.peopleHeads': { zh: '姓名、登录名、单位、角色、初始密码', en: '姓名, 登录名, 单位, 角色, 初始密码' },
  'sheet.peopleExample': { zh: '张三、zhangsan、某某局、填报人、', en: 'San Zhang, zhangsan, Bureau of …, clerk, ' },
  'sheet.unitsHint': {
    zh: '表头为：名称、类型（部门或单位）、上级（不填即财政局）。行的先后不限；已有的不变。',
    en: 'Headed 名称, 类型 (部门 or 单位), 上级 (none: the bureau). In any order; those that are there stay as they are.',
  },
  'sheet.peopleHint': {
    zh: '表头为：姓名、登录名、单位、角色，可另有初始密码（不填即由系统生成）。几个角色用顿号隔开；在别的单位还有角色的，另起一行，登录名相同。已有的账号不变。',
    en: 'Headed 姓名, 登录名, 单位, 角色, perhaps 初始密码 (made where there is none). Several roles with commas; a role at another unit on a line of its own with the same login. Accounts that are there stay as they are.',
  },
  'sheet.peopleRoles': { zh: '角色可以是：{{roles}}。', en: 'Roles: {{roles}}.' },
  'sheet.peopleSecrets': {
    zh: '初始密码只在这里给出一次：请现在下载，交给本人，首次登录时须修改。',
    en: 'The first passwords are shown here once: download them now and hand them out; each is changed at the first use.',
  },
  'sheet.peopleDownload': { zh: '下载登录名和初始密码（csv）', en: 'Download logins and first passwords (csv)' },
  'sheet.peopleFile': { zh: '登录名和初始密码', en: 'logins and first passwords' },

  'sheet.choose': { zh: '选文件', en: 'Choose a file' },
  'sheet.formats': { zh: 'xlsx、xls、et、ods、csv、文本等均可。', en: 'xlsx, xls, et, ods, csv, text …' },
  'sheet.blank': { zh: '下载空白表（csv）', en: 'Blank sheet (csv)' },
  'sheet.paste': {
    zh: '或从 Excel、WPS 复制后粘贴在这里（连同表头）',
    en: 'Or paste from Excel or WPS here, with the heads',
  },
  'sheet.look': { zh: '查看', en: 'Look at it' },
  'sheet.line': { zh: '行', en: 'Row' },
  'sheet.result': { zh: '结果', en: 'Result' },
  'sheet.read': {
    zh: '读出{{n}}行：新增{{created}}个，已有{{kept}}个，有问题{{bad}}行。',
    en: '{{n}} rows: {{created}} new, {{kept}} there already, {{bad}} with a fault.',
  },
  'sheet.bad': {
    zh: '有问题的行改好之前，什么都不写入。请改好表格再选一次。',
    en: 'Nothing is written until every row is right: mend the sheet and choose it again.',
  },
  'sheet.take': { zh: '导入{{n}}个', en: 'Take {{n}}' },
  'sheet.done': {
    zh: '已导入：新增{{created}}个，已有{{kept}}个。',
    en: 'Done: {{created}} added, {{kept}} were there.',
  },
  'sheet.more': {
    zh: '只列出前{{n}}行，有问题的都列出。',
    en: 'The first {{n}} rows are listed, and all that have a fault.',
  },
  'sheet.close': { zh: '关闭', en: 'Close' },
  'sheet.new': { zh: '新增', en: 'new' },
  'sheet.kept': { zh: '已有，不变', en: 'is there, stays' },
  'sheet.also': { zh: '同一人的另一角色', en: 'a further role of the same person' },
  'why.name': { zh: '没有名称或太长', en: 'no name, or too long' },
  'why.kind': { zh: '类型不是“部门”或“单位”', en: 'kind is neither 部门 nor 单位' },
  'why.parent': { zh: '上级不在系统中，也不在表中', en: 'superior neither there nor in the sheet' },
  'why.above': { zh: '部门的上级只能是财政局', en: 'a department lies below the bureau alone' },
  'why.double': { zh: '表中有同名的另一行', en: 'another row has the same name' },
  'why.login': {
    zh: '登录名应为2至64位字母、数字、汉字或 . _ @ -',
    en: 'a login has 2 to 64 letters, digits, . _ @ -',
  },
  'why.taken': { zh: '登录名已是别人的', en: 'the login is somebody else’s' },
  'why.twice': { zh: '表中两个人用了同一个登录名', en: 'two people in the sheet have this login' },
  'why.unit': { zh: '没有这个单位', en: 'no such unit' },
  'why.units': { zh: '有几个单位叫这个名称，请先改名', en: 'several units have this name: rename them first' },
  'why.role': { zh: '没有这个角色', en: 'no such role' },
  'why.place': { zh: '这个角色不能设在这个单位', en: 'the role cannot be held at this unit' },
  'why.password': {
    zh: '初始密码至少10个字符，不能与登录名相同',
    en: 'a password has 10 characters and is not the login',
  },
})
