/** A question as the cache compares it: what it asks, and the words that its answer depends on. */
export interface Question {
  /** As it was asked. */
  readonly text: string
  /** Equal for questions that are the same by construction: the key of the canonical layer. */
  readonly canonical: string
  /** What kind of answer it wants, e.g. `howto`, `why`, `difference`. */
  readonly intent: string
  /** What carries meaning, in canonical order. */
  readonly items: readonly Item[]
  /** Its answer depends on when it is asked ("today", "latest"): fit for entries that live a minute at most. */
  readonly timely: boolean
  /** Its answer depends on who asks ("my balance"): fit for entries that one key or developer shares. */
  readonly personal: boolean
}

/** One word, number, name, relation or mark of a question. */
export interface Item {
  readonly kind: ItemKind
  /** Equal for what means the same. */
  readonly key: string
}

/** What an item is: a guard looks at the kinds that it minds. */
export type ItemKind =
  | 'word'
  | 'name'
  | 'number'
  | 'unit'
  | 'date'
  | 'quoted'
  | 'identifier'
  | 'symbol'
  | 'relation'
  | 'negation'
  | 'quantifier'
  | 'degree'
  | 'condition'
  | 'modality'
  | 'tense'
  | 'person'
  | 'plural'
  | 'article'

/** Why a text is never compared by likeness. */
export type UnfitReason = 'empty' | 'long' | 'code' | 'dangling' | 'language'

/** What a text is to the cache; `unfit` text is only ever found by its exact request. */
export type Reading =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'unfit'; readonly why: UnfitReason }
