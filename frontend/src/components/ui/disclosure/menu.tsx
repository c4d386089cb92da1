import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

interface MenuProps {
  label: ReactNode
  /** What a screen reader hears for the button, when the visible label alone says too little. */
  name?: string
  className?: string
  /** The panel's content; call `close` when something was chosen. */
  children: (close: () => void) => ReactNode
}

/** A button that shows and hides a panel. Escape and clicks elsewhere close it; Tab moves through it as usual. */
export function Menu({ label, name, className, children }: MenuProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useId()

  useEffect(() => {
    if (!open) return
    function handlePointer(event: PointerEvent) {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    function handleKey(event: KeyboardEvent) {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    function handleFocus(event: FocusEvent) {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', handlePointer)
    document.addEventListener('keydown', handleKey)
    document.addEventListener('focusin', handleFocus)
    return () => {
      document.removeEventListener('pointerdown', handlePointer)
      document.removeEventListener('keydown', handleKey)
      document.removeEventListener('focusin', handleFocus)
    }
  }, [open])

  return (
    <div ref={root} className={`cw-menu ${className ?? ''}`}>
      <button
        ref={button}
        type="button"
        className="cw-menu__button"
        aria-expanded={open}
        aria-controls={panel}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
        <span className="cw-menu__arrow" aria-hidden="true" />
      </button>
      <div id={panel} className="cw-menu__panel" hidden={!open}>
        {open && children(() => setOpen(false))}
      </div>
    </div>
  )
}
