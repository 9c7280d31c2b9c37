/**
 * How a provider's own model id becomes a canonical name and a family.
 *
 * Versions are written with dots (`claude-opus-4.8`), and what merely pins or previews the same model (dates, `-latest`,
 * `-preview`, Bedrock's `-v1:0`, regions and vendors) is left out of the name; all of those stay as aliases.
 */
const vendor =
  /^(?:(?:us-gov|us|eu|au|jp|in|apac|global|regional)\.)?(?:anthropic|amazon|openai|meta|mistral|deepseek|google|qwen|nvidia|writer|cohere|minimax|moonshot|moonshotai|xai|zai)\./

const pins = [
  /@(?:default|\d{8})$/,
  /-latest$/,
  /-(?:preview-)?\d{2}-\d{4}$/,
  /-\d{4}-\d{2}-\d{2}$/,
  /-20\d{6}$/,
]

/** Cloud and vendor prefixes taken off: `us.anthropic.claude-opus-4-8-v1:0` is `claude-opus-4-8-v1:0`. */
export function withoutVendor(id: string): string {
  return id.replace(vendor, (prefix) => (prefix.endsWith('deepseek.') ? 'deepseek-' : ''))
}

/** Dates and `-latest` taken off. */
export function withoutPins(id: string): string {
  return pins.reduce((name, pin) => name.replace(pin, ''), id)
}

/** `claude-opus-4-8` → `claude-opus-4.8`, `claude-3-5-haiku` → `claude-3.5-haiku`, `claude-opus-4-0` → `claude-opus-4`. */
function dotted(name: string): string {
  if (!/^(claude|gpt|grok)-/.test(name)) return name
  return name.replace(/-(\d)-(\d{1,2})(?=$|-)/, (_, major: string, minor: string) =>
    minor === '0' ? `-${major}` : `-${major}.${minor}`,
  )
}

/** The canonical name of a provider's model id. `preview` drops that word too: Google's ids keep it for years. */
export function canonicalName(provider: string, id: string): string {
  const bare = withoutPins(withoutHost(provider, id))
  const name = dotted(bare.replace(/^claude-4-(opus|sonnet)$/, 'claude-$1-4'))
  return provider === 'google' || provider === 'vertex' ? name.replace(/-preview$/, '') : name
}

function withoutHost(provider: string, id: string): string {
  // `-v1:0` counts Bedrock's deployments, except in DeepSeek's own `v3`.
  if (provider === 'bedrock') return withoutVendor(id).replace(/(?<!^deepseek)-v\d+(?::\d+)?$|-\d:0$|:0$/, '')
  return provider === 'fireworks' ? id.replace(/^accounts\/fireworks\/(models|routers)\//, '') : id
}

/** Whether two ids of one provider name the same model, one perhaps pinned to a date. */
export function isSameModel(provider: string, a: string, b: string): boolean {
  return comparable(provider, a) === comparable(provider, b)
}

const comparable = (provider: string, id: string): string =>
  canonicalName(provider, id).toLowerCase().replaceAll('.', '-')

/** Hosts' own spellings of open models, as one family each. */
const families: readonly (readonly [RegExp, string])[] = [
  [/llama-?(?:v)?3[.p-]3-70b/, 'llama-3.3-70b'],
  [/llama-?(?:v)?3[.p-]1-405b/, 'llama-3.1-405b'],
  [/llama-?(?:v)?3[.p-]1-70b/, 'llama-3.1-70b'],
  [/llama-?(?:v)?3[.p-]1-8b/, 'llama-3.1-8b'],
  [/llama-?4-maverick/, 'llama-4-maverick'],
  [/llama-?4-scout/, 'llama-4-scout'],
  [/gpt-oss-120b/, 'gpt-oss-120b'],
  [/gpt-oss-20b/, 'gpt-oss-20b'],
  [/qwen-?3-32b/, 'qwen3-32b'],
  [/qwen-?3-coder-480b/, 'qwen3-coder-480b'],
  [/deepseek-v4-pro(-\d{4})?$/, 'deepseek-v4-pro'],
  [/deepseek-v4-flash(-\d{4})?$/, 'deepseek-v4-flash'],
]

/** One model at several providers has one family: the last part of its name, in lower case, without `-global`. */
export function familyOf(name: string): string {
  const base = (name.split('/').at(-1) ?? name).toLowerCase().replace(/-global$/, '')
  return families.find(([spelling]) => spelling.test(base))?.[1] ?? base
}
