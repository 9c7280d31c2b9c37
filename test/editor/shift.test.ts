import { describe, expect, test } from 'vitest'
import { prove } from '../../compiler/editor/prove.ts'
import { shiftProof } from '../../compiler/editor/shift.ts'
import { inputOf } from '../support/corpus.ts'

const text = `route {
  rule a when stream use openai/gpt-4.1
  rule b when stream and tools use openai/gpt-4.1-mini
  default use openai/gpt-4.1
}
test "streams" { given stream = true expect by a }
`

const sourcesOf = (each: string): ReadonlyMap<string, string> => new Map([['main.route', each]])

/** What was proved of the text, at its places after an edit: the words of each finding and of each row. */
function after(edited: string): { readonly findings: readonly string[]; readonly rows: readonly string[] } {
  const proof = prove(inputOf('main.route', [['main.route', text]]))
  if (proof === undefined) throw new Error('the text does not check')
  const shifted = shiftProof(proof, sourcesOf(text), sourcesOf(edited))
  return {
    findings: shifted.diagnostics.map(
      ({ code, primary: { span } }) => `${code} ${edited.slice(span.start, span.end)}`,
    ),
    rows: shifted.rules.map(({ span }) => edited.slice(span.start, span.end).split('\n')[0] ?? ''),
  }
}

describe('what was proved follows the text', () => {
  test('above and below an edit', () => {
    expect(after(text.replace('route {', 'route {\n  // 😀 why\n')).findings).toEqual([
      'GWC2104 stream and tools',
    ])
    expect(after(`${text}\n// more`).findings).toEqual(['GWC2104 stream and tools'])
  })

  test('is dropped where its words were edited', () => {
    expect(after(text.replace('stream and tools', 'stream and images')).findings).toEqual([])
  })

  test('of a row stays with the row that is edited', () => {
    expect(after(text.replace('stream and tools', 'stream and images')).rows).toContain(
      'rule b when stream and images use openai/gpt-4.1-mini',
    )
  })

  test('is gone with its file', () => {
    const proof = prove(inputOf('main.route', [['main.route', text]]))
    expect(proof && shiftProof(proof, sourcesOf(text), new Map()).diagnostics).toEqual([])
  })

  test('is nothing while the policy does not check', () => {
    expect(prove(inputOf('main.route', [['main.route', text.replace('when', 'wehn')]]))).toBeUndefined()
  })
})
