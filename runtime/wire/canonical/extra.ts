import type { DialectName } from '../dialect.ts'
import type { Json } from '../json.ts'
import type { CanonicalRequest } from './form.ts'
import type { Losses } from './losses.ts'

/** Where in a request a field stands. */
export type Place = 'request' | 'system' | 'turn' | 'part' | 'call' | 'result' | 'tool'

/** How each dialect writes these places, for whoever is told what was lost. */
const paths: Readonly<Partial<Record<DialectName, Readonly<Record<Place, string>>>>> = {
  'openai-chat': {
    request: '',
    system: 'messages[].content[].',
    turn: 'messages[].',
    part: 'messages[].content[].',
    call: 'messages[].tool_calls[].',
    result: 'messages[].',
    tool: 'tools[].',
  },
  'openai-responses': {
    request: '',
    system: 'input[].content[].',
    turn: 'input[].',
    part: 'input[].content[].',
    call: 'input[].',
    result: 'input[].',
    tool: 'tools[].',
  },
  'anthropic-messages': {
    request: '',
    system: 'system[].',
    turn: 'messages[].',
    part: 'messages[].content[].',
    call: 'messages[].content[].',
    result: 'messages[].content[].',
    tool: 'tools[].',
  },
  'gemini-generate': {
    request: '',
    system: 'systemInstruction.parts[].',
    turn: 'contents[].',
    part: 'contents[].parts[].',
    call: 'contents[].parts[].',
    result: 'contents[].parts[].functionResponse.',
    tool: 'tools[].functionDeclarations[].',
  },
}

/** Gives back what a dialect alone can say when it is printed in that dialect; loses it otherwise, field by field. */
export type KeepExtra = (extra: Json, place?: Place) => Json

/** The keeper of one print. */
export function keepExtra({ from }: CanonicalRequest, to: DialectName, losses: Losses): KeepExtra {
  if (from === to) return (extra) => extra
  const path = paths[from]
  return (extra, place = 'request') => {
    for (const [field, value] of Object.entries(extra)) losses.lose((path?.[place] ?? '') + field, value)
    return nothing
  }
}

const nothing: Json = Object.freeze({})

/** The fields of an object but for those that the form has a place for; `null` counts as absent. */
export function rest(value: Json, known: readonly string[]): Json {
  const left = Object.entries(value).filter(([name, each]) => !known.includes(name) && each !== null)
  return left.length === 0 ? nothing : Object.fromEntries(left)
}
