import { lossRow } from '../../canonical/losses.ts'
import type { LossRow } from '../../canonical/losses.ts'

const row = lossRow('anthropic-messages')

/** What of a messages request other dialects have no place for; a field without a row is dropped with a warning. */
export const messagesLosses: readonly LossRow[] = [
  row('tools[].type', 'refused', 'a tool that Anthropic runs; the other provider would not'),
  row(
    'tools[].type=tool_search_tool_regex_20251119',
    'spared',
    'every tool is sent, so none need be searched',
  ),
  row(
    'tools[].type=tool_search_tool_bm25_20251119',
    'spared',
    'every tool is sent, so none need be searched',
  ),
  row('tools[].defer_loading', 'spared', 'every tool is sent at once'),
  row('tools[].cache_control', 'spared', 'marks what the prompt cache keeps'),
  row('tools[].eager_input_streaming', 'spared', 'how a tool call is streamed'),
  row(
    'tools[].input_schema.$ref',
    'refused',
    'a schema that refers to itself, or elsewhere; Gemini takes none',
  ),
  row(
    'output_config.format.schema.$ref',
    'refused',
    'a schema that refers to itself, or elsewhere; Gemini takes none',
  ),
  row('mcp_servers', 'refused', 'tools that Anthropic runs; the other provider would not'),
  row('container', 'refused', 'a machine at Anthropic; the other provider has none'),
  row('thinking', 'spared', 'thinking is asked for in words, by effort'),
  row(
    'messages[].content[].type=thinking',
    'dropped',
    'an earlier thought, which another model neither reads nor has made',
  ),
  row('effort', 'spared', 'how much to think is asked for in the other side’s own words'),
  row('output_config', 'dropped', 'the other provider has no such setting'),
  row('context_management', 'spared', 'what Anthropic would cut from a long conversation is sent whole'),
  row('cache_control', 'spared', 'marks what the prompt cache keeps'),
  row('system[].cache_control', 'spared', 'marks what the prompt cache keeps'),
  row('messages[].content[].cache_control', 'spared', 'marks what the prompt cache keeps'),
  row('messages[].content[].citations', 'spared', 'where an earlier answer took its words from'),
  row('messages[].content[].source', 'refused', 'the file is kept at its own provider; send its bytes'),
  row('messages[].content[].type=server_tool_use', 'dropped', 'a call of a tool that Anthropic ran'),
  row('metadata', 'spared', 'names who asks, for the provider'),
  row('stop_sequences', 'dropped', 'chat completions take four, Gemini five, Responses none'),
  row(
    'tools[].strict',
    'dropped',
    'OpenAI holds calls to closed schemas alone, whose fields are all required',
  ),
  row('top_k', 'dropped', 'the other provider samples from all words'),
  row('service_tier', 'dropped', 'speed and price are those of the other provider'),
  row('speed', 'dropped', 'speed and price are those of the other provider'),
  row('inference_geo', 'refused', 'where it is worked on is not the other provider’s to promise'),
  row('diagnostics', 'spared', 'reports of Anthropic on its own work'),
]
