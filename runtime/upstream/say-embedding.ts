import type { Dialect, DialectName, WireBody } from '../wire/dialect.ts'
import { dialects } from '../wire/dialects.ts'
import { embeddingCodecs } from '../wire/embeddings/codecs.ts'
import { embeddingTranslator, readEmbedding } from '../wire/embeddings/translate.ts'
import type { EmbeddingSide } from '../wire/embeddings/translate.ts'
import type { Translated } from './saying.ts'
import type { Target } from './target.ts'

/** How a request for embeddings is said to a target of another dialect; `undefined` for every other request, and where the target has no words for it. */
export function sayEmbedding(
  { model, provider: { config } }: Target,
  dialect: Dialect,
  { bytes }: Pick<WireBody, 'bytes'>,
): Translated | undefined {
  const client = sideOf(dialect.name)
  if (client === undefined) return undefined
  const { request, lost } = readEmbedding(bytes, client)
  const spoken = config.row.speaks.map(sideOf)
  const provider = spoken.find((side) => side?.codec.takes(request.inputs.length))
  if (provider === undefined) return undefined
  const { upstream } = model
  const printed = Buffer.from(JSON.stringify(provider.codec.print(request, upstream)))
  return {
    kind: 'translated',
    client: dialect,
    provider: provider.dialect,
    request: { bytes: printed, lost },
    back: () => embeddingTranslator(provider, client, request, upstream),
  }
}

function sideOf(name: DialectName): EmbeddingSide | undefined {
  const codec = embeddingCodecs[name]
  return codec === undefined ? undefined : { dialect: dialects[name], codec }
}
