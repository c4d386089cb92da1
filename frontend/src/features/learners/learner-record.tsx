import type { LearnerRead, Sex } from '@/api/learners.gen'
import { ethnicities } from '@/components/domain/ethnicities'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { Tag } from '@/components/ui/tag/tag'
import { ageOn } from '@/lib/age'
import { formatDate, today } from '@/lib/dates'

const sexNames: Record<Sex, string> = { F: 'Female', M: 'Male' }

export function LearnerRecord({ learner }: { learner: LearnerRead }) {
  return (
    <SummaryList
      facts={{
        'Given names': learner.given_names,
        'Family name': learner.family_name,
        'Known as': learner.preferred_name,
        'Date of birth': `${formatDate(learner.date_of_birth)} (${ageOn(learner.date_of_birth, today())} years old)`,
        Sex: sexNames[learner.sex],
        Ethnicity: ethnicities.find(({ code }) => code === learner.ethnicity)?.name,
        ULN: learner.uln_is_temporary ? <Tag tone="attention">Temporary ULN</Tag> : learner.uln,
        'Email address': learner.email && <a href={`mailto:${learner.email}`}>{learner.email}</a>,
        Phone: learner.phone && <a href={`tel:${learner.phone.replaceAll(' ', '')}`}>{learner.phone}</a>,
        'Home postcode': learner.home_postcode,
      }}
    />
  )
}
