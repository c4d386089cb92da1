import { queries } from '@/api/client'
import type { FeedbackSummary } from '@/api/placements.gen'
import { sectorNames } from '@/api/words'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Loaded } from '@/components/ui/query/loaded'
import { counted } from '@/lib/numbers'

type SettingRating = FeedbackSummary['ratings'][number]
type SectorChoices = FeedbackSummary['sector_choices'][number]

/** What a cohort and its hosts say of the placements, and where its apprentices would work before and after. */
export function CohortFeedback({ cohortId }: { cohortId: string }) {
  const query = queries.useQuery('get', '/api/placements/v1/feedback-summary', {
    params: { query: { cohort_id: cohortId } },
  })
  return (
    <Loaded query={query}>
      {({ ratings, sector_choices }) => {
        if (ratings.length === 0) {
          return (
            <p className="cw-muted">
              Nobody has given feedback yet. Apprentices and hosts are asked from the start of each placement on.
            </p>
          )
        }
        return (
          <>
            {sector_choices.length > 0 && (
              <>
                <p>{changeOfMind(sector_choices)}</p>
                <DataTable
                  caption="Sector that apprentices would choose"
                  columns={choiceColumns}
                  rows={sector_choices}
                  rowKey={({ before, now }) => `${before} ${now}`}
                />
              </>
            )}
            <DataTable
              caption="How placements are rated, out of 5"
              columns={ratingColumns}
              rows={ratings}
              rowKey={({ setting_id, by }) => `${setting_id} ${by}`}
            />
          </>
        )
      }}
    </Loaded>
  )
}

function changeOfMind(choices: readonly SectorChoices[]): string {
  const all = choices.reduce((sum, { count }) => sum + count, 0)
  const changed = choices.filter(({ before, now }) => before !== now).reduce((sum, { count }) => sum + count, 0)
  return changed === 0
    ? `None of ${counted(all, 'answer')} names another sector than before.`
    : `${changed} of ${counted(all, 'answer')} ${changed === 1 ? 'names' : 'name'} another sector than before.`
}

const choiceColumns: Column<SectorChoices>[] = [
  { header: 'Before', rowHeader: true, cell: ({ before }) => sectorNames[before] },
  { header: 'Now', cell: ({ now }) => sectorNames[now] },
  { header: 'Answers', numeric: true, cell: ({ count }) => count },
]

const ratingColumns: Column<SettingRating>[] = [
  { header: 'Setting', rowHeader: true, cell: ({ setting_name }) => setting_name },
  { header: 'Who says it', cell: ({ by }) => (by === 'host' ? 'The host' : 'Apprentices') },
  { header: 'Average', numeric: true, cell: ({ average }) => average.toFixed(1) },
  { header: 'Answers', numeric: true, cell: ({ count }) => count },
]
