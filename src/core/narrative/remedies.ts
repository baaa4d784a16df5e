/** 改进措施, 自评结果应用和公开: what the form itself says is going to be done, word for word. */

import { saidIn, tellsRemedy } from '../checks/aids/notes.ts'
import { gather } from '../model/gather.ts'
import type { Form, Passage, Section, Sentence } from '../model/index.ts'
import { both, oneLine, paragraph, quoted, sentence } from './say.ts'

const heading = /改进措施\s*[:：]|整改措施\s*[:：]|下一步(?:工作)?(?:计划|安排|打算)\s*[:：]/

/** The part of a remark that tells a remedy: what follows its heading, else the sentences that tell one. */
export function remedyIn(note: string): string {
  const text = oneLine(note)
  const found = heading.exec(text)
  if (found !== null) {
    const rest = text.slice(found.index + found[0].length).trim()
    if (rest !== '') return rest
  }
  return (text.match(/[^。；;]+[。；;]?/g) ?? []).filter((part) => tellsRemedy(part)).join('')
}

/** Labelled texts of the form whose label speaks of a matter. */
function factsAbout(form: Form, matter: RegExp): readonly Sentence[] {
  return gather(form.facts, ({ label, text }, index) => {
    if (!matter.test(label.raw) || saidIn(text) === '') return []
    const name = oneLine(label.raw).replace(/[:：]$/, '')
    return [sentence(`${name}：${quoted(text.raw)}。`, `${name}: ${quoted(text.raw)}.`, `facts[${index}].text`)]
  })
}

function passages(items: readonly Sentence[], none: Sentence): readonly Passage[] {
  return items.length === 0 ? [paragraph(none)] : [{ kind: 'list', items: items.map((item) => [item]) }]
}

export function tellRemedies(form: Form): Section {
  const ofRows = gather(form.indicators, ({ name, note, extra }, index) => {
    const own = extra.remedy !== undefined && saidIn(extra.remedy) !== '' ? oneLine(extra.remedy.raw) : null
    const remedy = own ?? (saidIn(note) === '' ? '' : remedyIn(note.raw))
    if (remedy === '') return []
    const said = oneLine(name.raw)
    const path = `indicators[${index}].${own === null ? 'note' : 'extra.remedy'}`
    return [sentence(`${said}：${quoted(remedy)}。`, `${said}: ${quoted(remedy)}.`, path)]
  })
  const ofTasks = gather(form.tasks, ({ name, note }, index) => {
    const remedy = saidIn(note) === '' ? '' : remedyIn(note.raw)
    if (remedy === '') return []
    const said = oneLine(name.raw)
    return [sentence(`${said}：${quoted(remedy)}。`, `${said}: ${quoted(remedy)}.`, `tasks[${index}].note`)]
  })
  return {
    title: both('存在问题和改进措施', 'Problems and remedies'),
    passages: passages(
      [...factsAbout(form, /问题|不足|原因|改进|措施|建议|整改|结论/), ...ofTasks, ...ofRows],
      sentence('表中没有填写存在问题和改进措施。', 'The form names no problems and no remedies.', 'form'),
    ),
    sections: [],
  }
}

export function tellUse(form: Form): Section {
  return {
    title: both('自评结果应用和公开情况', 'Use and publication of the result'),
    passages: passages(
      factsAbout(form, /应用|公开|公示/),
      sentence(
        '表中没有填写自评结果的应用和公开情况。',
        'The form does not say how the result is used and published.',
        'form',
      ),
    ),
    sections: [],
  }
}
