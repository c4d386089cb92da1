import type { FundingLine, ProgrammeRead, Recruitment, SectorRule } from '@/api/learners.gen'
import { either, sectorNames, settingKindNames } from '@/api/words'
import { Card } from '@/components/ui/card/card'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { learningDayDetail } from '@/features/programmes/words'
import { formatCount, formatMoney } from '@/lib/numbers'

/** What a programme asks, costs and taught; parts without content are left out. */
export function ProgrammeDetails({ programme }: { programme: ProgrammeRead }) {
  const { sector_rules: rules, funding_lines: funding, requirements, evidence_gaps: gaps, story } = programme
  return (
    <>
      {rules.length > 0 && (
        <Card title="What each sector asks">
          <DataTable
            caption="What each sector asks of apprentices"
            captionHidden
            columns={ruleColumns}
            rows={rules}
            rowKey={({ sector }) => sector}
          />
        </Card>
      )}
      {gaps.length > 0 && (
        <Card title="Where evidence is hard to come by">
          <p>The rest of the rotation has to offer what these settings cannot.</p>
          <SummaryList
            facts={Object.fromEntries(
              gaps.map(({ setting_kind, activities }) => [
                capitalised(settingKindNames[setting_kind]),
                `No chance of ${either(activities)}`,
              ]),
            )}
          />
        </Card>
      )}
      {requirements.length > 0 && (
        <Card title="What apprentices and hosts need">
          <Points points={requirements} />
        </Card>
      )}
      {funding.length > 0 && (
        <Card title="Who pays for what">
          <DataTable
            caption="Funding lines"
            captionHidden
            columns={fundingColumns}
            rows={funding}
            rowKey={({ payer, purpose }) => `${payer} ${purpose}`}
          />
        </Card>
      )}
      {story.length > 0 && (
        <Card title="What happened, and what was learned">
          <Points points={story} />
        </Card>
      )}
    </>
  )
}

/** The learning days and how people came in: short enough for the side of the page. */
export function ProgrammeSide({ programme }: { programme: ProgrammeRead }) {
  const { learning_days: days, recruitment } = programme
  return (
    <>
      {days.length > 0 && (
        <Card title="Learning days">
          <ul className="cw-rows">
            {days.map((day) => (
              <li key={day.text} className="cw-rows__row">
                <div>
                  <strong>{day.text}</strong>
                  <p className="cw-rows__detail">{learningDayDetail(day)}</p>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {recruitment && <RecruitmentCard recruitment={recruitment} />}
    </>
  )
}

const ruleColumns: Column<SectorRule>[] = [
  { header: 'Sector', rowHeader: true, cell: ({ sector }) => sectorNames[sector] },
  { header: 'Youngest age', numeric: true, cell: (rule) => rule.minimum_age },
  { header: 'Vaccination', cell: ({ vaccination }) => capitalised(vaccination) },
  { header: 'Working pattern', cell: (rule) => rule.working_pattern },
]

const fundingColumns: Column<FundingLine>[] = [
  { header: 'Who pays', rowHeader: true, cell: ({ payer }) => payer },
  { header: 'For what', cell: ({ purpose }) => purpose },
  { header: 'Amount', numeric: true, cell: (line) => amount(line) },
]

function amount({ amount_pence, per_apprentice }: FundingLine): string {
  if (amount_pence === null) return 'Not known'
  return per_apprentice ? `${formatMoney(amount_pence)} an apprentice` : formatMoney(amount_pence)
}

function RecruitmentCard({ recruitment: { applied, shortlisted, recruited, channels } }: { recruitment: Recruitment }) {
  const figures = [
    ['applied', applied],
    ['shortlisted', shortlisted],
    ['recruited', recruited],
  ] as const
  return (
    <Card title="From application to start">
      <ul className="cw-figures">
        {figures.map(
          ([name, figure]) =>
            figure !== null && (
              <li key={name} className="cw-figures__figure">
                <strong>{formatCount(figure)}</strong> {name}
              </li>
            ),
        )}
      </ul>
      <p>{channels}</p>
    </Card>
  )
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet cw-points">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
