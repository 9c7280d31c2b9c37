/** One event of an OpenAI chat stream: data alone. */
export function dataEvent(value: object | string): string {
  return `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`
}

/** One event with its name, as Anthropic and the Responses API send them: the name is the value's `type`. */
export function namedEvent(value: { readonly type: string; readonly [field: string]: unknown }): string {
  return `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`
}
