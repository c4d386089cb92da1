import type { Block, RotationPattern } from '@/api/learners.gen'
import { Timeline, type TimelineStep, type TimelineTone } from '@/components/ui/timeline/timeline'
import { blockDetail, orderingSentence } from '@/features/programmes/words'

/** The rotation pattern drawn to scale; both halves where the cohort swaps. */
export function RotationTimeline({ rotation }: { rotation: RotationPattern }) {
  const { blocks, ordering } = rotation
  return (
    <>
      <p>{orderingSentence(rotation)}</p>
      {ordering === 'half_and_half' ? (
        <>
          <h3 className="cw-card__subtitle">One half</h3>
          <Timeline label="Rotation of one half" steps={blocks.map(toStep)} />
          <h3 className="cw-card__subtitle">The other half</h3>
          <Timeline label="Rotation of the other half" steps={swapped(blocks).map(toStep)} />
        </>
      ) : (
        <Timeline label="Rotation" steps={blocks.map(toStep)} />
      )}
    </>
  )
}

/** The same blocks with the two placements changed over, as the other half goes through them. */
function swapped(blocks: readonly Block[]): Block[] {
  const placements = blocks.filter(({ kind }) => kind === 'placement').toReversed()
  return blocks.map((block) => (block.kind === 'placement' ? (placements.shift() ?? block) : block))
}

function toStep(block: Block): TimelineStep {
  return { name: block.name, weeks: block.length_weeks, tone: toneOf(block), detail: blockDetail(block) }
}

function toneOf({ kind, sector }: Block): TimelineTone {
  if (sector === 'health') return 'health'
  if (sector === 'social_care') return 'social-care'
  return kind === 'placement' ? 'either' : 'neutral'
}
