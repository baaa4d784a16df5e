/** The layouts that are built in: which columns each prints, and where it was seen. */

import { useState } from 'react'
import { layouts } from '../../../src/core/rulebook/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { useAdminSay } from './admin-texts.ts'

export function LayoutsPart() {
  const say = useAdminSay()
  const { lang } = usePreferences()
  const [id, setId] = useState(layouts[0]!.id)
  const layout = layouts.find((each) => each.id === id)!
  const tables = layout.blocks.filter((block) => block.block === 'tasks' || block.block === 'indicators')
  return (
    <>
      <p className="soft">{say('layouts.hint')}</p>
      <label className="field">
        <span className="label">{say('layouts.choose')}</span>
        <select className="input" value={id} onChange={(event) => setId(event.target.value)}>
          {layouts.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title[lang]}
            </option>
          ))}
        </select>
      </label>
      <p>
        {say('layouts.source')}：{layout.source[lang]}
      </p>
      {tables.map((block) => (
        <div key={block.block} className="wide-table">
          <table className="data">
            <caption className="unseen">{block.label ?? say('layouts.columns')}</caption>
            <thead>
              <tr>
                {block.columns.map(({ field, header }) => (
                  <th key={`${field} ${header}`} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                {block.columns.map(({ field, header }) => (
                  <td key={`${field} ${header}`} className="soft">
                    {field}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      ))}
    </>
  )
}
