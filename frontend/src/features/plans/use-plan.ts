import { useQuery, useQueryClient } from '@tanstack/react-query'
import { queries } from '@/api/client'
import type { BoardRead, EditRead, ScenarioRead } from '@/api/placements.gen'
import { withEdit } from '@/features/plans/board-layout'
import { isBusy } from '@/features/plans/plan-words'

const whileBusyMs = 1_000

export function scenarioOptions(scenarioId: string) {
  return queries.queryOptions('get', '/api/placements/v1/scenarios/{scenario_id}', {
    params: { path: { scenario_id: scenarioId } },
  })
}

export function boardOptions(scenarioId: string) {
  return queries.queryOptions('get', '/api/placements/v1/scenarios/{scenario_id}/board', {
    params: { path: { scenario_id: scenarioId } },
  })
}

/** A plan, read about once a second while it is being computed. Its board, once read, knows its standing best. */
export function useScenario(scenarioId: string) {
  const { data: board } = useQuery({ ...boardOptions(scenarioId), enabled: false })
  return useQuery({
    ...scenarioOptions(scenarioId),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? whileBusyMs : false),
    select: (scenario: ScenarioRead) =>
      board?.scenario.version === scenario.version ? { ...scenario, ...standingOf(board.scenario) } : scenario,
  })
}

function standingOf({ cost, violations, unplaced }: ScenarioRead) {
  return { cost, violations, unplaced }
}

export function useBoard(scenarioId: string) {
  return useQuery(boardOptions(scenarioId))
}

/** Puts what an edit answered in place of what was read before, without reading it all again. */
export function useKeepEdit(scenarioId: string) {
  const client = useQueryClient()
  return (edit: EditRead) => {
    client.setQueryData<BoardRead>(boardOptions(scenarioId).queryKey, (board) => board && withEdit(board, edit))
    client.setQueryData(scenarioOptions(scenarioId).queryKey, edit.scenario)
    forgetWhatFollows(client, scenarioId)
  }
}

/** The same for an answer that is the plan alone: its board has to be read again. */
export function useKeepScenario(scenarioId: string) {
  const client = useQueryClient()
  return async (scenario: ScenarioRead) => {
    client.setQueryData(scenarioOptions(scenarioId).queryKey, scenario)
    forgetWhatFollows(client, scenarioId)
    await client.invalidateQueries({ queryKey: boardOptions(scenarioId).queryKey })
  }
}

/** Lists, comparisons and checklists tell of the plan as it was: they are read again when they are looked at. */
function forgetWhatFollows(client: ReturnType<typeof useQueryClient>, scenarioId: string) {
  const kept = new Set<string>([scenarioOptions(scenarioId).queryKey[1], boardOptions(scenarioId).queryKey[1]])
  void client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const address = String(queryKey[1])
      return address.startsWith('/api/placements/v1/scenarios') && !kept.has(address)
    },
  })
}
