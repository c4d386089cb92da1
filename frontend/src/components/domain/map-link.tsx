interface MapLinkProps {
  position: { latitude: number; longitude: number }
  /** What the map shows. */
  of: string
}

/** Only followed when somebody chooses it: nothing is asked of others before. */
export function MapLink({ position: { latitude, longitude }, of }: MapLinkProps) {
  const address = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
  return (
    <a href={address} target="_blank" rel="noreferrer">
      Map<span className="nhsuk-u-visually-hidden"> of {of} (opens in a new tab)</span>
    </a>
  )
}
