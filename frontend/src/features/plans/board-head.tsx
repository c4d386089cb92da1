import { memo } from 'react'
import type { BlockRead } from '@/api/placements.gen'
import { narrowWeeks } from '@/features/plans/board-cells'
import type { Stretch } from '@/features/plans/board-layout'
import { counted } from '@/lib/numbers'

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })
const dayName = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

interface BoardHeadProps {
  corner: string
  mondays: readonly string[]
  blocks: readonly BlockRead[]
  stretches: readonly Stretch[]
  /** The week of today on the board; outside it when the plan is past or to come. */
  currentWeek: number
}

/** Months, blocks and weeks over the board. */
export const BoardHead = memo(function BoardHead({ corner, mondays, blocks, stretches, currentWeek }: BoardHeadProps) {
  return (
    <div className="cw-board__head" role="rowgroup">
      <div className="cw-board__line cw-board__line--months" role="row" aria-rowindex={1}>
        <span className="cw-board__corner" role="columnheader" aria-colindex={1}>
          <span className="nhsuk-u-visually-hidden">Months</span>
        </span>
        {monthsOf(mondays).map(({ name, firstWeek, weeks }) => (
          <span
            key={firstWeek}
            role="columnheader"
            aria-colindex={firstWeek + 2}
            aria-colspan={weeks}
            className="cw-board__month"
            style={{ gridColumn: `${firstWeek + 2} / span ${weeks}` }}
          >
            {weeks > 1 ? name : <span className="nhsuk-u-visually-hidden">{name}</span>}
          </span>
        ))}
      </div>
      <div className="cw-board__line cw-board__line--blocks" role="row" aria-rowindex={2}>
        <span className="cw-board__corner" role="columnheader" aria-colindex={1}>
          <span className="nhsuk-u-visually-hidden">Blocks</span>
        </span>
        {blocks.map((block, index) => (
          <BlockHead key={block.number} block={block} stretch={stretches[index]} />
        ))}
      </div>
      <div className="cw-board__line cw-board__line--weeks" role="row" aria-rowindex={3}>
        <span className="cw-board__corner" role="columnheader" aria-colindex={1}>
          {corner}
        </span>
        {mondays.map((monday, week) => (
          <span
            key={monday}
            role="columnheader"
            aria-colindex={week + 2}
            aria-label={`${week === currentWeek ? 'This week, ' : ''}week ${week + 1}, from ${dayName.format(new Date(monday))}`}
            className="cw-board__week"
            aria-current={week === currentWeek ? 'date' : undefined}
          >
            {Number(monday.slice(8))}
          </span>
        ))}
      </div>
    </div>
  )
})

function BlockHead({ block, stretch }: { block: BlockRead; stretch: Stretch | undefined }) {
  if (!stretch) return null
  return (
    <span
      role="columnheader"
      aria-colindex={stretch.firstWeek + 2}
      aria-colspan={stretch.weeks}
      className={`cw-board__block${stretch.weeks <= narrowWeeks ? ' cw-board__block--narrow' : ''}${block.has_begun ? ' cw-board__block--begun' : ''}`}
      style={{ gridColumn: `${stretch.firstWeek + 2} / span ${stretch.weeks}` }}
    >
      <span className={stretch.weeks <= narrowWeeks ? undefined : 'cw-board__block-name'}>
        {block.number + 1}
        <span className={stretch.weeks <= narrowWeeks ? 'nhsuk-u-visually-hidden' : undefined}>. {block.name}</span>
      </span>
      <span className="nhsuk-u-visually-hidden">
        , {counted(stretch.weeks, 'week')}
        {block.has_begun ? ', has begun' : ''}
      </span>
    </span>
  )
}

interface Month extends Stretch {
  name: string
}

function monthsOf(mondays: readonly string[]): Month[] {
  const months: Month[] = []
  for (const [week, monday] of mondays.entries()) {
    const name = monthName.format(new Date(monday))
    const last = months.at(-1)
    if (last?.name === name) last.weeks += 1
    else months.push({ name, firstWeek: week, weeks: 1 })
  }
  return months
}
