import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { kindAndLevel } from '@/api/portfolio-words'
import { Loaded } from '@/components/ui/query/loaded'
import { counted } from '@/lib/numbers'

export function RequirementsOfProgramme({ programmeId }: { programmeId: string }) {
  const query = queries.useQuery('get', '/api/portfolio/v1/programme-requirements/{programme_id}', {
    params: { path: { programme_id: programmeId } },
  })
  return (
    <Loaded query={query}>
      {({ qualifications }) => {
        if (qualifications.length === 0) {
          return <p className="cw-muted">Nothing has been set yet, so plans look for no evidence.</p>
        }
        return (
          <ul className="cw-rows">
            {qualifications.map((qualification) => (
              <li key={qualification.version_id} className="cw-rows__row">
                <div>
                  <Link
                    to="/qualifications/$qualificationId"
                    params={{ qualificationId: qualification.qualification_id }}
                    search={{ version: qualification.number }}
                    className="cw-rows__link"
                  >
                    {qualification.title}
                  </Link>
                  <p className="cw-rows__detail">
                    {kindAndLevel(qualification)}, {qualification.label}.{' '}
                    {counted(qualification.criterion_count, 'criterion', 'criteria')}, of which{' '}
                    {qualification.placement_criterion_count} belong in a placement.
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )
      }}
    </Loaded>
  )
}
