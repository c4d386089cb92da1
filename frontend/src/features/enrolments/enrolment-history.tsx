import { queries } from '@/api/client'
import type { EnrolmentChangeRead } from '@/api/learners.gen'
import { allItems, byCursor } from '@/api/pages'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Loaded } from '@/components/ui/query/loaded'
import { changeKindNames, fieldInWords, reasonInWords, valueInWords } from '@/features/enrolments/change-words'
import { formatDate, formatInstant } from '@/lib/dates'
import { counted } from '@/lib/numbers'

/** What happened to an enrolment, the latest first. */
export function EnrolmentHistory({ enrolmentId }: { enrolmentId: string }) {
  const query = queries.useInfiniteQuery(
    'get',
    '/api/learners/v1/enrolments/{enrolment_id}/changes',
    { params: { path: { enrolment_id: enrolmentId } } },
    byCursor,
  )
  return (
    <Loaded query={query}>
      {(data) => {
        const changes = allItems(data)
        return (
          <>
            <ol className="cw-history">
              {changes.map((change) => (
                <Change key={change.id} change={change} />
              ))}
            </ol>
            {query.hasNextPage && <LoadMore query={query} shown={counted(changes.length, 'entry', 'entries')} />}
          </>
        )
      }}
    </Loaded>
  )
}

function Change({ change }: { change: EnrolmentChangeRead }) {
  const reason = reasonInWords(change)
  const dates = Object.keys(change.after).filter(
    (field) => fieldInWords(field) && field !== 'state' && field.endsWith('_on'),
  )
  return (
    <li className="cw-history__entry">
      <p className="cw-history__what">
        <strong>{changeKindNames[change.kind]}</strong> <span>{formatDate(change.effective_on)}</span>
      </p>
      {reason && <p>{reason}</p>}
      {change.kind !== 'started' &&
        dates.map((field) => (
          <p key={field}>
            {fieldInWords(field)}: {valueInWords(change.before[field])} → {valueInWords(change.after[field])}
          </p>
        ))}
      {change.note && <p className="cw-history__note">{change.note}</p>}
      <p className="cw-muted">Recorded {formatInstant(change.recorded_at)}</p>
    </li>
  )
}
