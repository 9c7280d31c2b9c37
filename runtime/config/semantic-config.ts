import type { GatewayConfig } from '../../schemas/generated/gateway.ts'
import type { Checked } from './checked.ts'
import type { CacheConfig, SemanticConfig } from './gateway.ts'
import type { ConfigProblem } from './problem.ts'
import { Secret } from './secret.ts'
import { semanticDefaults } from './semantic-defaults.ts'

/** Where answers are kept and how like questions are found. An embedder is a model of the file's own providers: nothing else is connected to. */
export function cacheOf({ cache, providers }: GatewayConfig): Checked<CacheConfig> {
  const semantic = semanticOf(cache?.semantic)
  const found = semantic === undefined ? {} : { semantic }
  const problems = embedderProblems(semantic, Object.keys(providers ?? {}))
  const value: CacheConfig =
    cache?.kind === 'redis'
      ? { kind: 'redis', url: new Secret(cache.url), ...found }
      : { kind: 'memory', bytesMax: cache?.bytesMax ?? 67_108_864, ...found }
  return { value, problems, warnings: [] }
}

type Written = NonNullable<GatewayConfig['cache']>['semantic']

function semanticOf(written: Written): SemanticConfig | undefined {
  if (written === undefined) return undefined
  const { embedder, ...rest } = written
  return {
    ...semanticDefaults,
    ...rest,
    embedder: embedder === undefined ? undefined : { withinMs: 50, ...embedder },
  }
}

function embedderProblems(
  semantic: SemanticConfig | undefined,
  providers: readonly string[],
): readonly ConfigProblem[] {
  const model = semantic?.embedder?.model
  if (model === undefined || providers.some((name) => model.startsWith(`${name}/`))) return []
  const message = 'it names no model of a provider of this file'
  const help = 'write `provider/name`, and describe the provider under "providers"'
  return [{ path: 'cache.semantic.embedder.model', message, help }]
}
