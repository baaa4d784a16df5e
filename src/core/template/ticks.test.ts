import { expect, it } from 'vitest'
import { gradeOf } from '../recognise/sketch.ts'
import { boxesToTick } from './ticks.ts'

const ticked = (printed: string, value: string): string | null => {
  const boxes = boxesToTick(printed, value)
  return boxes === null ? null : [...printed].map((sign, at) => (boxes.includes(at) ? '☑' : sign)).join('')
}

it.each([
  ['□优 □良 □中 □差', '良', '□优 ☑良 □中 □差'],
  ['评价等级：☐优  ☐良  ☐中  ☐差', '优', '评价等级：☑优  ☐良  ☐中  ☐差'],
  ['优□ 良□ 中□ 差□', '差', '优□ 良□ 中□ 差☑'],
  ['优（  ）良（  ）', '优', null],
  ['□优 □良 □中 □差', '优秀', null],
  ['□优 □良 □中 □差', '', null],
  ['☑优 □良 □中 □差', '良', null],
  [
    '1、部门预算项目 □ 2、区直专项 □ 3、转移支付项目 □',
    '1、部门预算项目 ☑ 2、区直专项 □ 3、转移支付项目 □',
    '1、部门预算项目 ☑ 2、区直专项 □ 3、转移支付项目 □',
  ],
  ['1、常年性项目 □ 2、一次性项目 □', '1、常年性项目 √ 2、一次性项目 口', '1、常年性项目 ☑ 2、一次性项目 □'],
  ['1、常年性项目 □ 2、一次性项目 □', '1、常年性项目 口 2、一次性项目 口', null],
])('%s says %s as %s', (printed, value, wanted) => {
  expect(ticked(printed, value)).toBe(wanted)
})

it.each([
  ['□优 ☑良 □中 □差', 'good'],
  ['优□ 良□ 中√ 差□', 'fair'],
  ['口优 ☑良', 'good'],
  ['□优 □良 □中 □差', null],
  ['良好', 'good'],
])('%s is the grade %s', (text, grade) => {
  expect(gradeOf(text)).toBe(grade)
})

it('a tick beside a box is that of its box', () => {
  expect(['优□√ 良□ 中□ 差□', '□优 □ √良 □中', '□优 □良'].map((text) => gradeOf(text))).toEqual([
    'excellent',
    'good',
    null,
  ])
})
