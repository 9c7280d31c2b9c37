/** The trust tests at their full counts, recorded in docs/trust.md. */
import { recordFigures } from './record-figures.ts'

recordFigures({
  command: 'npm run trust',
  tests: [
    'test/proxy/trust.test.ts',
    'test/proxy/trust-faults.test.ts',
    'test/proxy/hostile-bodies.test.ts',
    'test/proxy/hostile-connections.test.ts',
    'test/proxy/hostile-cost.test.ts',
    'test/proxy/hostile-mutations.test.ts',
    'test/proxy/lifecycle.test.ts',
    'test/proxy/choosing.test.ts',
    'test/proxy/unreachable.test.ts',
    'test/proxy/reused-connection.test.ts',
    'test/proxy/slow-clients.test.ts',
    'test/upstream/routing.test.ts',
    'test/wire/canonical.test.ts',
    'test/wire/across.test.ts',
    'test/wire/flat-tools.test.ts',
    'test/wire/tool-call-ids.test.ts',
    'test/end-to-end/reload.test.ts',
    'test/front/strict-front.test.ts',
    'test/reload/damaged.test.ts',
    'test/end-to-end/operating.test.ts',
    'test/money/simulation.test.ts',
    'test/money/sqlite-store.test.ts',
    'test/money/store-faults.test.ts',
    'test/money/kills.test.ts',
  ],
  page: 'docs/trust.md',
  mark: 'figures',
})
