import {
  clearanceName,
  codeInWords,
  settingAdjustmentNames,
  settingKindName,
  shiftsInWords,
  workingTimeInWords,
} from '@/api/host-words'
import type { SettingRead } from '@/api/placements.gen'
import { sectorNames } from '@/api/words'
import { MapLink } from '@/components/domain/map-link'
import { Card } from '@/components/ui/card/card'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { counted } from '@/lib/numbers'

export function SettingFacts({ setting }: { setting: SettingRead }) {
  return (
    <SummaryList
      facts={{
        Kind: settingKindName(setting.kind),
        Sector: sectorNames[setting.sector],
        Postcode: setting.postcode,
        Position: setting.position ? (
          <>
            {setting.position.latitude}, {setting.position.longitude}{' '}
            <MapLink position={setting.position} of={setting.name} />
          </>
        ) : (
          'Not known: journeys cannot be estimated'
        ),
        Shifts: shiftsInWords(setting.shift_pattern),
        Hours: workingTimeInWords(setting.working_time),
      }}
    />
  )
}

export function SettingRequirements({ setting }: { setting: SettingRead }) {
  return (
    <SummaryList
      facts={{
        Age: `${setting.minimum_age} and over on the first day`,
        Clearances: <Lines lines={setting.clearances.map(clearanceName)} none="None asked for" />,
        'Can arrange': setting.adjustments ? (
          <Lines lines={setting.adjustments.map((code) => settingAdjustmentNames[code])} none="No adjustments" />
        ) : (
          'Not said yet: ask before somebody needs an adjustment'
        ),
        'Lone working': setting.lone_working ? 'At times: each needs a risk assessment first' : 'No',
        Travel: setting.independent_travel ? 'Between visits by themselves' : null,
        'Tasks allowed': <Lines lines={setting.permitted_tasks} none="None listed" />,
      }}
    />
  )
}

/** 6.5 before 13.1. */
const { compare: byNumber } = new Intl.Collator('en-GB', { numeric: true })

export function EvidenceOpportunities({ evidence }: Pick<SettingRead, 'evidence'>) {
  if (evidence.length === 0) return <p className="cw-muted">Nobody has written down yet what can be evidenced here.</p>
  return (
    <SummaryList
      facts={Object.fromEntries(
        evidence.map(({ qualification, criteria }) => [
          codeInWords(qualification),
          `Criteria ${criteria.toSorted(byNumber).join(', ')}`,
        ]),
      )}
    />
  )
}

/** Mentors and the contact, for those who see them. */
export function SettingPeople({ setting: { mentors, contact } }: { setting: SettingRead }) {
  if (mentors === null) return null
  return (
    <Card title="People">
      {contact && (
        <SummaryList
          facts={{
            Contact: [contact.name, contact.role].filter(Boolean).join(', '),
            Telephone: contact.telephone,
            Email: contact.email,
          }}
        />
      )}
      <h3 className="cw-mentors__title">Mentors</h3>
      {mentors.length === 0 ? (
        <p className="cw-muted">No mentor is named yet.</p>
      ) : (
        <ul className="cw-rows">
          {mentors.map((mentor) => (
            <li key={mentor.name} className="cw-rows__row">
              {mentor.name}
              <span className="cw-rows__detail">{counted(mentor.apprentices_at_once, 'apprentice')} at once</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Lines({ lines, none }: { lines: readonly string[]; none: string }) {
  if (lines.length === 0) return none
  return (
    <ul className="cw-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
