import type { PrintTarget } from '../../canonical/codec.ts'
import { keepExtra } from '../../canonical/extra.ts'
import { fieldName } from '../../canonical/field-names.ts'
import type { CanonicalRequest, ToolChoice, Turn } from '../../canonical/form.ts'
import type { Losses } from '../../canonical/losses.ts'
import type { Json } from '../../json.ts'
import { printConfig } from './print-config.ts'
import { callsById, printContents, printParts, silent } from './print-contents.ts'
import type { Printing } from './print-contents.ts'
import { printTools } from './print-tools.ts'
import { plain, undotted } from './proto-json.ts'

/** Prints a generateContent request; the model, and whether to stream, are said by its URL. */
export function printGeminiRequest(request: CanonicalRequest, to: PrintTarget, losses: Losses): Json {
  const { from, parallelTools } = request
  const keep = keepExtra(request, 'gemini-generate', losses)
  const { ids, model, namesCalls = true } = to
  const calls = callsById(request.turns)
  const printing = { keep, ids, namesCalls, losses, from, model, calls }
  const { system, contents } = instructed(request, printing)
  if (parallelTools === false) losses.lose(fieldName(from, 'parallelTools'))
  const kept = keep(request.extra)
  return {
    ...(system.length === 0 ? {} : { systemInstruction: printInstruction(system, printing) }),
    contents,
    ...printTools(request, keep, losses),
    ...printChoice(request, undotted('toolConfig', kept)),
    ...printConfig(request, to, kept, keep, losses),
    ...plain(kept),
  }
}

interface Instructed {
  readonly system: readonly Turn[]
  readonly contents: readonly Json[]
}

/** The instructions that stand first. Alone, they are what the user says: somebody has to speak. */
function instructed({ turns, from }: CanonicalRequest, printing: Printing): Instructed {
  const first = turns.findIndex(({ role }) => role === 'user' || role === 'assistant')
  const at = first === -1 ? turns.length : first
  const contents = printContents(turns.slice(at), printing)
  if (contents.length > 0 || from === 'gemini-generate') return { system: turns.slice(0, at), contents }
  const said = printContents(turns, printing)
  return { system: [], contents: said.length === 0 ? [silent] : said }
}

function printInstruction(system: readonly Turn[], printing: Printing): Json {
  const kept = system.map(({ extra }) => printing.keep(extra, 'turn'))
  const parts = printParts(
    system.flatMap((turn) => turn.parts),
    'system',
    printing,
  )
  return Object.assign({ parts }, ...kept) as Json
}

function printChoice({ toolChoice, tools, from }: CanonicalRequest, kept: Json): Json {
  const isChoice = toolChoice !== undefined && (tools.length > 0 || from === 'gemini-generate')
  const calling = {
    ...(isChoice ? choiceConfig(toolChoice) : {}),
    ...undotted('functionCallingConfig', kept),
  }
  const config = {
    ...(Object.keys(calling).length === 0 ? {} : { functionCallingConfig: calling }),
    ...plain(kept),
  }
  return Object.keys(config).length === 0 ? {} : { toolConfig: config }
}

function choiceConfig(choice: ToolChoice): Json {
  if (typeof choice === 'object') return { mode: 'ANY', allowedFunctionNames: [choice.name] }
  return { mode: { auto: 'AUTO', none: 'NONE', required: 'ANY' }[choice] }
}
