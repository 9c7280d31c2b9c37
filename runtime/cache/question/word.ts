/** A word on its way from text to item. */
export interface Word {
  /** In small letters, straight quotes and composed letters; flags keep their case, since `-r` and `-R` differ. */
  readonly key: string
  readonly kind: WordKind
  /** How it was written: `Capital`, `UPPER` or neither. */
  readonly letters: 'small' | 'capital' | 'upper'
  /** A comma, colon or end of sentence stands before it. */
  readonly starts: boolean
  /** The article that stood before it. */
  readonly article?: 'the' | 'a'
}

/** What the characters alone say. */
export type WordKind = 'word' | 'number' | 'quoted' | 'identifier' | 'symbol'

/** A plain word that a table puts in the place of others. */
export const plainWord = (key: string, like?: Word): Word => ({
  key,
  kind: 'word',
  letters: like?.letters ?? 'small',
  starts: like?.starts ?? false,
  ...(like?.article === undefined ? {} : { article: like.article }),
})

/** The words of a row: `one two` is two of them. */
export const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')
