/** Why a pair was judged as it was: one short sentence each, Chinese first. */

import type { Bilingual } from '../model/index.ts'

function say(zh: string, en: string): Bilingual {
  return Object.freeze({ zh, en })
}

export const assumedFloor = say(
  '指标值未写符号,按“不低于”判断。',
  'The target carries no operator; it is taken as a floor (≥).',
)
export const assumedZero = say(
  '指标值为0且未写符号,按“不高于0”判断。',
  'The target is 0 without an operator; it is taken as a ceiling (≤ 0).',
)
export const lessByName = say(
  '指标值未写符号,由指标名称看越少越好,按“不高于”判断。',
  'The target carries no operator; by the name less is better, so it is taken as a ceiling (≤).',
)
export const unitShared = say(
  '只有一侧写了计量单位,两侧按同一单位比较。',
  'Only one side names a unit; it counts for both.',
)
export const shareAsFraction = say('小数按比率理解(0.958即95.8%)。', 'A decimal is read as a rate (0.958 is 95.8 %).')
export const shareDoubtful = say(
  '无法确定小数是比率还是百分数,两种读法结论不同。',
  'The decimal may be a rate or a percentage, and the two readings differ.',
)
export const scaleDoubtful = say(
  '实际值未写单位,按指标值的单位还是按基本单位理解,结论不同。',
  'A value without unit may be in the other side’s unit or in the base unit, and the two readings differ.',
)
export const perYear = say(
  '只有一侧写明“每年”“每月”一类的频次,按全年合计比较。',
  'Only one side is a rate (per year, per month); both are compared for the whole year.',
)
export const rateDoubtful = say(
  '实际值未写明是全年合计还是每期的数,两种读法结论不同。',
  'The figure without a period may be for the year or for each period, and the two readings differ.',
)
export const numbersAlike = say(
  '一侧的“万”“亿”未写计量单位,按另一侧的单位理解。',
  'One side has a scale (万, 亿) without a unit; the other side’s unit is taken.',
)
export const oppositeChange = say(
  '一侧为增长、另一侧为下降,方向相反。',
  'One side speaks of growth, the other of decline.',
)
export const changeDoubtful = say(
  '实际值写的是下降,无法确定与指标值方向是否一致。',
  'The actual speaks of a decline; whether the target means the same is not clear.',
)
export const approximate = say(
  '指标值为约数（“约”“左右”一类），差多少算未完成由人判断。',
  'The target is an approximate figure; a person must judge how far off it still counts.',
)
export const oppositeOperators = say(
  '实际值带有方向相反的符号,无法确定实际数。',
  'The actual carries an opposite operator, so its figure is not known.',
)
export const equalExceeded = say(
  '指标要求等于某值而实际偏离,是否算完成由评分规则决定。',
  'The target asks for an exact value and the actual deviates; the scoring rules decide.',
)
export const rangeOverlaps = say(
  '实际为一个区间,只有一部分达到指标值。',
  'The actual is a range, and only a part of it reaches the target.',
)
export const rangeUndercut = say(
  '实际低于指标区间，而该指标越少越好，是否算完成由人判断。',
  'The actual is below the range, and less is better; a person must judge.',
)
export const relativeOnly = say(
  '实际完成值写的是超出、提前或逾期多少，不是完成了多少。',
  'The actual tells by how much it was passed, early or late, not how much was done.',
)
export const blank = say('指标值或实际完成值为空,无法判断。', 'The target or the actual is blank.')
export const nothingMeant = say(
  '指标值或实际完成值写为“无”“不适用”一类,无法判断。',
  'The target or the actual says “none” or “not applicable”.',
)
export const sameWords = say('实际完成值与指标值文字相同。', 'The actual repeats the words of the target.')
export const doneAsWanted = say(
  '实际完成值说指标值所述的已经做到。',
  'The actual says that what the target asks for has been done.',
)
export const deniesWanted = say('实际完成值否定了指标值所述的内容。', 'The actual denies what the target asks for.')
export const placeDecides = say('按名次比较，名次靠前为好。', 'Places are compared; the smaller one is the better.')
export const placeOpen = say(
  '名次的范围不同或只写了区间，无法确定是否达到。',
  'The places are counted among others, or only as a range; whether the target is reached is not clear.',
)
export const standingDecides = say(
  '指标值与某一水平相比，实际完成值说明了比较的结果。',
  'The target is set against a known level, and the actual tells how it compares.',
)
export const standingOpen = say(
  '指标值与某一水平相比，实际完成值的说法不足以判断。',
  'The target is set against a known level, and what the actual tells of it does not decide.',
)
export const unfinished = say(
  '实际完成值提到尚未完成（在建、预计一类），是否算完成由人判断。',
  'The actual speaks of work that is not finished; a person must judge whether it counts.',
)
export const nothingBegun = say(
  '实际完成值说尚未开展，按0计。',
  'The actual says that nothing was begun; it counts as 0.',
)
export const leadingFigureCounts = say(
  '实际完成值另有分项或说明，按与指标值同单位的总数比较。',
  'The actual tells parts or more beside; its figure in the unit of the target is compared.',
)
export const countedInOnes = say(
  '实际完成值未写单位，数值与指标值相差千倍以上，按不带“万”理解。',
  'The actual has no unit and is more than a thousand times the target; it is taken without the scale (万).',
)
export const eachReaches = say(
  '实际完成值有几个数值，每个都达到指标值。',
  'The actual gives several figures, and each of them reaches the target.',
)
export const aboutOnly = say(
  '实际完成值为约数（“约”“近”一类），是否达到由人判断。',
  'The actual is an approximate figure; a person must judge whether it reaches the target.',
)
export const classesDiffer = say(
  '指标值为等级或类别，数字大小不等于优劣，由人判断。',
  'The target is a class or a grade; its number does not tell which is better.',
)
export const changedAsWanted = say(
  '指标值只写方向,实际完成值的变化方向与其一致。',
  'The target names a direction only; the actual changed in it.',
)
export const changedOtherwise = say(
  '指标值只写方向,实际完成值的变化方向与其相反。',
  'The target names a direction only; the actual changed the other way.',
)
export const sameDate = say(
  '实际完成值照抄了指标值的时限,没有真正的完成日期。',
  'The actual copies the deadline of the target; it is no real date of completion.',
)
export const otherWords = say(
  '两侧都是文字而用词不同,须由人判断。',
  'Both sides are words, but different ones; a person must judge.',
)
export const scaleOpen = say(
  '指标值只列出评价等次，没有写明要达到哪一等次。',
  'The target lists a scale without saying which step of it is wanted.',
)
export const completionDecides = say(
  '实际完成值用完成程度的措辞回答了定性指标。',
  'The actual answers a qualitative target with a word of completion.',
)
export const basicOpen = say(
  '“基本达成”属于哪一档由评分规则决定。',
  'Which tier “basically achieved” belongs to is for the scoring rules to say.',
)
export const dateOpen = say('指标值提到期限而没有日期。', 'The target names a deadline without a date.')
export const dateInside = say(
  '写法只到月份或年份,无法确定是否在期限之内。',
  'The dates are too coarse to tell whether the deadline was kept.',
)
export const dateBeside = say(
  '指标值另有期限,实际完成值没有写日期。',
  'The target also has a deadline; the actual gives no date.',
)
export const selfAdjusting = say('指标值以实际情况为准,本身不固定。', 'The target adjusts itself to what happens.')
export const severalTargets = say(
  '一格内有几个指标值,无法逐一对应。',
  'The cell holds several targets that the actual does not answer one by one.',
)
export const repairsDiffer = say(
  '存在疑似识别错误,不同读法结论不同,请核对原件。',
  'The text may have been misread, and the readings differ; look at the original.',
)
export const repairsAgree = say(
  '存在疑似识别错误,但各种读法结论相同。',
  'The text may have been misread, but all readings agree.',
)

