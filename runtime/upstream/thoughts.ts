/** What models thought before they called tools, for providers that want it back with the calls. What is forgotten is told as a blank. */
export interface Thoughts {
  /** `owner`: whose conversation it is; nobody else is given it. */
  readonly find: (owner: string, call: string) => string | undefined
  readonly keep: (owner: string, call: string, thought: string) => void
}

/** Letters remembered at most. */
const LETTERS_MAX = 16 * 1024 * 1024

/** Thoughts in memory; the one that was unused for longest is forgotten first. */
export function memoryThoughts(lettersMax = LETTERS_MAX): Thoughts {
  const thoughts = new Map<string, string>()
  let letters = 0
  const forget = (name: string): void => {
    letters -= sizeOf(name, thoughts.get(name) ?? '')
    thoughts.delete(name)
  }
  const keep = (name: string, thought: string): void => {
    if (thoughts.has(name)) forget(name)
    thoughts.set(name, thought)
    letters += sizeOf(name, thought)
    for (const oldest of thoughts.keys()) {
      if (letters <= lettersMax) return
      forget(oldest)
    }
  }
  return {
    find: (owner, call) => {
      const name = JSON.stringify([owner, call])
      const thought = thoughts.get(name)
      if (thought !== undefined) keep(name, thought)
      return thought
    },
    keep: (owner, call, thought) => keep(JSON.stringify([owner, call]), thought),
  }
}

const sizeOf = (name: string, thought: string): number => name.length + thought.length

/** The thoughts of one owner's conversations. */
export interface OwnThoughts {
  readonly find: (call: string) => string | undefined
  readonly keep: (call: string, thought: string) => void
}

/** What is remembered for one owner. */
export function thoughtsOf(thoughts: Thoughts, owner: string): OwnThoughts {
  return {
    find: (call) => thoughts.find(owner, call),
    keep: (call, thought) => thoughts.keep(owner, call, thought),
  }
}
