import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queries } from '@/api/client'
import { hasStatus, problemOf } from '@/api/failure'
import type { ChecklistItem, ChecklistLevel, ChecklistRead, PublicationRead, ScenarioRead } from '@/api/placements.gen'
import { ifMatch, useRefreshHosts } from '@/api/refresh'
import { Button } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { Notice } from '@/components/ui/notice/notice'
import { failureWords } from '@/components/ui/query/failure'
import { Loaded } from '@/components/ui/query/loaded'
import { Tag, type TagTone } from '@/components/ui/tag/tag'
import { HostShares } from '@/features/plans/host-shares'
import { counted } from '@/lib/numbers'

/** What to look at before a plan is put in force, and the button that does it. */
export function Publication({ scenario }: { scenario: ScenarioRead }) {
  const [published, setPublished] = useState<PublicationRead>()
  const query = queries.useQuery('get', '/api/placements/v1/scenarios/{scenario_id}/checklist', {
    params: { path: { scenario_id: scenario.id } },
  })
  if (published) return <Published result={published} />
  if (scenario.state === 'published') return <p>This plan is in force.</p>
  return (
    <Loaded query={query} lines={6}>
      {(checklist) => (
        <div className="cw-columns">
          <div>
            <Card title="Before you publish">
              <Checklist items={checklist.items} />
              <PublishForm
                scenario={scenario}
                checklist={checklist}
                onPublished={setPublished}
                onMovedOn={() => void query.refetch()}
              />
            </Card>
          </div>
          <div>
            <Card title="Hosts">
              <HostShares hosts={checklist.hosts} />
            </Card>
          </div>
        </div>
      )}
    </Loaded>
  )
}

const levels: Record<ChecklistLevel, { name: string; tone: TagTone }> = {
  stop: { name: 'To be solved', tone: 'stopped' },
  accept: { name: 'To be accepted', tone: 'attention' },
  know: { name: 'Good to know', tone: 'info' },
}
const levelOrder: ChecklistLevel[] = ['stop', 'accept', 'know']

function Checklist({ items }: { items: readonly ChecklistItem[] }) {
  if (items.length === 0)
    return <p>Nothing speaks against it: the plan keeps every rule and rests on what is on record.</p>
  const ordered = levelOrder.flatMap((level) => items.filter((item) => item.level === level))
  return (
    <ul className="cw-checklist">
      {ordered.map(({ level, sentence }) => (
        <li key={`${level} ${sentence}`}>
          <Tag tone={levels[level].tone}>{levels[level].name}</Tag>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  )
}

interface PublishFormProps {
  scenario: ScenarioRead
  checklist: ChecklistRead
  onPublished: (result: PublicationRead) => void
  onMovedOn: () => void
}

function PublishForm({ scenario, checklist, onPublished, onMovedOn }: PublishFormProps) {
  const refresh = useRefreshHosts()
  const [accepted, setAccepted] = useState(false)
  const [unanswered, setUnanswered] = useState(false)
  const publish = useMutation({
    mutationFn: () =>
      api.POST('/api/placements/v1/scenarios/{scenario_id}/publish', {
        params: { path: { scenario_id: scenario.id }, header: { 'if-match': ifMatch(scenario) } },
        body: { plan_version: checklist.plan_version, accept: accepted },
      }),
    onSuccess: async ({ data }) => {
      if (data) onPublished(data)
      await refresh()
    },
    onError: async (error) => {
      if (!hasStatus(error, 412) && !hasStatus(error, 409)) return
      await refresh()
      onMovedOn()
    },
  })
  if (!checklist.can_publish) return <p>Solve what stands above first; then this plan can be published.</p>

  function submit() {
    if (checklist.needs_acceptance && !accepted) setUnanswered(true)
    else publish.mutate()
  }

  return (
    <>
      {checklist.needs_acceptance && (
        <div className={`nhsuk-form-group${unanswered ? ' nhsuk-form-group--error' : ''}`}>
          {unanswered && (
            <span className="nhsuk-error-message" id="accept-error" role="alert">
              <span className="nhsuk-u-visually-hidden">Error:</span> Say that you accept what is marked so above
            </span>
          )}
          <div className="nhsuk-checkboxes">
            <div className="nhsuk-checkboxes__item">
              <input
                type="checkbox"
                className="nhsuk-checkboxes__input"
                id="accept"
                checked={accepted}
                aria-describedby={unanswered ? 'accept-error' : undefined}
                onChange={(event) => {
                  setAccepted(event.target.checked)
                  setUnanswered(false)
                }}
              />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="accept">
                I accept what is marked “{levels.accept.name}”
              </label>
            </div>
          </div>
        </div>
      )}
      {publish.error && (
        <p className="nhsuk-error-message" role="alert">
          {hasStatus(publish.error, 412)
            ? 'Somebody else changed this plan meanwhile. It was read anew: look at it again, then publish.'
            : (problemOf(publish.error)?.detail ?? failureWords(publish.error).text)}
        </p>
      )}
      <p>Publishing makes the placements: hosts and apprentices are told what is new for them.</p>
      <Button aria-disabled={publish.isPending} onClick={submit}>
        {publish.isPending ? 'Publishing…' : 'Publish this plan'}
      </Button>
    </>
  )
}

function Published({ result: { created, moved, withdrawn, unchanged } }: { result: PublicationRead }) {
  return (
    <Notice tone="good" title="This plan is in force now" focused>
      <p>
        {counted(created, 'placement is', 'placements are')} new, {counted(moved, 'has', 'have')} moved,{' '}
        {counted(withdrawn, 'is', 'are')} withdrawn and {counted(unchanged, 'stays', 'stay')} as{' '}
        {unchanged === 1 ? 'it was' : 'they were'}. Hosts and apprentices are told.
      </p>
    </Notice>
  )
}
