/**
 * What the cache answered and what that saved. The sums of days are kept apart by it, so their table is made anew: a column cannot
 * join a primary key. Hits of before were exact; what they saved is not known.
 */
export const cacheMigration = `
ALTER TABLE ledger ADD COLUMN cache TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger ADD COLUMN saved_tokens INTEGER NOT NULL DEFAULT 0;
UPDATE ledger SET cache = 'exact' WHERE outcome = 'cached';

CREATE TABLE rollups_2 (
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
  cache TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  certain INTEGER NOT NULL,
  uncertain INTEGER NOT NULL,
  saved INTEGER NOT NULL,
  saved_tokens INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  cache_read_tokens INTEGER NOT NULL,
  cache_write_5m_tokens INTEGER NOT NULL,
  cache_write_1h_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  reasoning_tokens INTEGER NOT NULL,
  PRIMARY KEY (day, rule, provider, model, account, key, org, team, project, developer, outcome, cache)
) STRICT, WITHOUT ROWID;
INSERT INTO rollups_2
  SELECT day, rule, provider, model, account, key, org, team, project, developer, outcome,
    CASE outcome WHEN 'cached' THEN 'exact' ELSE '' END, attempts, certain, uncertain, 0, 0,
    input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens
  FROM rollups;
DROP TABLE rollups;
ALTER TABLE rollups_2 RENAME TO rollups;
`
