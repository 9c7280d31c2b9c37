/** The account of a provider that made an answer: what the answer refers to is there and nowhere else. */
export interface AnswerHome {
  readonly provider: string
  readonly account: number
  /** The base URL of that provider: what some servers seal, every account of theirs reads. */
  readonly server: string
  /** It was made in another dialect, so that nobody has it under its id. */
  readonly isTranslated: boolean
}

/** Where answers were made that later requests may continue. What is forgotten is sought like any request: its provider says whether it knows it. */
export interface AnswerHomes {
  /** `key`: whose answer it is; nobody else's request is led by it. */
  readonly find: (key: string, answer: string) => AnswerHome | undefined
  readonly keep: (key: string, answer: string, home: AnswerHome) => void
  /** Nothing is remembered, so nothing need be sought. */
  readonly isEmpty: boolean
}

/** Answers remembered at most: some 200 bytes each. */
const ANSWERS_MAX = 50_000

/** Homes in memory; the one that was unused for longest is forgotten first. */
export function memoryHomes(answersMax = ANSWERS_MAX): AnswerHomes {
  const homes = new Map<string, AnswerHome>()
  const keep = (name: string, home: AnswerHome): void => {
    homes.delete(name)
    homes.set(name, home)
    if (homes.size > answersMax) homes.delete(homes.keys().next().value!)
  }
  return {
    find: (key, answer) => {
      const name = nameOf(key, answer)
      const home = homes.get(name)
      if (home !== undefined) keep(name, home)
      return home
    },
    keep: (key, answer, home) => keep(nameOf(key, answer), home),
    get isEmpty() {
      return homes.size === 0
    },
  }
}

const nameOf = (key: string, answer: string): string => JSON.stringify([key, answer])
