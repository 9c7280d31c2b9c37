import type { EncodeTarget } from '../../canonical/codec.ts'
import type { CanonicalEvent, Encoder, OpenPart, Stop } from '../../canonical/events.ts'
import { idForClient, idRules } from '../../canonical/ids.ts'
import { parseObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import type { Usage } from '../../usage.ts'
import { printUsage, responsesWords } from '../../openai-usage.ts'
import { responsesErrorEvent } from '../errors.ts'

/** Writes a Responses stream: one id through its whole life. Thoughts of other providers are left out: sent back to OpenAI, they would name items that it does not have. */
export function encodeResponsesStream({ from }: EncodeTarget): Encoder {
  const stream = new ResponsesWriter(from === 'openai-responses')
  return { write: (event) => stream.write(event) }
}

/** An item under way. */
interface Item {
  /** Its place in the output. */
  readonly at: number
  readonly id: string
  readonly part: OpenPart
  text: string
  seal: string | undefined
  /** What stands around the number and the text of its deltas. */
  around: Around | undefined
}

interface Around {
  readonly before: string
  readonly between: string
  readonly after: string
}

class ResponsesWriter {
  readonly #keepsThoughts: boolean
  readonly #items = new Map<number, Item>()
  readonly #output: Json[] = []
  #response: Json = {}
  #number = 0

  constructor(keepsThoughts: boolean) {
    this.#keepsThoughts = keepsThoughts
  }

  write(event: CanonicalEvent): string {
    switch (event.kind) {
      case 'start':
        return this.#start(event)
      case 'open':
        return this.#open(event.index, event.part)
      case 'delta':
        return this.#delta(event.index, event.text)
      case 'seal':
        return this.#seal(event.index, event.seal)
      case 'close':
        return this.#close(event.index)
      case 'finish':
        return this.#finish(event.stop, event.usage)
      case 'error':
        return responsesErrorEvent(event.error).toString()
    }
  }

  #start({ id, model, created }: Extract<CanonicalEvent, { kind: 'start' }>): string {
    this.#response = { ...unsaid, id, object: 'response', created_at: created, model }
    const response = { ...this.#response, status: 'in_progress', output: [], usage: null }
    return this.#say('response.created', { response }) + this.#say('response.in_progress', { response })
  }

  #open(index: number, part: OpenPart): string {
    if (part.kind === 'reasoning' && !this.#keepsThoughts) return ''
    const at = this.#items.size
    const item: Item = {
      at,
      id: `${prefixes[part.kind]}_${at}_${idOf(this.#response)}`,
      part,
      text: '',
      seal: undefined,
      around: undefined,
    }
    this.#items.set(index, item)
    const added = this.#say('response.output_item.added', { output_index: at, item: begun(item) })
    return added + this.#openContent(item)
  }

  #openContent(item: Item): string {
    const part = contentOf({ ...item, text: '' })
    if (part === undefined) return ''
    const type = item.part.kind === 'reasoning' ? 'reasoning_summary_part' : 'content_part'
    return this.#say(`response.${type}.added`, { ...place(item), part })
  }

  #delta(index: number, text: string): string {
    const item = this.#items.get(index)
    if (item === undefined) return ''
    item.text += text
    if (isSearch(item)) return ''
    item.around ??= aroundDelta(item)
    const { before, between, after } = item.around
    return `${before}${this.#number++}${between}${JSON.stringify(text)}${after}`
  }

  #seal(index: number, seal: string): string {
    const item = this.#items.get(index)
    if (item !== undefined) item.seal = seal
    return ''
  }

  #close(index: number): string {
    const item = this.#items.get(index)
    if (item === undefined) return ''
    const done = ended(item)
    this.#output[item.at] = done
    return (
      this.#closeContent(item) + this.#say('response.output_item.done', { output_index: item.at, item: done })
    )
  }

  #closeContent(item: Item): string {
    if (isSearch(item)) return ''
    const kind = kindOf(item)
    const said = this.#say(`${deltaTypes[kind]}.done`, {
      ...place(item),
      [wholeFields[kind]]: item.text,
      ...probable(item),
    })
    const part = contentOf(item)
    if (part === undefined) return said
    const type = item.part.kind === 'reasoning' ? 'reasoning_summary_part' : 'content_part'
    return said + this.#say(`response.${type}.done`, { ...place(item), part })
  }

  #finish(stop: Stop, usage: Usage | undefined): string {
    const reason = incomplete[stop.reason]
    const status = reason === undefined ? 'completed' : 'incomplete'
    const response = {
      ...this.#response,
      status,
      incomplete_details: reason === undefined ? null : { reason },
      output: this.#output,
      usage: printUsage(usage, responsesWords),
    }
    return this.#say(`response.${status}`, { response })
  }

  #say(type: string, event: Json): string {
    return `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: this.#number++, ...event })}\n\n`
  }
}

