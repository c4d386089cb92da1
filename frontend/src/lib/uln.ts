/** Given to people who have no unique learner number yet. */
export const temporaryUln = '9999999999'

/**
 * Whether `uln` has the form and the check digit of a unique learner number.
 * Source: Learning Records Service, unique learner number validation.
 */
export function isUln(uln: string): boolean {
  if (!/^\d{10}$/.test(uln)) return false
  if (uln === temporaryUln) return true
  const digits = Array.from(uln, Number)
  const remainder = digits.slice(0, 9).reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11
  return remainder !== 0 && digits[9] === 10 - remainder
}
