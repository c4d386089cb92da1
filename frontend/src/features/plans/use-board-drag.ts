import { type RefObject, useEffect, useRef } from 'react'
import type { CellRef } from '@/api/placements.gen'
import type { PlaceKey } from '@/features/plans/board-layout'

/** What a bar was dropped on: the same block of somebody else, or a place. */
export type DropTarget = { kind: 'person'; enrolmentId: string } | { kind: 'place'; place: PlaceKey }

interface DragHandlers {
  onStart: (cell: CellRef) => void
  /** `target` is undefined when it was let go where nothing takes it. */
  onEnd: (cell: CellRef, target: DropTarget | undefined) => void
}

interface Drag {
  bar: HTMLElement
  cell: CellRef
  startX: number
  startY: number
  x: number
  y: number
  scrollLeft: number
  scrollTop: number
  frame: number
  begun: boolean
  over: HTMLElement | undefined
}

const thresholdPx = 4
const edgePx = 48
const edgeStepPx = 14

/**
 * Dragging bars with a mouse or pen. While it lasts, only the dragged element is moved, once a frame; React
 * hears of the start and the end. Fingers scroll instead: a tap opens the dialog, which can do the same.
 */
export function useBoardDrag(scroller: RefObject<HTMLDivElement | null>, handlers: DragHandlers) {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let drag: Drag | undefined
    let suppressClick = false

    function end() {
      if (!drag) return
      cancelAnimationFrame(drag.frame)
      drag.bar.style.transform = ''
      delete drag.bar.dataset['dragged']
      delete drag.over?.dataset['over']
      drag = undefined
    }

    function handleDown(event: PointerEvent) {
      const bar = event.target instanceof Element ? event.target.closest<HTMLElement>('.cw-bar[data-movable]') : null
      suppressClick = false
      if (!bar || !element || event.button !== 0 || event.pointerType === 'touch') return
      drag = {
        bar,
        cell: { enrolment_id: bar.dataset['enrolment'] ?? '', block: Number(bar.dataset['block']) },
        startX: event.clientX,
        startY: event.clientY,
        x: event.clientX,
        y: event.clientY,
        scrollLeft: element.scrollLeft,
        scrollTop: element.scrollTop,
        frame: 0,
        begun: false,
        over: undefined,
      }
    }

    function handleMove(event: PointerEvent) {
      if (!drag) return
      drag.x = event.clientX
      drag.y = event.clientY
      if (!drag.begun) {
        if (Math.hypot(drag.x - drag.startX, drag.y - drag.startY) < thresholdPx) return
        drag.begun = true
        drag.bar.dataset['dragged'] = ''
        latest.current.onStart(drag.cell)
      }
      drag.frame ||= requestAnimationFrame(draw)
    }

    function draw() {
      if (!drag || !element) return
      drag.frame = 0
      const box = element.getBoundingClientRect()
      const step = drag.y < box.top + edgePx * 2 ? -edgeStepPx : drag.y > box.bottom - edgePx ? edgeStepPx : 0
      const before = element.scrollTop
      if (step) element.scrollTop += step
      const x = drag.x - drag.startX + element.scrollLeft - drag.scrollLeft
      const y = drag.y - drag.startY + element.scrollTop - drag.scrollTop
      drag.bar.style.transform = `translate(${x}px, ${y}px)`
      const over = targetAt(drag)
      if (over !== drag.over) {
        delete drag.over?.dataset['over']
        if (over) over.dataset['over'] = ''
        drag.over = over
      }
      if (element.scrollTop !== before) drag.frame = requestAnimationFrame(draw)
    }

    function handleUp() {
      if (!drag) return
      const { begun, cell } = drag
      const over = begun ? targetAt(drag) : undefined
      end()
      if (!begun) return
      suppressClick = true
      latest.current.onEnd(cell, over && describe(over))
    }

    function handleCancel() {
      if (!drag) return
      const { begun, cell } = drag
      end()
      if (begun) latest.current.onEnd(cell, undefined)
    }

    function handleKey(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !drag?.begun) return
      event.stopPropagation()
      suppressClick = true
      handleCancel()
    }

    /** The click that follows a drag is no wish to open the dialog. */
    function handleClick(event: MouseEvent) {
      if (!suppressClick) return
      suppressClick = false
      event.stopPropagation()
      event.preventDefault()
    }

    element.addEventListener('pointerdown', handleDown)
    element.addEventListener('click', handleClick, true)
    window.addEventListener('pointermove', handleMove)
    window.addEventListener('pointerup', handleUp)
    window.addEventListener('pointercancel', handleCancel)
    window.addEventListener('keydown', handleKey, true)
    return () => {
      end()
      element.removeEventListener('pointerdown', handleDown)
      element.removeEventListener('click', handleClick, true)
      window.removeEventListener('pointermove', handleMove)
      window.removeEventListener('pointerup', handleUp)
      window.removeEventListener('pointercancel', handleCancel)
      window.removeEventListener('keydown', handleKey, true)
    }
  }, [scroller])
}

/** What takes the bar where the pointer is: a place that was not its own, or the same block of somebody else. */
function targetAt({ bar, cell, x, y }: Drag): HTMLElement | undefined {
  const under = document.elementFromPoint(x, y)
  const place = under?.closest<HTMLElement>('[data-drop-place]')
  if (place) return place.dataset['dropPlace'] === bar.dataset['place'] ? undefined : place
  const other = under?.closest<HTMLElement>('[data-drop-people] .cw-bar[data-movable]')
  if (!other || other === bar || Number(other.dataset['block']) !== cell.block) return undefined
  return other
}

function describe(element: HTMLElement): DropTarget {
  const { dropPlace, enrolment } = element.dataset
  return dropPlace === undefined
    ? { kind: 'person', enrolmentId: enrolment ?? '' }
    : { kind: 'place', place: dropPlace }
}
