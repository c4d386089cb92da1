import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import type { PlanningFactsRead } from '@/api/learners.gen'
import { firstSectorNames, travelMeansNames } from '@/api/planning-words'
import { sectorNames, settingKindNames } from '@/api/words'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { Loaded } from '@/components/ui/query/loaded'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { formatDate } from '@/lib/dates'
import { counted, formatHours } from '@/lib/numbers'

interface FactsProps {
  learnerId: string
  own: boolean
  mayChange: boolean
}

function useFacts(learnerId: string) {
  return queries.useQuery('get', '/api/learners/v1/learners/{learner_id}/planning-facts', {
    params: { path: { learner_id: learnerId } },
  })
}

export function TravelAndHours({ learnerId, own, mayChange }: FactsProps) {
  const query = useFacts(learnerId)
  return (
    <Card
      title={own ? 'My travel and hours' : 'Travel and hours'}
      actions={
        mayChange && (
          <Link
            to="/learners/$learnerId/travel-and-hours"
            params={{ learnerId }}
            className={buttonClass('secondary', true)}
          >
            Change travel and hours
          </Link>
        )
      }
    >
      <Loaded query={query}>
        {(facts) => {
          const shown = travelInWords(facts)
          return Object.values(shown).some(Boolean) ? (
            <SummaryList facts={shown} />
          ) : (
            <p className="cw-muted">Nothing is recorded yet. Plans then know neither how far nor how long.</p>
          )
        }}
      </Loaded>
    </Card>
  )
}

function travelInWords(facts: PlanningFactsRead) {
  const { home_position: home, travel_means: means, travel_limit_minutes: limit } = facts
  return {
    'Travels by': means.map((each) => travelMeansNames[each]).join(', '),
    'At most': limit && `${counted(limit, 'minute')} one way`,
    'Home is near': home && `${home.latitude}, ${home.longitude}`,
    'Contracted hours': facts.contracted_weekly_hours && `${formatHours(facts.contracted_weekly_hours)} a week`,
    'Works at most': facts.weekly_hours_limit && `${formatHours(facts.weekly_hours_limit)} a week`,
    'Opted out of 48 hours': facts.opted_out_on && formatDate(facts.opted_out_on),
    'Has to start in': facts.first_sector && firstSectorNames[facts.first_sector],
  }
}

export function PreferencesOfLearner({ learnerId, own, mayChange }: FactsProps) {
  const query = useFacts(learnerId)
  return (
    <Card
      title={own ? 'My preferences' : 'Preferences'}
      actions={
        mayChange && (
          <Link to="/learners/$learnerId/preferences" params={{ learnerId }} className={buttonClass('secondary', true)}>
            {own ? 'Give my preferences' : 'Change preferences'}
          </Link>
        )
      }
    >
      <Loaded query={query}>
        {({ preferences, sector_of_choice }) => {
          const shown = {
            'Would like most': preferences.setting_kinds.map((kind) => settingKindNames[kind]).join(', then '),
            'In their own words': preferences.note,
            'Sector of choice before': sector_of_choice.before && sectorNames[sector_of_choice.before],
            'Sector of choice now': sector_of_choice.now && sectorNames[sector_of_choice.now],
          }
          return Object.values(shown).some(Boolean) ? (
            <SummaryList facts={shown} />
          ) : (
            <p className="cw-muted">
              {own ? 'Tell what you would like: plans take it into account where they can.' : 'None are given yet.'}
            </p>
          )
        }}
      </Loaded>
    </Card>
  )
}
