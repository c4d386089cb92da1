import { getRouteApi, Link } from '@tanstack/react-router'
import { Page } from '@/components/ui/page/page'
import { AddProgrammeForm } from '@/features/programmes/programme-forms'

const route = getRouteApi('/signed-in/programmes/new')

export function AddProgrammePage() {
  const navigate = route.useNavigate()
  return (
    <Page
      title="Add a programme"
      narrow
      lead={<p>Learning days, reviews, rules and funding come after this, on pages of their own.</p>}
      back={
        <Link to="/programmes" className="nhsuk-back-link">
          Back to programmes
        </Link>
      }
    >
      <AddProgrammeForm
        onAdded={({ id, name }) =>
          navigate({
            to: '/programmes/$programmeId',
            params: { programmeId: id },
            state: { flash: `${name} is there: say now what each sector asks, and open a cohort` },
          })
        }
      />
    </Page>
  )
}
