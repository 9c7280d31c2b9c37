import type { Model } from '../../core/catalogue.ts'
import { providerRow } from '../../runtime/config/provider-rows.ts'
import type { AttemptAction } from '../../schemas/generated/decision-table.ts'
import { backoffMs, RETRY_AFTER_MAX_MS } from '../../runtime/upstream/backoff.ts'
import type { ConnectionStack } from '../../runtime/upstream/connection-stack.ts'
import { Ewma } from '../../runtime/upstream/ewma.ts'
import { FailoverPlan } from '../../runtime/upstream/failover.ts'
import type { Step } from '../../runtime/upstream/failover.ts'
import { Sayings } from '../../runtime/upstream/saying.ts'
import type { Failure } from '../../runtime/upstream/failure.ts'
import type { Flight } from '../../runtime/upstream/lane.ts'
import type { RetryBudget } from '../../runtime/upstream/retry-budget.ts'
import type { AccountState, ProviderState, Target } from '../../runtime/upstream/target.ts'
import type { WireBody } from '../../runtime/wire/dialect.ts'
import { openaiChat } from '../../runtime/wire/openai-chat/dialect.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Where one request goes next: an account, after a while; `undefined` when it is given up. */
export type Next = { readonly account: number; readonly delayMs: number } | undefined

/** The way of one request through the accounts. */
export interface Route {
  readonly begin: () => Next
  readonly sent: () => void
  readonly first: () => void
  readonly answered: (tokens: number) => void
  readonly failed: (why: Failure) => Next
}

/** What every request of a run shares. */
export interface RunParts {
  readonly time: VirtualTime
  readonly random: () => number
  readonly budget: RetryBudget
  readonly accounts: number
}

/** A way to choose accounts: made once for a run, asked for each request. */
export type Strategy = (parts: RunParts) => () => Route

const limits: AttemptAction = {
  kind: 'attempt',
  connectMs: 5_000,
  firstTokenMs: 20_000,
  idleMs: 30_000,
  totalMs: 120_000,
  retries: 2,
  backoffMinMs: 200,
  backoffMaxMs: 5_000,
  ambiguous: 'once',
  abort: 'cancel',
}

// ---------------------------------------------------------------------------------------------- the gateway's own

const model: Model = {
  id: 'acme/large',
  provider: 'acme',
  name: 'large',
  upstream: 'large',
  family: 'large',
  kind: 'generation',
  aliases: [],
  capabilities: {},
  prices: [],
  speed: 60,
}

const body: WireBody = {
  ranges: [],
  bytes: Buffer.alloc(1_400),
  model: 'large',
  stream: true,
  temperature: undefined,
  maxOutput: undefined,
  jsonSchema: false,
  reasoning: false,
  tools: false,
  n: 1,
  includeUsage: false,
  metadata: {},
  conversation: () => {
    throw new Error('nothing here asks for it')
  },
}

/** The code that serves: plan, balance, breakers, holds, retry budget. */
export const gwc: Strategy = ({ time, random, budget, accounts }) => {
  const target = targetOf(accounts)
  return () => {
    const plan = new FailoverPlan({
      stages: [{ kind: 'models', pick: 'model', models: [model.id], on: [] }],
      limits,
      targets: new Map([[model.id, target]]),
      sayings: new Sayings(openaiChat, body),
      body,
      budget,
      random,
      now: () => time.now,
      endMs: time.now + limits.totalMs,
    })
    let step: Step
    let flight: Flight
    let firstTokenMs = 0
    const toNext = (to: Step): Next => {
      step = to
      return to.kind === 'send' ? { account: to.account.number, delayMs: to.delayMs } : undefined
    }
    return {
      begin: () => toNext(plan.first()),
      sent: () => {
        if (step.kind === 'send') flight = plan.depart(step)
      },
      first: () => flight.lane.first(flight, (firstTokenMs = time.now)),
      answered: (output) => {
        const usage = { input: 350, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output, reasoning: 0 }
        plan.answered({ kind: 'streamed', outcome: 'complete', usage, firstTokenMs })
      },
      failed: (why) => toNext(plan.after(why)),
    }
  }
}

function targetOf(accounts: number): Target {
  const states = Array.from({ length: accounts }, (_, number): AccountState => ({
    number,
    auth: [],
    secret: undefined,
    secretBytes: undefined,
    weight: 1,
    region: undefined,
    limits: undefined,
    refusedUntilMs: 0,
  }))
  const provider: ProviderState = {
    config: {
      name: 'acme',
      dialect: 'openai',
      baseUrl: 'http://127.0.0.1:1/v1',
      allowPrivate: true,
      accounts: [],
      row: providerRow('acme', 'openai'),
      models: {},
    },
    stack: undefined as unknown as ConnectionStack, // nothing is sent
    path: '/v1',
    accounts: states,
    pools: new Map(),
  }
  return { id: model.id, model, provider }
}

// ---------------------------------------------------------------------------------------------- what it is held against

interface Plain {
  outstanding: number
  readonly latency: Ewma
}

/** The same retries and the same budget over a plain choice: no holds, no ejection. */
function plain(choose: (open: readonly Plain[], parts: RunParts) => Plain): Strategy {
  return (parts) => {
    const { time, random, budget } = parts
    const states = Array.from({ length: parts.accounts }, (): Plain => ({
      outstanding: 0,
      latency: new Ewma(10_000, 'peak'),
    }))
    return () => {
      let at: Plain
      let [retries, sentMs] = [0, 0]
      const to = (open: readonly Plain[], delayMs: number): Next => {
        at = choose(open, parts)
        return { account: states.indexOf(at), delayMs }
      }
      const land = (): void => {
        at.outstanding--
        at.latency.observe(time.now - sentMs, time.now)
      }
      return {
        begin: () => to(states, 0),
        sent: () => {
          at.outstanding++
          sentMs = time.now
        },
        first: () => undefined,
        answered: land,
        failed: ({ ambiguous, retryAfterMs }) => {
          land()
          if (retries >= (ambiguous ? 1 : limits.retries) || !budget.spend()) return undefined
          const delayMs = backoffMs(limits, retries++, retryAfterMs, random)
          const others = states.filter((each) => each !== at)
          return delayMs > RETRY_AFTER_MAX_MS ? undefined : to(others, 0)
        },
      }
    }
  }
}

const anyOf = (open: readonly Plain[], random: () => number): Plain =>
  open[Math.floor(random() * open.length)]!

function least(open: readonly Plain[], of: (each: Plain) => number): Plain {
  return open.reduce((best, each) => (of(each) < of(best) ? each : best))
}

/** Each way by name. */
export const strategies: Readonly<Record<string, Strategy>> = {
  random: plain((open, { random }) => anyOf(open, random)),
  'least outstanding': plain((open, { random }) => {
    const fewest = least(open, (each) => each.outstanding).outstanding
    return anyOf(
      open.filter((each) => each.outstanding === fewest),
      random,
    )
  }),
  'peak-EWMA': plain((open, { random, time }) => {
    const first = anyOf(open, random)
    const second = anyOf(
      open.filter((each) => each !== first),
      random,
    )
    return least([first, second], (each) => each.latency.at(time.now, 1) * (each.outstanding + 1))
  }),
  gwc,
}
