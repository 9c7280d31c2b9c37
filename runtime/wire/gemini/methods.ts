/** What the path of a request to a model says. */
export interface MethodCall {
  readonly model: string
  readonly method: string
}

/** Google's clients ask under v1 and v1beta (wire.md, 6). The last colon stands before the method: names may hold one, too. */
const CALL = /^\/v1(?:beta)?\/models\/(.+):([A-Za-z]+)$/

/** Reads a path such as `/v1beta/models/gemini-3-flash:generateContent`; `undefined` for every other. */
export function methodCallIn(path: string): MethodCall | undefined {
  const [, model, method] = CALL.exec(path) ?? []
  return model === undefined || method === undefined ? undefined : { model: decoded(model), method }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
