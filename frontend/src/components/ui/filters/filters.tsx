import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useDebounced } from '@/lib/use-debounced'

/** The controls that narrow a list. They act as one types or chooses; the address keeps them. */
export function Filters({ label, children }: { label: string; children: ReactNode }) {
  return (
    <form role="search" aria-label={label} className="cw-filters" onSubmit={(event) => event.preventDefault()}>
      {children}
    </form>
  )
}

interface SearchBoxProps {
  label: string
  value: string
  onSearch: (value: string) => void
}

export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(value)
  const settled = useDebounced(typed)
  const told = useRef(value)

  useEffect(() => {
    if (settled === told.current) return
    told.current = settled
    onSearch(settled)
  }, [settled, onSearch])

  return (
    <div className="cw-filters__field cw-filters__field--wide">
      <label className="nhsuk-label" htmlFor="filter-q">
        {label}
      </label>
      <input
        id="filter-q"
        type="search"
        className="nhsuk-input"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  )
}

interface FilterSelectProps {
  name: string
  label: string
  value: string
  /** What the empty choice says; left out where one has to be chosen. */
  all?: string
  options: readonly { value: string; label: string }[]
  onChoose: (value: string) => void
}

export function FilterSelect({ name, label, value, all, options, onChoose }: FilterSelectProps) {
  return (
    <div className="cw-filters__field">
      <label className="nhsuk-label" htmlFor={`filter-${name}`}>
        {label}
      </label>
      <select
        id={`filter-${name}`}
        className="nhsuk-select"
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
