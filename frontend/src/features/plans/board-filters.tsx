import { useMemo } from 'react'
import type { BoardRead } from '@/api/placements.gen'
import { sectorNames } from '@/api/words'
import { FilterSelect, Filters, SearchBox } from '@/components/ui/filters/filters'
import type { BoardFilter, BoardView } from '@/features/plans/board-rows'
import { keysOf } from '@/lib/keys-of'

interface BoardFiltersProps {
  board: BoardRead
  view: BoardView
  filter: BoardFilter
  onSearch: (part: BoardFilter & { view?: BoardView | undefined }) => void
}

const views = { people: 'People by weeks', settings: 'Settings by weeks' } as const

export function BoardFilters({ board, view, filter, onSearch }: BoardFiltersProps) {
  const employers = useMemo(
    () => optionsFrom(board.people.map((person) => [person.employer_organisation_id, person.employer_name])),
    [board.people],
  )
  const settings = useMemo(() => optionsFrom(board.settings.map(({ id, name }) => [id, name])), [board.settings])
  return (
    <div className="cw-board__filters">
      <div className="cw-switch" role="group" aria-label="View">
        {keysOf(views).map((name) => (
          <button
            key={name}
            type="button"
            className="cw-switch__button"
            aria-pressed={view === name}
            onClick={() => onSearch({ view: name === 'people' ? undefined : name })}
          >
            {views[name]}
          </button>
        ))}
        <button
          type="button"
          className="cw-switch__button"
          aria-pressed={filter.conflicts ?? false}
          onClick={() => onSearch({ conflicts: filter.conflicts ? undefined : true })}
        >
          Only conflicts
        </button>
      </div>
      <Filters label="Filter the board">
        <SearchBox label="Name" value={filter.q ?? ''} onSearch={(q) => onSearch({ q: q || undefined })} />
        <FilterSelect
          name="employer"
          label="Employer"
          value={filter.employer ?? ''}
          all="All employers"
          options={employers}
          onChoose={(employer) => onSearch({ employer: employer || undefined })}
        />
        <FilterSelect
          name="setting"
          label="Setting"
          value={filter.setting ?? ''}
          all="All settings"
          options={settings}
          onChoose={(setting) => onSearch({ setting: setting || undefined })}
        />
        <FilterSelect
          name="sector"
          label="Sector"
          value={filter.sector ?? ''}
          all="All sectors"
          options={sectors}
          onChoose={(chosen) => onSearch({ sector: keysOf(sectorNames).find((sector) => sector === chosen) })}
        />
      </Filters>
    </div>
  )
}

const sectors = keysOf(sectorNames).map((value) => ({ value, label: sectorNames[value] }))

function optionsFrom(pairs: readonly (readonly [string, string])[]): { value: string; label: string }[] {
  return Array.from(new Map(pairs), ([value, label]) => ({ value, label })).toSorted((a, b) =>
    a.label.localeCompare(b.label, 'en-GB'),
  )
}
