import { ToolFailure } from './tool-failure.ts'

/** Says which policy a gateway obeys after it was asked for another; `answer` is that of its admin listener. */
export function tellObeyed(answer: unknown): void {
  if (!isObeyed(answer)) throw new ToolFailure('what answers there is no admin listener of this gwc')
  const version = answer.policy.slice(0, 12)
  console.log(answer.result === 'same' ? `${version} is obeyed already` : `${version} is obeyed`)
}

const isObeyed = (value: unknown): value is { readonly result: string; readonly policy: string } =>
  typeof value === 'object' && value !== null && 'policy' in value && typeof value.policy === 'string'
