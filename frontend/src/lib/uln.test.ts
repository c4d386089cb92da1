import { expect, test } from 'vitest'
import { isUln } from '@/lib/uln'

test.each(['1000000043', '9999999999'])('%s can be a number', (uln) => expect(isUln(uln)).toBe(true))

test.each(['1000000044', '0000000000', '100000004', '10000000433', '10000o0043', ''])('"%s" cannot', (uln) =>
  expect(isUln(uln)).toBe(false),
)
