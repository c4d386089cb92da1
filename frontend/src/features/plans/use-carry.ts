import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { queries } from '@/api/client'
import type { CellRef, OptionRead } from '@/api/placements.gen'
import { type BoardIndex, type PlaceKey, placeKey, placeName } from '@/features/plans/board-layout'
import { optionFacts } from '@/features/plans/plan-words'
import { announce } from '@/lib/announcer'

interface Carried {
  cell: CellRef
  options: readonly OptionRead[]
  choice: number
}

export function optionsQuery(scenarioId: string, { enrolment_id, block }: CellRef) {
  return queries.queryOptions('get', '/api/placements/v1/scenarios/{scenario_id}/options', {
    params: { path: { scenario_id: scenarioId }, query: { enrolment_id, block } },
  })
}

/** Allowed ones first, and of those the shortest journeys. */
export function inOrder(options: readonly OptionRead[]): OptionRead[] {
  return options.toSorted(
    (a, b) => Number(b.allowed) - Number(a.allowed) || (a.travel_minutes ?? 0) - (b.travel_minutes ?? 0),
  )
}

/** Moving by keys: a bar is picked up, the arrows go through the places that are open to it, Enter drops it. */
export function useCarry(
  scenarioId: string,
  index: BoardIndex,
  { onDrop }: { onDrop: (cell: CellRef, place: PlaceKey) => void },
) {
  const client = useQueryClient()
  const [carried, setCarried] = useState<Carried>()
  const chosen = carried?.options[carried.choice]
  /** The bar whose places are being asked for. */
  const wanted = useRef<CellRef>(undefined)

  return {
    cell: carried?.cell,
    /** Where it would go, in words. */
    to: chosen && placeName(index, chosen),
    pickUp: async (cell: CellRef, who: string) => {
      wanted.current = cell
      try {
        const { items } = await client.fetchQuery({ ...optionsQuery(scenarioId, cell), staleTime: 0 })
        if (wanted.current !== cell) return
        const now = index.people.get(cell.enrolment_id)?.cells[cell.block]
        const elsewhere = items.filter((option) => !now || placeKey(option) !== placeKey(now))
        const allowed = inOrder(elsewhere.filter((option) => option.allowed))
        const first = allowed[0]
        if (!first) {
          announce(`There is no other place for ${who} in this block that breaks no rule. Enter shows why.`)
          return
        }
        setCarried({ cell, options: allowed, choice: 0 })
        announce(
          `${who} is picked up: ${inWords(index, first)}, 1 of ${allowed.length}. Arrow keys choose the place, Enter drops, Escape cancels.`,
        )
      } catch {
        announce('The places for this block could not be read. Try again.')
      }
    },
    turn: (step: number) => {
      if (!carried) return
      const count = carried.options.length
      const choice = (carried.choice + step + count) % count
      const option = carried.options[choice]
      setCarried({ ...carried, choice })
      if (option) announce(`${inWords(index, option)}, ${choice + 1} of ${count}`)
    },
    drop: () => {
      if (carried && chosen) onDrop(carried.cell, placeKey(chosen))
      setCarried(undefined)
    },
    cancel: () => {
      wanted.current = undefined
      if (!carried) return
      setCarried(undefined)
      announce('Cancelled. It is back where it was.')
    },
  }
}

function inWords(index: BoardIndex, option: OptionRead): string {
  return [placeName(index, option), optionFacts(option)].filter(Boolean).join(', ')
}
