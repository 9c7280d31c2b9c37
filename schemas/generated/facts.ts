/* Generated from schemas/facts.schema.json by `npm run generate`. */

/**
 * A team's own facts: a JSON Schema of an object whose properties are facts. `facts "acme.facts.json"` in a policy names it.
 */
export interface FactsFile {
  $schema?: string
  $id?: string
  title?: string
  description?: string
  type: 'object'
  properties: {
    [k: string]: Fact
  }
}
export interface Fact {
  description?: string
  type?: 'boolean' | 'string' | 'integer' | 'number' | 'array'
  /**
   * A closed enumeration: any other value is refused with 400 at run time.
   *
   * @minItems 1
   */
  enum?: [string, ...string[]]
  items?: {
    type?: 'string'
  }
  minimum?: number
  maximum?: number
  format?: 'ip'
  deprecated?: boolean
  'x-gwc': {
    /**
     * `header:x-project`, `metadata:project`, `key:cost_center`.
     */
    from: string
    /**
     * Stands in where the request does not carry the fact. Without it a condition needs `has`.
     */
    default?: boolean | number | string | string[]
    /**
     * What a number counts; the wire carries it in the unit's base (money: dollars, percent: 0..100, duration: milliseconds).
     */
    unit?: 'tokens' | 'money' | 'percent' | 'duration' | 'bytes' | 'score' | 'time'
    /**
     * With `enum`: other values are legal and equal none of the list.
     */
    open?: boolean
    /**
     * Of a header or metadata: something that you run sets it, and a client cannot. Otherwise `gwc check` reports what a client could gain by saying another value.
     */
    trusted?: boolean
    /**
     * Private data: `true` for a boolean, the values that mark it for an enumeration or a string. Caches wider than the person, and semantic ones, are reported for such requests.
     */
    sensitive?: true | [string, ...string[]]
    /**
     * With `deprecated`: what to use in its place.
     */
    use?: string
  }
}
