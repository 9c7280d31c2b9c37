import { eventsOf } from '../event-stream.ts'
import { isObject } from '../json.ts'
import type { Json } from '../json.ts'
import { readResponsesEvent } from './event.ts'

/** The whole answer that a complete stream amounts to: the response that its terminal event holds. */
export function assembleResponse(events: Buffer): Buffer | undefined {
  const items: unknown[] = []
  for (const bytes of eventsOf(events)) {
    const event = readResponsesEvent(bytes)
    if (typeof event === 'string') continue
    if (event.type === 'response.output_item.done') addItem(items, event.value())
    else if (event.type === 'response.completed' || event.type === 'response.incomplete')
      return responseOf(event.value(), items)
  }
  return undefined
}

function addItem(items: unknown[], event: Json | undefined): void {
  const index = event?.['output_index']
  if (typeof index === 'number' && Number.isSafeInteger(index) && index >= 0 && index < 10_000)
    items[index] = event?.['item']
}

/** Some servers leave the output out of the last event, having sent it item by item. */
function responseOf(event: Json | undefined, items: readonly unknown[]): Buffer | undefined {
  const response = event?.['response']
  if (!isObject(response)) return undefined
  const { output } = response
  const isLeftOut = !Array.isArray(output) || output.length === 0
  const whole = isLeftOut ? { ...response, output: items.filter(isObject) } : response
  return Buffer.from(JSON.stringify(whole))
}
