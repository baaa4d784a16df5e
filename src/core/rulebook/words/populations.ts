/**
 * People whom public money serves, by the words that name them, and the words that make them at home in a form: what serves
 * them, and the offices that do. General usage, taken from no single form.
 */

export interface Population {
  /** Words that name these people, longest first where one holds another. */
  readonly people: readonly string[]
  /** Where any of these stands somewhere in a form, these people belong there. */
  readonly home: readonly string[]
}

function population(people: string, home: string): Population {
  return { people: people.split(' '), home: [...people.split(' '), ...home.split(' ')] }
}

export const populations: readonly Population[] = [
  population('老年人 老人 长者 高龄', '老年 老龄 养老 敬老 退休 日间照料 适老 居家 民政 助餐 离休'),
  population('残疾人 残障 盲人 聋哑', '残疾 残联 助残 康复 无障碍 民政 特殊教育'),
  population(
    '学生 幼儿 小学生 中学生 寄宿生',
    '学校 学前 教育 校园 校舍 助学 课后 青少年 入学 营养餐 研学 培养 大学 学院',
  ),
  population('教师 教职工 校长', '学校 教育 校舍 教学 师资 培训 学院 大学'),
  population('患者 病人 住院 孕产妇', '医院 卫生 医疗 诊疗 疾病 疾控 保健 康复 门诊 健康 医保 救治 妇幼'),
  population('农户 农民 种植户 养殖户 村民', '农业 农村 乡村 乡镇 村 种植 养殖 粮 畜 田 林 水利 移民 惠农 三农'),
  population('少数民族', '民族 民宗 宗教 边境 统战'),
  population('退役军人 军属 烈属 优抚对象', '退役 军人 双拥 优抚 拥军 烈士 武装 征兵'),
  population('游客', '旅游 景区 文旅 文化 公园 展览 博物 民宿 接待'),
  population('乘客 旅客 驾驶员', '交通 公交 客运 出行 道路 公路 车站 航 铁路 运输'),
  population('脱贫户 贫困户 低保户 低保对象', '扶贫 脱贫 乡村振兴 低保 救助 民政 困难 帮扶 衔接资金 住房保障'),
  population('服刑人员 戒毒人员 社区矫正对象', '监狱 戒毒 司法 矫正 公安 看守'),
  population('渔民', '渔 水产 海洋 港 农业'),
  population('纳税人', '税 财政'),
  population('读者', '图书 阅读 文化 档案 出版'),
]
