/**
 * Sound, pictures and calls of the provider's own tools, which few attempts have, in one column of JSON: `tokens` and `cost` by
 * class. The sums of days tell what each class cost; of days that were summed before, that is not known.
 */
export const classesMigration = `
ALTER TABLE ledger ADD COLUMN apart TEXT;
ALTER TABLE corrections ADD COLUMN apart TEXT;
ALTER TABLE rollups ADD COLUMN input_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN cache_read_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN cache_write_5m_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN cache_write_1h_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN output_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN reasoning_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN input_audio_tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN input_audio_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN cache_read_audio_tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN cache_read_audio_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN input_image_tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN input_image_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN output_audio_tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN output_audio_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN output_image_tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN output_image_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN web_search_calls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN web_search_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN file_search_calls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN file_search_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN map_search_calls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollups ADD COLUMN map_search_cost INTEGER NOT NULL DEFAULT 0;
`
