import type { ProgrammeRead } from '@/api/learners.gen'
import { sectorNames } from '@/api/words'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { reviewSentence, stageName } from '@/features/programmes/words'
import { counted, formatHours, formatMoney } from '@/lib/numbers'

export function ProgrammeFacts({ programme }: { programme: ProgrammeRead }) {
  const { standard, rotation, review_schedule: reviews, hourly_pay_pence: pay } = programme
  const weeks = rotation.blocks.reduce((total, block) => total + block.length_weeks, 0)
  return (
    <SummaryList
      facts={{
        Integration: stageName(programme.stage_of_integration),
        Length: counted(weeks, 'week'),
        Qualifications: (
          <Lines
            lines={programme.qualifications.map(({ title, level }) => (level ? `${title}, level ${level}` : title))}
          />
        ),
        'Standard for new starters': standard && `${standard.title} (${standard.reference}), level ${standard.level}`,
        Pathway: sectorNames[programme.pathway],
        'Weekly hours': `${formatHours(programme.weekly_hours)}, of which ${formatHours(programme.weekly_learning_hours)} of learning`,
        Pay:
          pay == null ? (
            programme.pay_note
          ) : (
            <Lines lines={[`${formatMoney(pay)} an hour`, programme.pay_note ?? '']} />
          ),
        Induction: programme.induction,
        Reviews: <Lines lines={[reviewSentence(reviews), reviews.note]} />,
      }}
    />
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.filter(Boolean).map((line) => (
    <span key={line} className="cw-line">
      {line}
    </span>
  ))
}
