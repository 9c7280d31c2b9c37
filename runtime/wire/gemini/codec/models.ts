/** Whether a model is of a generation before Gemini 3. One that does not say is not. */
function isBefore3(model: string): boolean {
  return /(?:^|\/)gemini-[12](?:[.-]|$)/.test(model)
}

/** Whether a model wants the signature of each first call back, and refuses a call without one (https://ai.google.dev/gemini-api/docs/thought-signatures). */
export function checksSignatures(model: string): boolean {
  return !isBefore3(model)
}

/** Whether a model takes images within a tool's result (https://ai.google.dev/gemini-api/docs/function-calling, *Multimodal function responses*). */
export function takesMediaInResults(model: string): boolean {
  return !isBefore3(model)
}

/** Whether a model thinks: one that does not refuses to be told how much (https://ai.google.dev/gemini-api/docs/thinking). */
export function thinks(model: string): boolean {
  return !/(?:^|\/)gemini-(?:1|2\.0)(?:[.-]|$)/.test(model)
}

/** Whether a model is told how much to think in words; older ones take a number of tokens alone (https://ai.google.dev/gemini-api/docs/thinking). */
export function thinksByLevel(model: string): boolean {
  return !isBefore3(model)
}

/** Whether thinking can be turned off: Pro models always think. */
export function canBeThoughtless(model: string): boolean {
  return !/-pro(?:[.-]|$)/.test(model)
}
