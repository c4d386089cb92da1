import { policyTopicNames, verdictNames } from '@/api/host-words'
import { queries } from '@/api/client'
import type { PolicyComparison } from '@/api/placements.gen'
import { Card } from '@/components/ui/card/card'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { Loaded } from '@/components/ui/query/loaded'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { Tag, type TagTone } from '@/components/ui/tag/tag'
import { Statement } from '@/features/policies/policy-statements'

type Topic = PolicyComparison['topics'][number]

export function Comparison({ organisationIds }: { organisationIds: string[] }) {
  const query = queries.useQuery('get', '/api/placements/v1/policies/comparison', {
    params: { query: { organisation_id: organisationIds } },
  })
  return (
    <Loaded query={query} lines={8}>
      {({ organisations, topics }) =>
        organisations.length < 2 ? (
          <EmptyState title="Nothing to compare">
            <p>Choose two or more organisations.</p>
          </EmptyState>
        ) : (
          byUrgency(topics).map((topic) => (
            <Card
              key={topic.topic}
              title={policyTopicNames[topic.topic]}
              actions={<Tag tone={tones[topic.verdict]}>{verdictNames[topic.verdict]}</Tag>}
            >
              <SummaryList
                facts={Object.fromEntries(
                  organisations.map(({ name }, index) => [
                    name,
                    <Cell key={name} statement={topic.statements[index]} />,
                  ]),
                )}
              />
            </Card>
          ))
        )
      }
    </Loaded>
  )
}

const tones: Record<Topic['verdict'], TagTone> = { different: 'attention', incomplete: 'neutral', same: 'good' }

/** What differs first: that has to be settled before a programme starts. */
function byUrgency(topics: readonly Topic[]): Topic[] {
  const order = Object.keys(verdictNames)
  return topics.toSorted((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict))
}

function Cell({ statement }: { statement: Topic['statements'][number] | undefined }) {
  if (!statement) return <span className="cw-muted">Nothing written</span>
  return <Statement {...statement} />
}
