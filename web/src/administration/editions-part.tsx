/** The scoring rules that are built in: every number with its clause, and the cases that hold them. */

import { useState } from 'react'
import type { Citation } from '../../../src/core/model/index.ts'
import {
  clauseById,
  documents,
  type Edition,
  editions,
  type IncompleteEdition,
  incompleteEditions,
  parametersOf,
} from '../../../src/core/rulebook/index.ts'
import { evidenceWords } from '../../../src/core/texts/index.ts'
import { ListTable } from '../shell/list-table.tsx'
import { usePreferences } from '../theme/preferences.ts'
import { type AdminSay, useAdminSay } from './admin-texts.ts'
import { caseWords, parameterName } from './edition-words.ts'

const all: readonly (Edition | IncompleteEdition)[] = [...editions, ...incompleteEditions]

/** The years of an edition; one without an end still holds. */
function yearsOf(edition: Edition | IncompleteEdition, say: AdminSay): string {
  return edition.status === 'complete'
    ? `${edition.firstYear.value}–${edition.lastYear?.value ?? ''}`
    : say('editions.incomplete')
}

export function EditionsPart() {
  const say = useAdminSay()
  const { lang } = usePreferences()
  const [id, setId] = useState(all[0]!.id)
  const edition = all.find((each) => each.id === id)!
  return (
    <>
      <p className="soft">{say('editions.hint')}</p>
      <label className="field">
        <span className="label">{say('editions.choose')}</span>
        <select className="input" value={id} onChange={(event) => setId(event.target.value)}>
          {all.map((each) => (
            <option key={each.id} value={each.id}>
              {[each.title[lang], each.place.name || say('editions.whole'), yearsOf(each, say)].join(' · ')}
            </option>
          ))}
        </select>
      </label>
      {edition.note !== undefined && <p>{edition.note[lang]}</p>}
      <h2>{say('editions.numbers')}</h2>
      <ListTable>
        <table className="data">
          <caption className="unseen">
            {edition.title[lang]} {say('editions.numbers')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say('editions.parameter')}</th>
              <th scope="col" className="number">
                {say('editions.value')}
              </th>
              <th scope="col">{say('editions.law')}</th>
              <th scope="col">{say('editions.evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {parametersOf(edition).map(({ name, parameter: { value, law } }) => (
              <tr key={name}>
                <th scope="row">{parameterName(name, edition)[lang]}</th>
                <td className="number">{value}</td>
                <td>
                  <Clause law={law} />
                </td>
                <td className="whole">{evidenceWords[law.evidence][lang]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ListTable>
      <h2>{say('editions.cases')}</h2>
      <Cases edition={edition} />
    </>
  )
}

function Clause({ law }: { law: Citation }) {
  const { lang } = usePreferences()
  const clause = clauseById(law.clause)
  const document = documents.find(({ id }) => law.clause.startsWith(`${id}/`))
  return (
    <>
      {document?.title[lang] ?? law.clause}
      {clause !== undefined && <div className="soft">{clause.summary[lang]}</div>}
    </>
  )
}

/** Each case of the edition in words: what is given, what must come out; the tests hold each of them. */
function Cases({ edition }: { edition: Edition | IncompleteEdition }) {
  const say = useAdminSay()
  const { lang } = usePreferences()
  return (
    <ListTable>
      <table className="data">
        <caption className="unseen">{say('editions.cases')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('editions.given')}</th>
            <th scope="col">{say('editions.result')}</th>
          </tr>
        </thead>
        <tbody>
          {edition.cases.map((each) => {
            const [given, result] = caseWords(each, edition)
            return (
              <tr key={JSON.stringify(each)}>
                <td>{given[lang]}</td>
                <td>{result[lang]}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ListTable>
  )
}
