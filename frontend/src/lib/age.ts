/** How old somebody born on `bornOn` is on the day `on` (both ISO dates). Those born on 29 February turn on 1 March. */
export function ageOn(bornOn: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years
}
