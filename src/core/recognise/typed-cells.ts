/** What the recogniser makes of single texts, for those who hold texts instead of a file: drafts that are typed. */

export { moneyUnitNamed, yearIn } from './form-facts.ts'
export { roleTold } from './indicators.ts'
export { taskRoleTold } from './money/tasks.ts'
export { gradeOf, labelOf, numberCell } from './sketch.ts'
export { cleanText, keyOf } from './source.ts'
export { countIn, surveyOf, withSurvey } from './survey.ts'
