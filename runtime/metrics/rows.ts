/** One metric: the one row behind what is counted, what `GET /metrics` says and docs/reference/metrics.md. */
export interface MetricRow {
  readonly name: string
  readonly kind: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  /** In the order in which values are given. */
  readonly labels: readonly string[]
  /** Upper bounds of a histogram's buckets, in the unit that the name ends in. */
  readonly bounds?: readonly number[]
}

/** Seconds; the bounds that OpenTelemetry gives for the duration of a request. */
const seconds = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92]
/** Seconds to the first token, by the same source. */
const firstToken = [0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
/** Seconds per token. */
const perToken = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5]
/** Tokens: powers of four. */
const tokens = Array.from({ length: 14 }, (_, power) => 4 ** power)

const target = ['provider', 'model'] as const
/** The attributes that OpenTelemetry's conventions for generative AI require (semantic-conventions-genai, gen-ai-metrics). */
const genAi = ['gen_ai_operation_name', 'gen_ai_provider_name', 'gen_ai_request_model'] as const

/** Whose share of which budget or limit. */
const share = ['name', 'of', 'mode'] as const

/** Every metric of the gateway. Names that begin with `gen_ai_` are those of OpenTelemetry's conventions, spelled as Prometheus does. */
export const metricRows = {
  requests: {
    name: 'gwc_requests_total',
    kind: 'counter',
    help: 'Requests answered, by endpoint, the target that answered and the status that the client got.',
    labels: ['endpoint', ...target, 'status'],
  },
  rules: {
    name: 'gwc_rule_requests_total',
    kind: 'counter',
    help: 'Requests decided, by the rule that decided them (file#rule).',
    labels: ['rule'],
  },
  errors: {
    name: 'gwc_errors_total',
    kind: 'counter',
    help: "Requests that ended in an error, by its code: gwc's own, or `provider_error` for one of the provider that was passed on.",
    labels: ['code'],
  },
  cache: {
    name: 'gwc_cache_requests_total',
    kind: 'counter',
    help: 'Decided requests, by what the cache did: off, miss or hit.',
    labels: ['result'],
  },
  cacheLookups: {
    name: 'gwc_cache_lookups_total',
    kind: 'counter',
    help: 'Lookups by layer (exact, canonical, semantic) and outcome: hit; miss of the exact layer; else what kept a like question from a hit: none (nothing near), refused, grey, judged, confidence, quarantined, gone, slow.',
    labels: ['layer', 'outcome'],
  },
  cacheRefusals: {
    name: 'gwc_cache_refusals_total',
    kind: 'counter',
    help: 'Nearest questions that the verifier refused, by its rule (docs/reference/cache-rules.md).',
    labels: ['rule'],
  },
  cacheSavedDollars: {
    name: 'gwc_cache_saved_dollars_total',
    kind: 'counter',
    help: 'What answers of the cache would have cost by the prices of their moment, in dollars, by layer.',
    labels: ['layer'],
  },
  cacheSavedTokens: {
    name: 'gwc_cache_saved_tokens_total',
    kind: 'counter',
    help: 'Tokens of answers of the cache, in and out, by layer.',
    labels: ['layer'],
  },
  cacheEntries: {
    name: 'gwc_cache_entries',
    kind: 'gauge',
    help: 'Questions that the cache keeps for comparing.',
    labels: [],
  },
  cacheBytes: {
    name: 'gwc_cache_bytes',
    kind: 'gauge',
    help: 'Memory of those questions and their vectors; answers are bounded apart (`bytesMax`).',
    labels: [],
  },
  cacheQuarantined: {
    name: 'gwc_cache_quarantined_pairs',
    kind: 'gauge',
    help: 'Pairs of questions that are never a hit again, since an answer was wrong.',
    labels: [],
  },
  cacheBounds: {
    name: 'gwc_cache_error_bound',
    kind: 'gauge',
    help: "95% upper bound of how often a kind of pair is wrong, 0 to 1: the verifier's verdict, unexplained words and the score's bin. One serves while it is at most the policy's max_error.",
    labels: ['bucket'],
  },
  attempts: {
    name: 'gwc_attempts_total',
    kind: 'counter',
    help: 'Requests sent to providers, by outcome: ok, cancelled, truncated, or the class of the failure.',
    labels: [...target, 'outcome'],
  },
  retries: {
    name: 'gwc_retries_total',
    kind: 'counter',
    help: 'Attempts that went to the same model as the attempt before.',
    labels: target,
  },
  failovers: {
    name: 'gwc_failovers_total',
    kind: 'counter',
    help: 'Attempts that went to another model than the attempt before.',
    labels: ['from', 'to'],
  },
  copies: {
    name: 'gwc_shadow_copies_total',
    kind: 'counter',
    help: 'Copies sent to shadow models, by outcome; apart from attempts, whose answers somebody waits for.',
    labels: [...target, 'outcome'],
  },
  shadowPolicy: {
    name: 'gwc_shadow_policy_requests_total',
    kind: 'counter',
    help: 'Requests that the candidate of `gwc shadow` decided beside the policy, by result: same, different, skipped (too many at once) or failed. Begins anew with each candidate and each policy.',
    labels: ['result'],
  },
  shadowPolicyDifferences: {
    name: 'gwc_shadow_policy_differences_total',
    kind: 'counter',
    help: 'In what those that are different differ: outcome, models, message, settings, or rule alone. One request may differ in several.',
    labels: ['kind'],
  },
  tokens: {
    name: 'gwc_tokens_total',
    kind: 'counter',
    help: 'Tokens as the providers reported them: input (not cached), cache_read, cache_write_5m, cache_write_1h, output (with reasoning), reasoning.',
    labels: [...target, 'type'],
  },
  cost: {
    name: 'gwc_cost_dollars_total',
    kind: 'counter',
    help: 'What the answers cost by the prices pinned in the policy, in dollars. For bills there is the ledger; this is a sum of binary fractions.',
    labels: target,
  },
  requestBytes: {
    name: 'gwc_request_bytes_total',
    kind: 'counter',
    help: 'Bytes of decided request bodies, decompressed.',
    labels: ['endpoint'],
  },
  responseBytes: {
    name: 'gwc_response_bytes_total',
    kind: 'counter',
    help: 'Bytes of the bodies of answers.',
    labels: ['endpoint'],
  },
  tokenUsage: {
    name: 'gen_ai_client_token_usage',
    kind: 'histogram',
    help: 'gen_ai.client.token.usage: tokens of a request as the provider reported them, input (cached ones included) and output.',
    labels: [...genAi, 'gen_ai_token_type'],
    bounds: tokens,
  },
  attemptDuration: {
    name: 'gen_ai_client_operation_duration_seconds',
    kind: 'histogram',
    help: 'gen_ai.client.operation.duration: one attempt at a provider, from its beginning to its end.',
    labels: [...genAi, 'error_type'],
    bounds: seconds,
  },
  requestDuration: {
    name: 'gen_ai_server_request_duration_seconds',
    kind: 'histogram',
    help: 'gen_ai.server.request.duration: one request of a client, from its head to the end of its answer, all attempts included.',
    labels: [...genAi, 'error_type'],
    bounds: seconds,
  },
  firstToken: {
    name: 'gen_ai_server_time_to_first_token_seconds',
    kind: 'histogram',
    help: "gen_ai.server.time_to_first_token: from a request's head to the first content of its stream.",
    labels: genAi,
    bounds: firstToken,
  },
  perToken: {
    name: 'gen_ai_server_time_per_output_token_seconds',
    kind: 'histogram',
    help: 'gen_ai.server.time_per_output_token: of a complete stream, the time after its first content by the tokens after the first.',
    labels: genAi,
    bounds: perToken,
  },
  inFlight: {
    name: 'gwc_requests_in_flight',
    kind: 'gauge',
    help: 'Requests under way.',
    labels: [],
  },
  streams: {
    name: 'gwc_streams_open',
    kind: 'gauge',
    help: 'Streams to clients that have begun and not ended.',
    labels: [],
  },
  breakers: {
    name: 'gwc_breaker_state',
    kind: 'gauge',
    help: 'Whether a model at an account of a provider is tried: 0 yes, 1 by a probe, 2 no, it is ejected or held.',
    labels: ['provider', 'account', 'model'],
  },
  policy: {
    name: 'gwc_policy_info',
    kind: 'gauge',
    help: 'Always 1; the label is the policy version that is obeyed (SHA-256 of the table).',
    labels: ['version'],
  },
  policySince: {
    name: 'gwc_policy_since_seconds',
    kind: 'gauge',
    help: 'When the policy that is obeyed was published, in seconds of Unix time.',
    labels: [],
  },
  policyRefused: {
    name: 'gwc_policy_refused',
    kind: 'gauge',
    help: 'An alarm: 1 while the newest policy is refused and the last good one is obeyed in its place.',
    labels: [],
  },
  meterWarnings: {
    name: 'gwc_threshold_passed_total',
    kind: 'counter',
    help: 'Thresholds of `warn at` that were passed, by the kind (budget or limit) and name.',
    labels: ['kind', 'name'],
  },
  moneyDenied: {
    name: 'gwc_denied_total',
    kind: 'counter',
    help: 'Attempts that a budget or limit kept from being sent, by its kind, its name and the reason: full, frozen (a cost above its bound), unbounded (nobody knows what it may cost) or unavailable (the store does not answer). Of several hard budgets the first is named where all are the reason.',
    labels: ['kind', 'name', 'reason'],
  },
  budgetSpent: {
    name: 'gwc_budget_spent_dollars',
    kind: 'gauge',
    help: 'What is spent of a budget in its open window, certain and uncertain, by its name, whose share it is (`developer=ada`; empty: one for all) and whether it is hard or soft. Of more than 1,000 shares the fullest.',
    labels: share,
  },
  budgetUncertain: {
    name: 'gwc_budget_uncertain_dollars',
    kind: 'gauge',
    help: 'What of that is uncertain (`gwc spend uncertain`).',
    labels: share,
  },
  budgetHeld: {
    name: 'gwc_budget_held_dollars',
    kind: 'gauge',
    help: 'What is held of a budget for attempts under way.',
    labels: share,
  },
  budgetLimit: {
    name: 'gwc_budget_limit_dollars',
    kind: 'gauge',
    help: 'The amount of a budget in its window. Where each key has its own, once it has asked since start.',
    labels: share,
  },
  limitUsed: {
    name: 'gwc_limit_used',
    kind: 'gauge',
    help: 'What counts towards a limit at this moment: requests, tokens, or attempts under way.',
    labels: share,
  },
  limitMost: {
    name: 'gwc_limit_most',
    kind: 'gauge',
    help: 'How much a limit lets through in its window.',
    labels: share,
  },
  storeWritable: {
    name: 'gwc_store_writable',
    kind: 'gauge',
    help: 'Whether the store of money can be written: 0 while hard budgets are answered with 503.',
    labels: [],
  },
  spooledRows: {
    name: 'gwc_store_spooled_rows',
    kind: 'gauge',
    help: 'Rows of money that wait to be written.',
    labels: [],
  },
  holds: {
    name: 'gwc_holds',
    kind: 'gauge',
    help: 'Attempts under way that money is held for.',
    labels: [],
  },
  boundViolations: {
    name: 'gwc_bound_violations_total',
    kind: 'counter',
    help: 'An alarm: attempts that cost more than their bound, since start.',
    labels: [],
  },
  frozenPairs: {
    name: 'gwc_frozen',
    kind: 'gauge',
    help: 'Models and keys that hard budgets take no attempt of, for one cost more than its bound (`gwc spend frozen`).',
    labels: [],
  },
  softOvershoot: {
    name: 'gwc_soft_overshoot_dollars_total',
    kind: 'counter',
    help: 'By how much attempts that soft budgets count cost more than estimated, in dollars, since start.',
    labels: [],
  },
  counterDifferences: {
    name: 'gwc_counter_differences_total',
    kind: 'counter',
    help: 'An alarm: counters that were not what their rows say, since start.',
    labels: [],
  },
  reloads: {
    name: 'gwc_reloads_total',
    kind: 'counter',
    help: 'Policies that were looked at after the first, by result: published, same or refused.',
    labels: ['result'],
  },
  logDropped: {
    name: 'gwc_log_dropped_total',
    kind: 'counter',
    help: 'Lines that were not written because their sink is slower than the traffic: log or content.',
    labels: ['sink'],
  },
  adminRefused: {
    name: 'gwc_admin_refused_total',
    kind: 'counter',
    help: 'Requests that the admin listener refused for want of its key.',
    labels: [],
  },
  build: {
    name: 'gwc_build_info',
    kind: 'gauge',
    help: 'Always 1; the labels are the versions of gwc and of Node.',
    labels: ['version', 'node'],
  },
  started: {
    name: 'process_start_time_seconds',
    kind: 'gauge',
    help: 'When the process began, in seconds of Unix time.',
    labels: [],
  },
  cpu: {
    name: 'process_cpu_seconds_total',
    kind: 'counter',
    help: 'CPU time of the process, in user and in system mode.',
    labels: [],
  },
  residentBytes: {
    name: 'process_resident_memory_bytes',
    kind: 'gauge',
    help: 'Memory of the process that is in RAM.',
    labels: [],
  },
  heapBytes: {
    name: 'nodejs_heap_size_used_bytes',
    kind: 'gauge',
    help: 'JavaScript heap in use.',
    labels: [],
  },
  loopDelay: {
    name: 'gwc_event_loop_delay_seconds',
    kind: 'gauge',
    help: 'How late the event loop was since the last scrape, by quantile (1 is the maximum).',
    labels: ['quantile'],
  },
} as const satisfies Readonly<Record<string, MetricRow>>

/** The name by which code speaks of a metric. */
export type MetricName = keyof typeof metricRows
