import { optionalNumber } from '@/components/ui/form/fields'

/** A place on the map as two fields of a form: both are filled, or neither. */

interface Position {
  latitude: number
  longitude: number
}

export const positionSchemas = {
  latitude: optionalNumber('Enter the latitude in degrees, from 49 to 61.5', 49, 61.5),
  longitude: optionalNumber('Enter the longitude in degrees, from -9 to 2.5', -9, 2.5),
}

interface PositionValues {
  latitude: number | null
  longitude: number | null
}

export function isWholePosition({ latitude, longitude }: PositionValues): boolean {
  return (latitude === null) === (longitude === null)
}

export const notWholePosition = 'Enter both latitude and longitude, or neither'

export function toPosition({ latitude, longitude }: PositionValues): Position | null {
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

export function initialPosition(position: Position | null) {
  return { latitude: String(position?.latitude ?? ''), longitude: String(position?.longitude ?? '') }
}

/** The service's pointers to the two fields. */
export function positionPointers(name: string): Record<string, string> {
  return { [`/${name}/latitude`]: 'latitude', [`/${name}/longitude`]: 'longitude' }
}
