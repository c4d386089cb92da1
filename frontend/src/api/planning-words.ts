import type { Adjustment, PlanningFactsUpdate, RemovalReason, TravelMeans } from '@/api/learners.gen'

/** What learners-api says about travel, hours and clearances, in words for people. */

export const travelMeansNames: Record<TravelMeans, string> = {
  car: 'Car',
  public_transport: 'Public transport',
}

export const firstSectorNames: Record<NonNullable<PlanningFactsUpdate['first_sector']>, string> = {
  health: 'Health',
  social_care: 'Social care',
}

export const adjustmentNames: Record<Adjustment, string> = {
  step_free_access: 'Step-free access',
  no_lifting: 'No lifting',
  no_night_shifts: 'No night shifts',
  quiet_space: 'A quiet space',
  hearing_support: 'Support with hearing',
  sight_support: 'Support with sight',
  fixed_hours: 'Fixed hours',
  regular_breaks: 'Regular breaks',
}

export const removalReasonNames: Record<RemovalReason, string> = {
  recorded_in_error: 'It was recorded in error',
  revoked: 'It was revoked',
  not_needed: 'It is not needed',
}
