import { placementStateNames } from '@/api/placement-words'
import type { State } from '@/api/placements.gen'
import { Tag } from '@/components/ui/tag/tag'
import { stateTones } from '@/features/placements/placement-words'

export function PlacementTag({ state }: { state: State }) {
  return <Tag tone={stateTones[state]}>{placementStateNames[state]}</Tag>
}
