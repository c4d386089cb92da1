import { organisationKindNames } from '@/api/host-words'
import type { OrganisationRead } from '@/api/placements.gen'
import { sectorNames } from '@/api/words'
import { SummaryList } from '@/components/ui/summary-list/summary-list'

export function OrganisationFacts({ organisation }: { organisation: OrganisationRead }) {
  return (
    <SummaryList
      facts={{
        Kind: organisationKindNames[organisation.kind],
        Sector: sectorNames[organisation.sector],
        Postcode: organisation.postcode,
        'NHS ODS code': organisation.ods_code,
        'CQC provider': organisation.cqc_provider_id,
        UKPRN: organisation.ukprn,
        'Employer id': organisation.employer_id,
      }}
    />
  )
}