/** What a response holds though nothing of it is known here. */
const unsaid: Json = {
  error: null,
  incomplete_details: null,
  instructions: null,
  metadata: {},
  parallel_tool_calls: true,
  temperature: null,
  tool_choice: 'auto',
  tools: [],
  top_p: null,
  // Nobody keeps it under this id.
  store: false,
  previous_response_id: null,
}

type Kind = 'text' | 'refusal' | 'reasoning' | 'function' | 'custom'

function kindOf({ part }: Item): Kind {
  if (part.kind !== 'tool-call') return part.kind
  return part.custom ? 'custom' : 'function'
}

const prefixes = { text: 'msg', refusal: 'msg', reasoning: 'rs', 'tool-call': 'fc' } as const

const deltaTypes: Readonly<Record<Kind, string>> = {
  text: 'response.output_text',
  refusal: 'response.refusal',
  reasoning: 'response.reasoning_summary_text',
  function: 'response.function_call_arguments',
  custom: 'response.custom_tool_call_input',
}

/** The field that holds all of what the deltas have said. */
const wholeFields: Readonly<Record<Kind, string>> = {
  text: 'text',
  refusal: 'refusal',
  reasoning: 'text',
  function: 'arguments',
  custom: 'input',
}

function idOf(response: Json): string {
  return String(response['id'])
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 40)
}

function place({ at, id, part }: Item): Json {
  const within =
    part.kind === 'tool-call' ? {} : { [part.kind === 'reasoning' ? 'summary_index' : 'content_index']: 0 }
  return { item_id: id, output_index: at, ...within }
}

/** Most of a stream: put together, for printing the same around each word costs more than the word. */
function aroundDelta(item: Item): Around {
  const type = `${deltaTypes[kindOf(item)]}.delta`
  const fields = JSON.stringify(place(item)).slice(1, -1)
  const more = JSON.stringify(probable(item)).slice(1, -1)
  return {
    before: `event: ${type}\ndata: {"type":"${type}","sequence_number":`,
    between: `,${fields},"delta":`,
    after: `${more === '' ? '' : `,${more}`}}\n\n`,
  }
}

function probable({ part }: Item): Json {
  return part.kind === 'text' ? { logprobs: [] } : {}
}

/** The one part of a message or of a thought; a call has none. */
function contentOf({ part, text }: Item): Json | undefined {
  switch (part.kind) {
    case 'text':
      return { type: 'output_text', text, annotations: [], logprobs: [] }
    case 'refusal':
      return { type: 'refusal', refusal: text }
    case 'reasoning':
      return { type: 'summary_text', text }
    case 'tool-call':
      return undefined
  }
}

function begun(item: Item): Json {
  return itemOf({ ...item, text: '' }, 'in_progress', [])
}

function ended(item: Item): Json {
  return itemOf(item, 'completed', [contentOf(item)])
}

function itemOf({ id, part, text, seal }: Item, status: string, content: readonly unknown[]): Json {
  switch (part.kind) {
    case 'text':
    case 'refusal':
      return { id, type: 'message', status, role: 'assistant', content }
    case 'reasoning':
      return {
        id,
        type: 'reasoning',
        summary: content,
        ...(seal === undefined ? {} : { encrypted_content: seal }),
      }
    case 'tool-call': {
      const { custom, name, namespace, search } = part
      const call_id = idForClient(part, idRules['openai-responses'])
      if (search === true) return searchOf(id, call_id, status, text)
      const call = { call_id, name, ...(namespace === undefined ? {} : { namespace }) }
      return custom
        ? { id, type: 'custom_tool_call', status, ...call, input: text }
        : { id, type: 'function_call', status, ...call, arguments: text }
    }
  }
}

/** There are no events for what a search asks. */
function isSearch({ part }: Item): boolean {
  return part.kind === 'tool-call' && part.search === true
}

/** A search for tools that the client runs: its arguments are an object, which is told whole. */
function searchOf(id: string, call_id: string, status: string, text: string): Json {
  return {
    id,
    type: 'tool_search_call',
    status,
    execution: 'client',
    call_id,
    arguments: parseObject(text) ?? {},
  }
}

const incomplete: Readonly<Partial<Record<Stop['reason'], string>>> = {
  length: 'max_output_tokens',
  context: 'max_output_tokens',
  filtered: 'content_filter',
  refused: 'content_filter',
}
