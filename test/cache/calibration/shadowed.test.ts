import { expect, it } from 'vitest'
import { isShadowed, SHADOW_SHARE } from '../../../runtime/cache/calibration/shadowed.ts'

const ids = Array.from({ length: 20_000 }, (_, at) => `request-${at}`)

it('takes about one request in fifty, always the same ones', () => {
  const taken = ids.filter((id) => isShadowed(id))
  expect(taken.length / ids.length).toBeCloseTo(SHADOW_SHARE, 2)
  expect(ids.filter((id) => isShadowed(id))).toEqual(taken)
})

it('takes none of no share, and each of the whole', () => {
  expect(ids.filter((id) => isShadowed(id, 0))).toEqual([])
  expect(ids.filter((id) => !isShadowed(id, 1))).toEqual([])
})
