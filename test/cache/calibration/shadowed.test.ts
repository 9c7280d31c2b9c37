import { expect, it } from 'vitest'
import { isShadowed } from '../../../runtime/cache/calibration/shadowed.ts'
import { semanticDefaults } from '../../../runtime/config/semantic-defaults.ts'

const { shadow } = semanticDefaults
const ids = Array.from({ length: 20_000 }, (_, at) => `request-${at}`)

it('takes about one request in fifty, always the same ones', () => {
  const taken = ids.filter((id) => isShadowed(id, shadow))
  expect(taken.length / ids.length).toBeCloseTo(shadow, 2)
  expect(ids.filter((id) => isShadowed(id, shadow))).toEqual(taken)
})

it('takes none of no share, and each of the whole', () => {
  expect(ids.filter((id) => isShadowed(id, 0))).toEqual([])
  expect(ids.filter((id) => !isShadowed(id, 1))).toEqual([])
})
