/**
 * Words that stand in forms of every field and so tie nothing to nothing: of work, money, doing, judging, counting, place
 * and time. General usage of official texts, taken from no single form.
 */
// biome-ignore format: a list reads best as a list
export const genericWords: readonly string[] = `
工作 经费 资金 支出 开支 费用 成本 预算 专项 项目 活动 任务 业务 事项 事务 款项 金额 总额 补助 补贴 资助 投入 拨款
开展 组织 实施 推进 推动 落实 完成 完善 加强 强化 提升 提高 增强 促进 保障 保证 确保 做好 举办 承办 进行 用于 主要 支持 创建
服务 管理 建设 运行 运营 维护 维修 运转 管护 日常 办公 办理 处理 购置 购买 采购 租赁 印刷 制作 设计 培训 宣传 宣讲 调研 调查
检查 监督 监管 监测 统计 评估 评价 评审 考核 验收 审核 审计 编制 报告 规范 标准 制度 机制 体系 系统 平台 网络 信息
人员 人数 人次 人才 个人 群众 对象 单位 部门 机构 机关 组织 参与 参加 覆盖 发放 支付 拨付 使用 利用 执行 实际 情况 程度
数量 质量 时效 效益 效果 效率 指标 目标 水平 能力 作用 影响 满意度 满意 知晓率 合格率 达标率 完成率 及时率 及时性 准确率
覆盖率 参与率 增长率 满意率 有效 及时 有关 相关 各类 各项 各级 各种 系列 综合 其他 基本 重点 全面 全年 年度 当年 本年 每年
全市 全县 全区 我市 我县 我区 我省 全省 全镇 全乡 区级 市级 县级 省级 国家级 镇级 乡级 街道 地区 辖区 本级 上级 基层
社会 发展 经济 生态 环境 改善 长效 持续 后续 前期 中期 后期 上半年 下半年 总体 整体 工程 设备 设施 材料 物资 用品
场次 次数 时限 时间 期限 按时 按期 总成本 单位成本 成果 展示 需求 内容 方案 计划 政策 措施 方面 以及 通过 对于 根据
`.trim().split(/\s+/)

/** Joining words: no word of two signs reaches over them. */
export const joiningSigns: ReadonlySet<string> = new Set('的之和与及或等对为在以并把将由从向其该各了着')

/** Two words of the field for one thing; the first is read as the second. */
export const sameMeaning: readonly (readonly [string, string])[] = [
  ['义工', '志愿者'],
  ['老龄', '老年'],
  ['残障', '残疾'],
]
