import { Link, useNavigate } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { personName } from '@/api/words'

/** What the pages about a part of a learner's record share. */

export function BackToRecord({ learnerId }: { learnerId: string }) {
  return (
    <Link to="/learners/$learnerId" params={{ learnerId }} className="nhsuk-back-link">
      Back to the record
    </Link>
  )
}

/** Whom the page is about, as soon as that is known. */
export function useLearnerName(learnerId: string): string | undefined {
  const { data } = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}', {
    params: { path: { learner_id: learnerId } },
  })
  return data && personName(data)
}

/** Back to the record, which says what has been done. */
export function useReturnToRecord(learnerId: string) {
  const navigate = useNavigate()
  return (flash: string) => navigate({ to: '/learners/$learnerId', params: { learnerId }, state: { flash } })
}
