/**
 * Holds, counters and the ledger. Instants are milliseconds since 1970, amounts nano-dollars. `hard`, `soft` and `limits` are
 * JSON lists of ids of counters and limits. A counter's sums are kept, held amounts are those of `holds`.
 */
export const ledgerMigration = `
CREATE TABLE counters (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  whose TEXT NOT NULL,
  period TEXT NOT NULL,
  label TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  certain INTEGER NOT NULL,
  uncertain INTEGER NOT NULL,
  warned INTEGER NOT NULL,
  merged_into INTEGER
) STRICT;
CREATE INDEX counters_by_end ON counters (ends_at);

CREATE TABLE limits (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  whose TEXT NOT NULL,
  counts TEXT NOT NULL,
  window_ms INTEGER NOT NULL,
  merged_into INTEGER
) STRICT;

CREATE TABLE holds (
  attempt_id TEXT PRIMARY KEY,
  held_at INTEGER NOT NULL,
  owner TEXT NOT NULL,
  deadline INTEGER NOT NULL,
  bound INTEGER NOT NULL,
  estimate INTEGER NOT NULL,
  estimate_tokens INTEGER NOT NULL,
  hard TEXT NOT NULL,
  soft TEXT NOT NULL,
  limits TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
  id INTEGER PRIMARY KEY,
  attempt_id TEXT NOT NULL UNIQUE,
  request_id TEXT NOT NULL,
  held_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  owner TEXT NOT NULL,
  policy TEXT NOT NULL,
  price_date TEXT,
  rule TEXT NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  account INTEGER NOT NULL,
  key TEXT NOT NULL,
  org TEXT,
  team TEXT,
  project TEXT,
  developer TEXT,
  outcome TEXT NOT NULL,
  status INTEGER,
  provider_request_id TEXT,
  latency_ms INTEGER NOT NULL,
  bound INTEGER NOT NULL,
  estimate INTEGER NOT NULL,
  certain INTEGER NOT NULL,
  uncertain INTEGER NOT NULL,
  soft_uncertain INTEGER NOT NULL,
  counted_tokens INTEGER NOT NULL,
  violated INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  cache_read_tokens INTEGER NOT NULL,
  cache_write_5m_tokens INTEGER NOT NULL,
  cache_write_1h_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  reasoning_tokens INTEGER NOT NULL,
  input_cost INTEGER NOT NULL,
  cache_read_cost INTEGER NOT NULL,
  cache_write_5m_cost INTEGER NOT NULL,
  cache_write_1h_cost INTEGER NOT NULL,
  output_cost INTEGER NOT NULL,
  reasoning_cost INTEGER NOT NULL,
  hard TEXT NOT NULL,
  soft TEXT NOT NULL,
  limits TEXT NOT NULL
) STRICT;
CREATE INDEX ledger_by_time ON ledger (held_at);

CREATE TABLE corrections (
  attempt_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  outcome TEXT,
  status INTEGER,
  provider_request_id TEXT,
  latency_ms INTEGER,
  certain INTEGER NOT NULL,
  uncertain INTEGER NOT NULL,
  soft_uncertain INTEGER NOT NULL,
  violated INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  cache_read_tokens INTEGER NOT NULL,
  cache_write_5m_tokens INTEGER NOT NULL,
  cache_write_1h_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  reasoning_tokens INTEGER NOT NULL,
  input_cost INTEGER NOT NULL,
  cache_read_cost INTEGER NOT NULL,
  cache_write_5m_cost INTEGER NOT NULL,
  cache_write_1h_cost INTEGER NOT NULL,
  output_cost INTEGER NOT NULL,
  reasoning_cost INTEGER NOT NULL,
  PRIMARY KEY (attempt_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollups (
  day TEXT NOT NULL,
  rule TEXT NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  account INTEGER NOT NULL,
  key TEXT NOT NULL,
  org TEXT NOT NULL,
  team TEXT NOT NULL,
  project TEXT NOT NULL,
  developer TEXT NOT NULL,
  outcome TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  certain INTEGER NOT NULL,
  uncertain INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  cache_read_tokens INTEGER NOT NULL,
  cache_write_5m_tokens INTEGER NOT NULL,
  cache_write_1h_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  reasoning_tokens INTEGER NOT NULL,
  PRIMARY KEY (day, rule, provider, model, account, key, org, team, project, developer, outcome)
) STRICT, WITHOUT ROWID;

CREATE TABLE frozen (
  model TEXT NOT NULL,
  key TEXT NOT NULL,
  attempt_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (model, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE aliases (
  name TEXT PRIMARY KEY,
  meter TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
