import type { CohortState } from '@/api/learners.gen'
import { cohortStateNames } from '@/api/words'
import { Tag, type TagTone } from '@/components/ui/tag/tag'

const tones: Record<CohortState, TagTone> = { planned: 'info', running: 'good', finished: 'neutral' }

export function CohortStateTag({ state }: { state: CohortState }) {
  return <Tag tone={tones[state]}>{cohortStateNames[state]}</Tag>
}
