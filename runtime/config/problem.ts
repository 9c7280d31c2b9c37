/** One thing wrong with gateway.json: where (`providers.openai.accounts[0].key`), what, and what to do. */
export interface ConfigProblem {
  /** Empty for the file as a whole. */
  readonly path: string
  /** One sentence without the path. */
  readonly message: string
  readonly help: string | undefined
}

/** All problems as people read them: one paragraph each, the file's name before it. */
export function renderProblems(file: string, problems: readonly ConfigProblem[]): string {
  return problems.map((problem) => renderProblem(file, problem)).join('\n')
}

function renderProblem(file: string, { path, message, help }: ConfigProblem): string {
  const place = path === '' ? file : `${file}: ${path}`
  return `${place}: ${message}${help === undefined ? '' : `\n  help: ${help}`}`
}

/** `/providers/openai/accounts/0/key` as `providers.openai.accounts[0].key`. */
export function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`),
      '',
    )
}
