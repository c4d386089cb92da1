import { queries } from '@/api/client'
import { CheckboxesField } from '@/components/ui/form/choice-fields'
import { Loaded } from '@/components/ui/query/loaded'

/** Whose apprentices an employer or line manager sees. */
export function OrganisationsField() {
  const query = queries.useQuery('get', '/api/placements/v1/organisations', { params: { query: { limit: 100 } } })
  return (
    <Loaded query={query}>
      {({ items }) => (
        <CheckboxesField
          name="organisation_ids"
          legend="Organisations"
          hint="For employers and line managers: they see the apprentices whom these employ."
          options={items.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Loaded>
  )
}
