import type { Need, PlacementSummary, FeedbackSide, State, Step, TravelMeans } from '@/api/placements.gen'
import type { TagTone } from '@/components/ui/tag/tag'
import { formatShortDate } from '@/lib/dates'

/** What placements-api says about placements, in words for people. */

export const stateTones: Record<State, TagTone> = {
  proposed: 'neutral',
  offered: 'attention',
  accepted: 'info',
  declined: 'stopped',
  confirmed: 'good',
  inducted: 'good',
  started: 'good',
  suspended: 'attention',
  completed: 'neutral',
  withdrawn: 'stopped',
}

interface StepWords {
  /** On the link to the step. */
  link: string
  /** Heading of its page. */
  title: string
  /** On the button that takes it. */
  button: string
  /** Says on the next page that it is done. */
  done: string
}

export const stepWords: Record<Step, StepWords> = {
  offer: {
    link: 'Offer it to the host',
    title: 'Offer the placement',
    button: 'Offer it',
    done: 'The placement is offered',
  },
  accept: {
    link: 'Accept the offer',
    title: 'Accept the placement',
    button: 'Accept',
    done: 'The placement is accepted',
  },
  decline: {
    link: 'Decline the offer',
    title: 'Decline the placement',
    button: 'Decline',
    done: 'The placement is declined',
  },
  confirm: {
    link: 'Confirm it to the apprentice',
    title: 'Confirm the placement',
    button: 'Confirm',
    done: 'The placement is confirmed',
  },
  induct: {
    link: 'Record the induction',
    title: 'Record the induction at the host',
    button: 'Record the induction',
    done: 'The induction is recorded',
  },
  start: {
    link: 'Record the start',
    title: 'Record the start',
    button: 'Record the start',
    done: 'The placement is under way',
  },
  suspend: {
    link: 'Suspend it',
    title: 'Suspend the placement',
    button: 'Suspend',
    done: 'The placement is suspended',
  },
  resume: {
    link: 'Resume it',
    title: 'Resume the placement',
    button: 'Resume',
    done: 'The placement is under way again',
  },
  complete: {
    link: 'Record the end',
    title: 'Record the end',
    button: 'Record the end',
    done: 'The placement is completed',
  },
  withdraw: {
    link: 'Withdraw it',
    title: 'Withdraw the placement',
    button: 'Withdraw',
    done: 'The placement is withdrawn',
  },
}

const otherSteps: Record<string, string> = {
  propose: 'Planned',
  move: 'Moved to other days',
  publish_rota: 'Rota published',
}

const takenSteps: Record<Step, string> = {
  offer: 'Offered',
  accept: 'Accepted',
  decline: 'Declined',
  confirm: 'Confirmed',
  induct: 'Inducted at the host',
  start: 'Started',
  suspend: 'Suspended',
  resume: 'Resumed',
  complete: 'Completed',
  withdraw: 'Withdrawn',
}

export function stepTaken(step: string): string {
  return isStep(step) ? takenSteps[step] : (otherSteps[step] ?? step)
}

export function isStep(step: string): step is Step {
  return Object.hasOwn(takenSteps, step)
}

export const needWords: Record<Need, { name: string; tone: TagTone }> = {
  should_have_ended: { name: 'Should have ended', tone: 'stopped' },
  should_have_started: { name: 'Should have started', tone: 'stopped' },
  offer_late: { name: 'Offer is late', tone: 'stopped' },
  answer_late: { name: 'Answer is late', tone: 'stopped' },
  induction_due: { name: 'Induction due', tone: 'attention' },
  rota_late: { name: 'Rota is late', tone: 'attention' },
  offer_due: { name: 'To be offered', tone: 'info' },
  answer_due: { name: 'To be answered', tone: 'info' },
  confirmation_due: { name: 'To be confirmed', tone: 'info' },
}

export const meansNames: Record<TravelMeans, string> = {
  car: 'By car',
  public_transport: 'By bus or train',
  walking: 'On foot',
  cycling: 'By bicycle',
}

export const sideNames: Record<FeedbackSide, string> = { apprentice: 'The apprentice', host: 'The host' }

type Named = Pick<PlacementSummary, 'given_names' | 'family_name'>
type Placed = Pick<PlacementSummary, 'setting_name' | 'organisation_name'>
type Dated = Pick<PlacementSummary, 'starts_on' | 'ends_on'>

export function apprenticeName({ given_names, family_name }: Named): string {
  return [given_names, family_name].filter(Boolean).join(' ') || 'Apprentice'
}

export function placeName({ setting_name, organisation_name }: Placed): string {
  return setting_name === null ? `At the employer, ${organisation_name}` : `${setting_name}, ${organisation_name}`
}

export function period({ starts_on, ends_on }: Dated): string {
  return `${formatShortDate(starts_on)} to ${formatShortDate(ends_on)}`
}
