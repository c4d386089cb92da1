import { getRouteApi, Link } from '@tanstack/react-router'
import { personName } from '@/api/words'
import { Page } from '@/components/ui/page/page'
import { EnrolForm } from '@/features/enrolments/enrol-form'

const route = getRouteApi('/signed-in/enrolments/new')

export function EnrolPage() {
  const { cohort, learner } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Page
      title="Enrol a learner"
      narrow
      back={
        cohort ? (
          <Link to="/cohorts/$cohortId" params={{ cohortId: cohort }} className="nhsuk-back-link">
            Back to the cohort
          </Link>
        ) : (
          <Link to="/learners" className="nhsuk-back-link">
            Back to learners
          </Link>
        )
      }
    >
      <EnrolForm
        cohortId={cohort}
        learnerId={learner}
        onEnrolled={(enrolment) =>
          navigate({
            to: '/enrolments/$enrolmentId',
            params: { enrolmentId: enrolment.id },
            state: { flash: `${personName(enrolment)} is enrolled` },
          })
        }
      />
    </Page>
  )
}
