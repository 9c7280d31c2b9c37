import { describe, expect, test } from 'vitest'
import { renderJunit } from '../../lang/render/junit.ts'
import { checkedOf, checkedText, findingOf } from '../support/checked.ts'

const clean = `gwc 1
route { default use openai/gpt-4.1 }
test "passes" { given model = "auto"
  expect use openai/gpt-4.1 }
`

describe('--format junit', () => {
  test('of a clean policy: one case for the check, one per test', () => {
    expect(renderJunit(checkedText(clean))).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="gwc" tests="2" failures="0">
      <testsuite name="main.route" tests="2" failures="0">
      <testcase name="no findings" classname="main.route" file="main.route" line="1"/>
      <testcase name="passes" classname="main.route" file="main.route" line="3"/>
      </testsuite>
      </testsuites>
      "
    `)
  })

  test('a failing test fails with what was expected and what came', () => {
    const checked = checkedText(clean.replace('expect use openai/gpt-4.1', 'expect use openai/gpt-5'))
    expect(renderJunit(checked)).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="gwc" tests="2" failures="1">
      <testsuite name="main.route" tests="2" failures="1">
      <testcase name="GWC1304: \`openai/gpt-5\` retires on 2026-12-11" classname="main.route" file="main.route" line="4">
      <system-out>warning[GWC1304]: \`openai/gpt-5\` retires on 2026-12-11
         ┌─ main.route:4:14
       4 │   expect use openai/gpt-5 }
         │              ^^^^^^^^^^^^
      </system-out>
      </testcase>
      <testcase name="passes" classname="main.route" file="main.route" line="3">
      <failure message="test &quot;passes&quot;: expected use openai/gpt-5, got use openai/gpt-4.1" type="GWC3101">error[GWC3101]: test &quot;passes&quot;: expected use openai/gpt-5, got use openai/gpt-4.1
         ┌─ main.route:4:14
       2 │ route { default use openai/gpt-4.1 }
         │         ------- this decides
       4 │   expect use openai/gpt-5 }
         │              ^^^^^^^^^^^^
         = example: model=&quot;auto&quot;
      </failure>
      </testcase>
      </testsuite>
      </testsuites>
      "
    `)
  })

  test('a warning fails under --strict only', () => {
    const policies = [{ root: 'a.route', diagnostics: [findingOf({ severity: 'warning' })], tests: [] }]
    expect(renderJunit(checkedOf({ policies }))).toMatch(/failures="0"[^]*<system-out>warning/)
    expect(renderJunit(checkedOf({ policies, strict: true }))).toMatch(/failures="1"[^]*<failure /)
  })

  test('holds no character that XML forbids', () => {
    const odd = findingOf({ message: 'a<b>&"c"\u0000\u001b[31m\ud800\uffff' })
    const xml = renderJunit(checkedOf({ policies: [{ root: 'a.route', diagnostics: [odd], tests: [] }] }))
    expect(xml).toContain('message="a&lt;b&gt;&amp;&quot;c&quot;\ufffd\ufffd[31m\ufffd\ufffd"')
  })

  test('of several policies is a suite each, and their sum', () => {
    const two = ['a.route', 'b.route'].map((root) => ({ root, diagnostics: [findingOf({})], tests: [] }))
    const xml = renderJunit(checkedOf({ policies: two }))
    expect(xml).toContain('<testsuites name="gwc" tests="2" failures="2">')
    expect(xml.match(/<testsuite name=/g)).toHaveLength(2)
  })
})
