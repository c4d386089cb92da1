import { useState } from 'react'
import { queries } from '@/api/client'

/** The table to fill in: empty, or with a row for each learner of a cohort. */
export function TemplateLinks() {
  const [cohortId, setCohortId] = useState('')
  const query = queries.useQuery('get', '/api/learners/v1/cohorts', { params: { query: { limit: 100 } } })
  const address = (format: string) =>
    `/api/learners/v1/planning-facts/template?format=${format}${cohortId ? `&cohort_id=${cohortId}` : ''}`
  return (
    <>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label nhsuk-label--s" htmlFor="template-cohort">
          With a row for each learner of
        </label>
        <select
          id="template-cohort"
          className="nhsuk-select"
          value={cohortId}
          onChange={(event) => setCohortId(event.target.value)}
        >
          <option value="">No cohort: an empty table</option>
          {query.data?.items.map(({ id, name, programme_name }) => (
            <option key={id} value={id}>
              {name}, {programme_name}
            </option>
          ))}
        </select>
      </div>
      <ul className="nhsuk-list">
        <li>
          <a href={address('xlsx')} download>
            Download the table as XLSX
          </a>
        </li>
        <li>
          <a href={address('csv')} download>
            Download the table as CSV
          </a>
        </li>
      </ul>
    </>
  )
}
