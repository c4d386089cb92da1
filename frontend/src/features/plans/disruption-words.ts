import type { DisruptionCreate, DisruptionState } from '@/api/placements.gen'
import type { TagTone } from '@/components/ui/tag/tag'

export type Happening = DisruptionCreate['what']
export type HappeningKind = Happening['kind']

export const happeningNames: Record<HappeningKind, string> = {
  host_leaves: 'A host drops out',
  setting_closes: 'A setting closes',
  capacity_shrinks: 'A setting can take fewer',
  apprentice_leaves: 'An apprentice leaves',
  clearance_fails: 'A clearance fails or runs out',
}

export const disruptionStateNames: Record<DisruptionState, string> = {
  queued: 'Waiting for its turn',
  working: 'Looking for alternatives',
  mended: 'Alternatives found',
  no_mend: 'Cannot be mended as it is',
  failed: 'Failed',
}

export const disruptionTones: Record<DisruptionState, TagTone> = {
  queued: 'info',
  working: 'info',
  mended: 'good',
  no_mend: 'attention',
  failed: 'stopped',
}

export function isLooking(state: DisruptionState): boolean {
  return state === 'queued' || state === 'working'
}
