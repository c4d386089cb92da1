import type { BoardRead } from '@/api/placements.gen'
import { BegunIcon, ConflictIcon, PinIcon } from '@/features/plans/board-icons'
import { travelInWords } from '@/features/plans/plan-words'

const tones = [
  ['health', 'Health'],
  ['social-care', 'Social care'],
  ['other', 'Other'],
  ['home', 'With the employer'],
  ['nowhere', 'No place yet'],
] as const

/** What the patterns, signs and minutes of the board mean. */
export function BoardLegend({ board }: { board: Pick<BoardRead, 'travel_sources'> }) {
  const travel = travelInWords(board.travel_sources)
  return (
    <ul className="cw-legend" aria-label="Signs on the board">
      {tones.map(([tone, name]) => (
        <li key={tone}>
          <span className={`cw-legend__swatch cw-bar--${tone}`} aria-hidden="true" />
          {name}
        </li>
      ))}
      <li>
        <BegunIcon /> Has begun
      </li>
      <li>
        <PinIcon /> Pinned
      </li>
      <li className="cw-legend__conflict">
        <ConflictIcon /> Breaks a rule
      </li>
      {travel && <li>{travel}</li>}
    </ul>
  )
}
