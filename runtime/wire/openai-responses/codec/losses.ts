import { lossRow } from '../../canonical/losses.ts'
import type { LossRow } from '../../canonical/losses.ts'

const row = lossRow('openai-responses')

/** What of a Responses request other dialects have no place for; a field without a row is dropped with a warning. */
export const responsesLosses: readonly LossRow[] = [
  row(
    'previous_response_id',
    'refused',
    'the earlier answer is kept at its own provider, if anywhere; send the whole input with `store: false`',
  ),
  row('conversation', 'refused', 'the conversation is kept at its own provider; send the whole input'),
  row('prompt', 'refused', 'the prompt is kept at its own provider; send the whole input'),
  row('background', 'refused', 'nobody would keep the answer until it is fetched'),
  row(
    'input[].type=item_reference',
    'refused',
    'the item is kept at its own provider; send the item itself, with `store: false`',
  ),
  row('input[].type=reasoning', 'dropped', 'an earlier thought, encrypted for the account that made it'),
  row(
    'input[].content[].file_url',
    'refused',
    'chat completions take no file from where it lies; send its bytes as `file_data`',
  ),
  row('input[].content[].file_id', 'refused', 'the file is kept at its own provider; send its bytes'),
  row('input[].type', 'dropped', 'an item that others have no place for'),
  row('tools[].type', 'refused', 'a tool that OpenAI runs; the other provider would not'),
  row('tools[].type=web_search', 'dropped', 'a tool that OpenAI runs and the model need not use'),
  row('tools[].type=web_search_preview', 'dropped', 'a tool that OpenAI runs and the model need not use'),
  row(
    'tools[].type=tool_search',
    'spared',
    'OpenAI’s own search among tools: every tool is sent, so none need be searched',
  ),
  row('tool_choice=required', 'refused', 'this model of Anthropic’s is not made to call a tool; send `auto`'),
  row('tool_choice', 'refused', 'a choice among some tools; send only those, with `required`'),
  row(
    'tools[].parameters.$ref',
    'refused',
    'a schema that refers to itself, or elsewhere; Gemini takes none',
  ),
  row(
    'text.format.schema.$ref',
    'refused',
    'a schema that refers to itself, or elsewhere; Gemini takes none',
  ),
  row('include', 'spared', 'asks for more about the answer, such as sealed reasoning'),
  row('store', 'spared', 'asks the provider to keep the answer'),
  row('metadata', 'spared', 'kept by the provider for its own reports'),
  row('client_metadata', 'spared', 'kept by the provider for its own reports'),
  row('user', 'spared', 'names who asks, for the provider'),
  row('safety_identifier', 'spared', 'names who asks, for the provider'),
  row('service_tier', 'dropped', 'speed and price are those of the other provider'),
  row('prompt_cache_retention', 'spared', 'changes the price of a repeated prompt, not the answer'),
  row('reasoning', 'spared', 'how thoughts are told, not what is answered'),
  row('text', 'dropped', 'how long the answer is to be'),
  row('input[].id', 'spared', 'the provider’s name of an earlier item'),
  row('input[].status', 'spared', 'earlier items are whole'),
  row('input[].phase', 'spared', 'which part of a turn an earlier message was'),
  row('input[].content[].annotations', 'spared', 'where an earlier answer took its words from'),
  row('input[].content[].logprobs', 'spared', 'how likely the words of an earlier answer were'),
  row('input[].content[].detail', 'spared', 'how closely an image is looked at'),
  row('tools[].defer_loading', 'spared', 'every tool is sent at once'),
]
