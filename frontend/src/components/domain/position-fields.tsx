import { TextField } from '@/components/ui/form/text-field'

interface PositionFieldsProps {
  /** What is there: "home". */
  of: string
  /** A sentence about which position is meant. */
  hint: string
}

export function PositionFields({ of, hint }: PositionFieldsProps) {
  return (
    <>
      <TextField
        name="latitude"
        label={`Latitude of ${of} (optional)`}
        hint={`In degrees, like 50.811. ${hint}`}
        width={10}
        inputMode="decimal"
      />
      {/* The decimal keys of some phones lack the minus that western longitudes begin with. */}
      <TextField name="longitude" label={`Longitude of ${of} (optional)`} hint="In degrees, like -0.371" width={10} />
    </>
  )
}
