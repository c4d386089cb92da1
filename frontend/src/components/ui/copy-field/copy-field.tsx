import { useState } from 'react'
import { Button } from '@/components/ui/button/button'

/** Something to take along, shown in full and copied by one press. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const [said, setSaid] = useState('')

  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      setSaid('Copied')
    } catch {
      setSaid('Copying is not allowed here: select the text and copy it yourself')
    }
  }

  return (
    <div className="cw-copy">
      <p className="cw-copy__label">{label}</p>
      <code className="cw-copy__value">{value}</code>
      <div className="cw-copy__action">
        <Button variant="secondary" small onClick={() => void copy()}>
          Copy <span className="nhsuk-u-visually-hidden">{label}</span>
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  )
}
