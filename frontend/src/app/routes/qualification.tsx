import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { qualificationKindNames, versionStateNames, versionStateTones } from '@/api/portfolio-words'
import type { QualificationRead } from '@/api/portfolio.gen'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { Loaded, LoadedPage } from '@/components/ui/query/loaded'
import { Tag } from '@/components/ui/tag/tag'
import { OtherVersions, VersionFacts, VersionSource } from '@/features/qualifications/version-facts'
import { VersionUnits } from '@/features/qualifications/version-units'

const route = getRouteApi('/signed-in/qualifications/$qualificationId')

export function QualificationPage() {
  const { qualificationId } = route.useParams()
  const { version: number } = route.useSearch()
  const query = queries.useQuery('get', '/api/portfolio/v1/qualifications/{qualification_id}', {
    params: { path: { qualification_id: qualificationId } },
  })
  const back = <Breadcrumbs steps={[{ label: 'Qualifications', link: { to: '/qualifications' } }]} />
  return (
    <LoadedPage query={query} title="Qualification" back={back}>
      {(qualification) => {
        const shown = versionToShow(qualification, number)
        return (
          <Page
            title={qualification.title}
            kicker={qualificationKindNames[qualification.kind]}
            back={back}
            status={shown && <Tag tone={versionStateTones[shown.state]}>{versionStateNames[shown.state]}</Tag>}
          >
            {shown ? (
              <Version qualification={qualification} versionId={shown.id} />
            ) : (
              <EmptyState title="No version yet">
                <p>Its units and criteria appear here as soon as somebody has begun a version.</p>
              </EmptyState>
            )}
          </Page>
        )
      }}
    </LoadedPage>
  )
}

/** The one that the address names, or else the one in force. */
function versionToShow({ versions }: QualificationRead, number: number | undefined) {
  return (
    versions.find((version) => version.number === number) ??
    versions.find(({ state }) => state === 'published') ??
    versions[0]
  )
}

function Version({ qualification, versionId }: { qualification: QualificationRead; versionId: string }) {
  const query = queries.useQuery('get', '/api/portfolio/v1/qualifications/{qualification_id}/versions/{version_id}', {
    params: { path: { qualification_id: qualification.id, version_id: versionId } },
  })
  return (
    <Loaded query={query} lines={10}>
      {(version) => (
        <div className="cw-columns">
          <div>
            <VersionUnits key={version.id} version={version} />
          </div>
          <div>
            <VersionFacts version={version} />
            <OtherVersions qualification={qualification} shown={version.id} />
            <VersionSource source={version.source} />
          </div>
        </div>
      )}
    </Loaded>
  )
}
