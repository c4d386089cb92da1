import type { EnrolmentState } from '@/api/learners.gen'
import { enrolmentStateNames } from '@/api/words'
import { Tag, type TagTone } from '@/components/ui/tag/tag'

const tones: Record<EnrolmentState, TagTone> = {
  active: 'good',
  on_break: 'attention',
  withdrawn: 'stopped',
  completed: 'neutral',
}

export function EnrolmentStateTag({ state }: { state: EnrolmentState }) {
  return <Tag tone={tones[state]}>{enrolmentStateNames[state]}</Tag>
}
