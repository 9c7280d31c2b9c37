/** What the models of Anthropic take differently from one another. */
export interface ModelWays {
  /** Takes `temperature`, `top_p` and `top_k` other than its own. */
  readonly sampling: boolean
  /** Is told how long to think in tokens, or decides it by itself under an effort. */
  readonly thinks: 'budget' | 'adaptive'
  /** How it is told not to think; `low`: it always does, and least with that effort. */
  readonly rests: 'disabled' | 'between_tools' | 'low'
  /** Knows the efforts above `high`. */
  readonly highestEfforts: boolean
  /** Takes a `tool_choice` that forces it to call a tool. */
  readonly forcedTools: boolean
}

const budget: ModelWays = {
  sampling: true,
  thinks: 'budget',
  rests: 'disabled',
  highestEfforts: false,
  forcedTools: true,
}
const claude46: ModelWays = { ...budget, thinks: 'adaptive' }
const claude47: ModelWays = { ...claude46, sampling: false, highestEfforts: true }
const always: ModelWays = { ...claude47, rests: 'low' }
const claude55: ModelWays = { ...always, forcedTools: false }

/**
 * The first row that a name begins with counts. Source: https://platform.claude.com/docs/en/build-with-claude/thinking and the
 * pages of the models; agrees with the table in `@ai-sdk/anthropic`.
 */
const rows: readonly (readonly [RegExp, ModelWays])[] = [
  [/^claude-sonnet-5-5/, { ...claude55, rests: 'between_tools' }],
  [/^claude-opus-5-5/, claude55],
  [/^claude-(?:fable|mythos)-5-\d/, claude55],
  [/^claude-(?:fable|mythos)-/, always],
  [/^claude-[a-z]+-4-6/, claude46],
  [/^claude-[a-z]+-4(?:-[0-5]|-?$|-\d{8})/, budget],
  [/^claude-(?:\d|instant)/, budget],
  // Newer ones, and those whose name tells nothing.
  [/^claude/, claude47],
]

/** The ways of a model, by its provider's name for it; those of other makers under Anthropic's dialect take what the oldest took. */
export function modelWays(model: string): ModelWays {
  const name = model.slice(model.lastIndexOf('/') + 1).replaceAll('.', '-')
  return rows.find(([pattern]) => pattern.test(name))?.[1] ?? budget
}
