import { lossRow } from '../../canonical/losses.ts'
import type { LossRow } from '../../canonical/losses.ts'

const row = lossRow('openai-chat')

/** What of a chat completion request other dialects have no place for; a field without a row is dropped with a warning. */
export const chatLosses: readonly LossRow[] = [
  row('functions', 'refused', 'the form before `tools`; send the same functions as `tools`'),
  row('function_call', 'refused', 'the form before `tool_choice`; send it as `tool_choice`'),
  row('audio', 'refused', 'the answer would not be spoken'),
  row('messages[].content[].input_audio', 'refused', 'what is asked is in the sound'),
  row(
    'messages[].content[].file',
    'refused',
    'the file is kept at its own provider; send its bytes as `file_data`',
  ),
  row('web_search_options', 'refused', 'nothing would be searched'),
  row('tool_choice=required', 'refused', 'this model of Anthropic’s is not made to call a tool; send `auto`'),
  row('tool_choice', 'refused', 'a choice among some tools; send only those, with `required`'),
  row(
    'tools[].function.parameters.$ref',
    'refused',
    'a schema that refers to itself, or elsewhere; Gemini takes none',
  ),
  row(
    'response_format.json_schema.schema.$ref',
    'refused',
    'a schema that refers to itself, or elsewhere; Gemini takes none',
  ),
  row('n=1', 'spared', 'one answer is given'),
  row('n', 'refused', 'one answer is given elsewhere; send `n` requests'),
  row('stop', 'dropped', 'Responses has none, Gemini five at most, Anthropic none of white space alone'),
  row('user', 'spared', 'names who asks, for the provider'),
  row('metadata', 'spared', 'kept by the provider for its own reports'),
  row('store', 'spared', 'asks the provider to keep the answer'),
  row('safety_identifier', 'spared', 'names who asks, for the provider'),
  row('service_tier', 'dropped', 'speed and price are those of the other provider'),
  row('prompt_cache_retention', 'spared', 'changes the price of a repeated prompt, not the answer'),
  row('messages[].reasoning_content', 'spared', 'earlier thoughts of another model'),
  row('messages[].name', 'dropped', 'others do not tell speakers apart'),
  row('messages[].content[].detail', 'spared', 'how closely an image is looked at'),
]
