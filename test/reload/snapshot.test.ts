import { describe, expect, test } from 'vitest'
import { cost } from '../../core/price.ts'
import type { Snapshot } from '../../runtime/snapshot.ts'
import { makeSnapshot, servedModels } from '../../runtime/make-snapshot.ts'
import { SnapshotCell } from '../../runtime/snapshot.ts'
import { someGateway } from '../support/gateway.ts'
import { loaded } from '../support/loaded.ts'
import { pinned, use } from '../support/table-builder.ts'

const gateway = someGateway('/nowhere')
const mini = 'openai/gpt-4.1-mini'
const table = loaded({ axes: [], route: [{ allow: {}, action: use(mini) }] })

function snapshot(generation: number): Snapshot {
  const made = makeSnapshot(table, gateway, generation)
  if (!made.ok) throw new Error(made.message)
  return made.snapshot
}

describe('the cell', () => {
  test('a request keeps its snapshot; the old one is retired after its last request', () => {
    const cell = new SnapshotCell(snapshot(1))
    const retired: number[] = []
    cell.onRetire((old) => retired.push(old.generation))
    const first = cell.acquire()
    const second = cell.acquire()
    expect(cell.publish(snapshot(2))).toBe(true)
    expect(first.snapshot.generation).toBe(1)
    expect(cell.acquire().snapshot.generation).toBe(2)
    first[Symbol.dispose]()
    first[Symbol.dispose]() // twice is once: the second request still runs
    expect(retired).toEqual([])
    second[Symbol.dispose]()
    expect(retired).toEqual([1])
  })

  test('an unused snapshot is retired at once, and only once', () => {
    const cell = new SnapshotCell(snapshot(1))
    const retired: number[] = []
    cell.onRetire((old) => retired.push(old.generation))
    cell.publish(snapshot(2))
    cell.publish(snapshot(3))
    expect(retired).toEqual([1])
  })

  test('a lease may hang something on its own snapshot, though another is current', () => {
    const cell = new SnapshotCell(snapshot(1))
    const retired: number[] = []
    {
      using lease = cell.acquire()
      cell.publish(snapshot(2))
      lease.onRetire((old) => retired.push(old.generation))
      expect(retired).toEqual([])
    }
    expect(retired).toEqual([1])
  })

  test('generations never go back', () => {
    const cell = new SnapshotCell(snapshot(5))
    expect([cell.publish(snapshot(5)), cell.publish(snapshot(4))]).toEqual([false, false])
    expect(cell.current.generation).toBe(5)
  })
})

describe('a snapshot', () => {
  test('serves the models of its providers only, priced as the table has pinned them', () => {
    const models = servedModels(table, gateway)
    expect(models.byId.get(mini)?.prices).toEqual(pinned(mini)['prices' as never])
    expect([...new Set(models.models.map((model) => model.provider))]).toEqual(['openai'])
    expect(models.byName.get('gpt-4.1-mini')).toEqual([mini])
  })

  test('charges by the prices that a table was built with, whatever the catalogue or gateway.json say since', () => {
    const usage = { input: 1_000_000, output: 1_000_000 }
    const at = Date.parse('2026-11-23T12:00:00Z')
    const price = (dollars: number) => [
      { rates: { input: dollars * 1e9, output: dollars * 1e9 }, source: 'test', date: '2026-01-01' },
    ]
    const built = (dollars: number) =>
      loaded({
        axes: [],
        route: [{ allow: {}, action: use(mini) }],
        models: [{ ...pinned(mini), prices: price(dollars) }],
      })
    const changed = someGateway('/nowhere', {
      providers: {
        openai: {
          dialect: 'openai',
          accounts: [{ key: 'env:KEY' }],
          models: { 'gpt-4.1-mini': { price: { input: 90, output: 90 } } },
        },
      },
    })
    const nanos = (dollars: number) => {
      const model = servedModels(built(dollars), changed).byId.get(mini)
      return model === undefined ? undefined : cost(model, usage, at)?.total
    }
    expect([nanos(3), nanos(7)]).toEqual([6e9, 14e9])
  })

  test('refuses a table of providers that the gateway lacks, and says what to add', () => {
    const other = loaded({ axes: [], route: [{ allow: {}, action: use('groq/llama', mini) }] })
    expect(makeSnapshot(other, gateway, 1)).toMatchObject({
      ok: false,
      message: expect.stringMatching(
        /^The policy uses groq\/llama, but gateway\.json has no provider `groq`\. Add it/,
      ) as string,
    })
  })

  test('refuses a table whose provider is spoken to in a dialect that is not spoken yet', () => {
    const far = someGateway('/nowhere', {
      providers: {
        bedrock: { dialect: 'bedrock', baseUrl: 'https://a.example/v1', accounts: [{ key: 'env:KEY' }] },
      },
    })
    const other = loaded({ axes: [], route: [{ allow: {}, action: use('bedrock/claude-opus-4.8') }] })
    expect(makeSnapshot(other, far, 1)).toMatchObject({
      ok: false,
      message: expect.stringContaining('does not speak the dialect `bedrock`') as string,
    })
  })

  test('shares one state for a minute', () => {
    const { stateAt } = snapshot(1)
    const noon = Date.parse('2026-11-22T12:00:00Z')
    expect(stateAt(noon)).toMatchObject({ env: 'prod', hour: 12, weekday: 'sun' })
    expect(stateAt(noon + 59_999)).toBe(stateAt(noon))
    expect(stateAt(noon + 3_600_000).hour).toBe(13)
  })
})
