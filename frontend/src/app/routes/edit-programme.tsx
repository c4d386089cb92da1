import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { BackToProgramme, useReturnToProgramme } from '@/app/routes/ways-back'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { FactsForm, FundingForm, LearningForm, RotationForm, RulesForm } from '@/features/programmes/programme-forms'
import { type ProgrammeSection, sectionNames } from '@/features/programmes/sections'

const route = getRouteApi('/signed-in/programmes/$programmeId/edit/$section')

const forms: Record<ProgrammeSection, typeof FactsForm> = {
  facts: FactsForm,
  rotation: RotationForm,
  learning: LearningForm,
  rules: RulesForm,
  funding: FundingForm,
}

export function EditProgrammePage() {
  const { programmeId, section } = route.useParams()
  const returnToProgramme = useReturnToProgramme(programmeId)
  const query = queries.useQuery('get', '/api/learners/v1/programmes/{programme_id}', {
    params: { path: { programme_id: programmeId } },
  })
  const title = sectionNames[section]
  const SectionForm = forms[section]
  const back = <BackToProgramme programmeId={programmeId} />
  return (
    <LoadedPage query={query} title={title} back={back}>
      {(programme) => (
        <Page title={title} kicker={programme.name} back={back} narrow>
          <SectionForm programme={programme} onSaved={() => returnToProgramme('The programme is saved')} />
        </Page>
      )}
    </LoadedPage>
  )
}
