import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import { hasStatus, problemOf } from '@/api/failure'
import type { BoardRead, CellRef, EditRead, Move, RemedyRead, ScenarioRead } from '@/api/placements.gen'
import { ifMatch } from '@/api/refresh'
import { failureWords } from '@/components/ui/query/failure'
import { boardOptions, scenarioOptions, useKeepEdit } from '@/features/plans/use-plan'
import { announce } from '@/lib/announcer'

interface Version {
  'if-match': string
}

/** Something that a person wants of a plan. */
interface Wish {
  /** What it is, as the start of a sentence: "Moving Imogen Catchpole to Stroke ward". */
  what: string
  done: string
  send: (header: Version) => Promise<{ data?: EditRead }>
}

/** Why a wish did not come true, and the way to try it again. */
interface Interruption {
  title: string
  text: string
  again: () => Promise<boolean>
}

export interface PlanEdits {
  busy: boolean
  interruption: Interruption | undefined
  dismiss: () => void
  /** Each answers whether it was done; if not, `interruption` says why. */
  move: (moves: Move[], words: { what: string; done: string }, acceptViolations?: boolean) => Promise<boolean>
  pin: (cells: CellRef[], pinned: boolean, who: string) => Promise<boolean>
  undo: (what: string) => Promise<boolean>
  apply: (remedy: RemedyRead) => Promise<boolean>
  removeAssumption: (assumptionId: string, sentence: string) => Promise<boolean>
}

/**
 * Every change to a plan by hand. It is made to the version that stands on the page; when somebody else was
 * quicker, the plan is read anew and the wish is kept to be tried again.
 */
export function usePlanEdits(scenarioId: string): PlanEdits {
  const client = useQueryClient()
  const keep = useKeepEdit(scenarioId)
  const [busy, setBusy] = useState(false)
  const [interruption, setInterruption] = useState<Interruption>()
  const path = { scenario_id: scenarioId }

  function seenVersion(): Version {
    const board = client.getQueryData<BoardRead>(boardOptions(scenarioId).queryKey)
    const scenario = client.getQueryData<ScenarioRead>(scenarioOptions(scenarioId).queryKey)
    const version = Math.max(board?.scenario.version ?? 0, scenario?.version ?? 0)
    return { 'if-match': ifMatch({ version }) }
  }

  async function lookAgain() {
    await Promise.all([
      client.invalidateQueries({ queryKey: boardOptions(scenarioId).queryKey }),
      client.invalidateQueries({ queryKey: scenarioOptions(scenarioId).queryKey }),
    ])
  }

  async function run(wish: Wish): Promise<boolean> {
    setBusy(true)
    setInterruption(undefined)
    try {
      const { data } = await wish.send(seenVersion())
      if (data) keep(data)
      announce(wish.done)
      return true
    } catch (error) {
      const again = () => run(wish)
      if (hasStatus(error, 412)) {
        await lookAgain()
        tell({
          title: 'Somebody else changed this plan meanwhile',
          text: `${wish.what} is not done yet. What you see now is the plan as it is; if your change still fits, make it again.`,
          again,
        })
      } else {
        const words = failureWords(error)
        const text = problemOf(error)?.detail ?? words.text
        tell({ title: `${wish.what} did not work`, text, again })
      }
      return false
    } finally {
      setBusy(false)
    }
  }

  function tell(next: Interruption) {
    setInterruption(next)
    announce(`${next.title}. ${next.text}`)
  }

  return {
    busy,
    interruption,
    dismiss: () => setInterruption(undefined),
    move: (moves, words, acceptViolations = false) =>
      run({
        ...words,
        send: (header) =>
          api.POST('/api/placements/v1/scenarios/{scenario_id}/moves', {
            params: { path, header },
            body: { moves, accept_violations: acceptViolations },
          }),
      }),
    pin: (cells, pinned, who) =>
      run({
        what: `${pinned ? 'Pinning' : 'Unpinning'} ${who}`,
        done: pinned ? `${who} is pinned: planning leaves this as it is` : `${who} is no longer pinned`,
        send: (header) =>
          api.POST('/api/placements/v1/scenarios/{scenario_id}/pins', {
            params: { path, header },
            body: { cells, pinned },
          }),
      }),
    undo: (what) =>
      run({
        what: 'Undoing',
        done: `Undone: ${what}`,
        send: (header) => api.POST('/api/placements/v1/scenarios/{scenario_id}/undo', { params: { path, header } }),
      }),
    apply: ({ sentence, changes }) =>
      run({
        what: `Applying “${sentence}”`,
        done: `Applied: ${sentence}`,
        send: (header) =>
          api.POST('/api/placements/v1/scenarios/{scenario_id}/assumptions', {
            params: { path, header },
            body: { changes },
          }),
      }),
    removeAssumption: (assumption_id, sentence) =>
      run({
        what: `Removing “${sentence}”`,
        done: `Removed: ${sentence}`,
        send: (header) =>
          api.DELETE('/api/placements/v1/scenarios/{scenario_id}/assumptions/{assumption_id}', {
            params: { path: { ...path, assumption_id }, header },
          }),
      }),
  }
}