export function unlikeUnits(target: string, actual: string): Bilingual {
  return say(`计量单位不同(${target}与${actual}),无法比较。`, `The units ${target} and ${actual} cannot be compared.`)
}
export function likeUnits(target: string, actual: string): Bilingual {
  return say(
    `计量单位写法不同(${target}与${actual}),按同一口径比较。`,
    `The units differ (${target} and ${actual}); they are compared as the same.`,
  )
}
export function unlikeKinds(target: string, actual: string): Bilingual {
  const zh = kinds[target]!
  const other = kinds[actual]!
  return say(
    `指标值是${zh.zh},实际完成值是${other.zh},无法比较。`,
    `The target is ${zh.en}, the actual ${other.en}; they cannot be compared.`,
  )
}
export function unreadable(text: string): Bilingual {
  return say(`“${text}”无法识别,请核对原件。`, `“${text}” cannot be read; look at the original.`)
}
export function digitsLost(text: string, likely: string): Bilingual {
  return say(
    `“${text}”疑为“${likely}”,识别时丢了数字,请核对原件。`,
    `“${text}” may be “${likely}” with digits lost; look at the original.`,
  )
}

const kinds: Readonly<Record<string, Bilingual>> = {
  quantity: say('数值', 'a figure'),
  range: say('区间', 'a range'),
  date: say('日期', 'a date'),
  duration: say('时长', 'a length of time'),
  graded: say('定性描述', 'a quality'),
  prose: say('文字说明', 'prose'),
  completion: say('完成程度', 'a word of completion'),
  several: say('几个数值', 'several figures'),
  conditional: say('不固定的数值', 'a figure that adjusts itself'),
  none: say('空项', 'nothing'),
}
