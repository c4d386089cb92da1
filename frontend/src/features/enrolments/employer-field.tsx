import { queries } from '@/api/client'
import type { OrganisationKind } from '@/api/placements.gen'
import { SelectField } from '@/components/ui/form/select-field'

/** Who teaches and certifies does not employ those whom it teaches and certifies. */
const neverEmployers = new Set<OrganisationKind>(['training_provider', 'awarding_organisation'])

export function EmployerField() {
  const query = queries.useQuery('get', '/api/placements/v1/organisations', { params: { query: { limit: 100 } } })
  const employers = query.data?.items.filter(({ kind }) => !neverEmployers.has(kind)) ?? []
  return (
    <SelectField
      name="employer_organisation_id"
      label="Employer of record"
      hint={
        query.isError
          ? 'The organisations cannot be read at the moment. Reload the page to try again.'
          : 'Who pays the apprentice. It stays the same while hosts change.'
      }
      placeholder="Choose an employer"
      options={employers.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
