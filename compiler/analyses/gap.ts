import { help, note, report } from '../../lang/report.ts'
import { type Steps, uncovered } from '../cover.ts'
import { widen } from '../widen.ts'
import { everything } from '../cube.ts'
import { outsideOf, stepsMax } from '../reach.ts'
import { showCube } from '../show.ts'
import { witnessOf } from '../witness.ts'
import type { Analysis } from './analysis.ts'

const advice = help(
  'end `route` with `default use …`, or with `default use deny "…"` where nothing should pass',
)

/** Requests that the guard lets through and that no rule of `route` takes. */
export const gap: Analysis = {
  name: 'gap',
  codes: ['GWC2201', 'GWC2301'],
  run: ({ cubed, sources }) => {
    const { policy, space } = cubed
    const file = policy.root
    const end = sources.get(file)?.length ?? 0
    const at = policy.route.at(-1)?.at ?? { file, start: end, end }
    const steps: Steps = { left: stepsMax }
    const taken = [...outsideOf(cubed, 'route'), ...cubed.route.flatMap(({ cubes }) => cubes)]
    const found = uncovered(space, everything, taken, steps)
    switch (found.kind) {
      case 'covered':
        return []
      case 'unproven':
        return [
          report('GWC2301', { question: 'whether `route` takes every request', steps: stepsMax }, at, {
            notes: [advice],
          }),
        ]
      case 'witness': {
        const free = widen(space, found.cube, taken.slice(space.impossible.length))
        const request = free.length === 0 ? 'a request' : `a request with ${showCube(space, free)}`
        return [
          report('GWC2201', { request }, at, {
            label: policy.route.length === 0 ? 'there is no `route`' : 'the last rule, and it is no default',
            notes: [note('a request that no rule takes is refused'), advice],
            witness: witnessOf(space, free),
          }),
        ]
      }
    }
  },
}
