import { codecs } from '../../runtime/wire/canonical/codecs.ts'
import type { LossRow } from '../../runtime/wire/canonical/losses.ts'
import { embeddingCodecs } from '../../runtime/wire/embeddings/codecs.ts'
import { code, type Page, page, table } from './markdown.ts'

/** What a request loses on its way to a provider of another dialect. */
export function translationPage(): Page {
  const from = 'the losses of each dialect in `runtime/wire/`'
  return page('translation.md', 'Translation between dialects', from, [
    'A request goes unchanged to a provider that speaks its API. Where none of a stage does, it is translated: instructions, text, images, documents, tools with their calls and results, the form of the answer, how much to think, caps and stops are carried both ways, streaming and not. What the other side has no place for is one of:',
    table(
      ['fate', 'what happens'],
      [
        [
          'refused',
          'no such provider is sent it; when nobody else can take it the client is answered 400 with the name of the field (on messages 403)',
        ],
        [
          'dropped',
          'it is left out, and the answer’s `x-gwc-warnings` and the log say so; so is every field that has no row here',
        ],
        ['spared', 'it is left out without a word: no answer changes by it'],
      ],
    ),
    'Instructions keep their place where the other side has them in the middle of a conversation; in Anthropic’s messages they all stand first, and in Gemini those that do not are said by the user, where they stand. A conversation that the assistant begins is preceded for them by a user who says `…`, since both refuse it otherwise; texts of white space alone are not said to Anthropic, which refuses those. Ids of tool calls keep their form where the other side takes it, and are mapped to one of their own otherwise, always the same. Thinking is asked for in the words of the model at hand: an effort, or a budget for Claude 4.5 and before, which do not think on where the calls of tools are under way; a level for Gemini 3, a budget for Gemini 2.5. A cap below 16 tokens is 16 on Responses. Thoughts of another model, sealed or signed, are not given to clients that would send them back; where a provider wants them with the calls that followed (DeepSeek), the gateway remembers them, some 16 million letters, and sends a blank in the place of those that it has forgotten. Tools of a namespace and tools that take free text become plain functions, and their calls are given back as what the client declared. Calls at once reach a client of messages one after the other, whole: its SDKs take each piece to be of the block that began last.',
    'Gemini signs calls and wants the signature back with them, for which nobody else has a place: it travels in the call’s id (`__gwc_seal_…`, in letters that every dialect takes), comes back in it, and is taken out of what goes to any other provider. The first call of a turn that another model made is marked as such for Gemini, which else refuses it. Results go there by the name of the function, as objects: the one that the text writes out, else `output`, or `error`.',
    'Schemas for Gemini (`parametersJsonSchema`, `responseJsonSchema`) are said in the keywords that it takes: what `$ref` names stands in its place, `const` is an `enum` of one, `allOf` one schema, several types `anyOf`. A schema that refers to itself is refused; a keyword that has no place (`pattern`, `minLength`, `not`, …) is dropped with a warning, and one that binds no answer (`default`, `$comment`, …) without. What was written to a prompt cache counts as input there.',
    'Anthropic holds answers (`output_config.format`) and the calls of strict tools to closed schemas without bounds: objects are closed there, and bounds, patterns and what else it refuses are told to the model in the description, as Anthropic’s own SDK does. OpenAI is asked to be strict where it can: objects closed, each field required.',
    'Embeddings go from OpenAI’s API to Google’s and back: texts, one or a list, each for a vector in its place, the number of dimensions (`dimensions`, `outputDimensionality`), base64 where the client asks for it, and the tokens used, which are 0 where the provider does not say. A list of one goes to `embedContent`, a longer one to `batchEmbedContents`.',
    ...Object.entries({ ...codecs, ...embeddingCodecs }).flatMap(([name, { losses }]) => [
      `## From ${code(name)}`,
      rows(losses),
    ]),
  ])
}

function rows(losses: readonly LossRow[]): string {
  return table(
    ['field', 'fate', 'why'],
    losses.map(({ field, fate, why }) => [code(field), fate, why]),
  )
}
