import { firstEventEnd } from '../../wire/event-stream.ts'
import { readChatEvent } from '../../wire/openai-chat/event.ts'
import type { ChatEvent } from '../../wire/openai-chat/event.ts'

/** What the first events of a stream say about committing to it. */
export type HoldVerdict = 'wait' | 'commit' | 'refused' | 'malformed' | 'ended' | { readonly error: unknown }

/**
 * Judges the first events of a stream, each once, until one decides: content commits the answer, an error event is a failure
 * that another target may still make good.
 */
export class StreamHold {
  #held: Buffer = Buffer.alloc(0)
  #read = 0

  add(chunk: Buffer): HoldVerdict {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    for (
      let end = firstEventEnd(this.#held, this.#read);
      end !== -1;
      end = firstEventEnd(this.#held, this.#read)
    ) {
      const event = readChatEvent(this.#held.subarray(this.#read, end))
      this.#read = end
      const verdict = judge(event)
      if (verdict !== 'wait') return verdict
    }
    return 'wait'
  }

  /** All that was held. */
  bytes(): Buffer {
    return this.#held
  }
}

function judge(event: ChatEvent): HoldVerdict {
  switch (event.kind) {
    case 'comment':
    case 'opening':
      return 'wait'
    case 'content':
    case 'usage':
      return 'commit'
    case 'refused':
      return 'refused'
    case 'error':
      return { error: event.error }
    case 'done':
      return 'ended'
    case 'malformed':
      return 'malformed'
  }
}
