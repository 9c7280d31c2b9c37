import { describe, expect, test } from 'vitest'
import { scanBody } from '../../runtime/proxy/body/scan.ts'
import { Scanner, scanRoom } from '../../runtime/proxy/body/scanner.ts'
import { indexFields } from '../../runtime/proxy/body/fields.ts'
import { editChatBody } from '../../runtime/wire/openai-chat/edit.ts'
import { readChatBody } from '../../runtime/wire/openai-chat/body.ts'
import { fc } from '../support/fast-check.ts'

const fields = indexFields(['model', 'messages'])

/** What the scan says of a text: ok, or the code of the fault. */
function verdict(text: string | Buffer): string {
  const found = scanBody(Buffer.from(text), fields)
  return 'kind' in found ? found.code : 'ok'
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const object = fc.dictionary(
  fc.string({ unit: 'binary' }).filter((key) => key !== '__proto__' && key.isWellFormed()),
  fc.jsonValue(),
  { maxKeys: 12 },
)

describe('the scan of a body', () => {
  test('accepts every object that JSON.stringify writes, and finds its fields', () => {
    fc.assert(
      fc.property(object, fc.jsonValue(), fc.integer({ min: 0, max: 4 }), (value, model, indent) => {
        fc.pre(!hasProto(value) && !hasProto(model))
        const text = JSON.stringify({ ...value, model }, null, indent)
        const bytes = Buffer.from(text)
        const found = scanBody(bytes, fields)
        if ('kind' in found) throw new Error(found.message)
        expect(JSON.parse(bytes.toString('utf8', found[0], found[1]))).toEqual(
          JSON.parse(JSON.stringify(model)),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('refuses whatever JSON.parse refuses: one byte of a valid body changed, dropped or added', () => {
    const byte = fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(
        object,
        fc.nat(),
        byte,
        fc.constantFrom('change', 'drop', 'add'),
        (value, at, letter, how) => {
          const text = JSON.stringify(value)
          const place = at % text.length
          const changed =
            text.slice(0, place) +
            (how === 'drop' ? '' : letter) +
            text.slice(how === 'add' ? place : place + 1)
          fc.pre(changed.isWellFormed())
          if (!parses(changed)) expect(verdict(changed)).not.toBe('ok')
          else if (verdict(changed) === 'invalid_json') expect(changed.trim().startsWith('{')).toBe(false)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['a leading zero', '{"a":01}'],
    ['a bare minus', '{"a":-}'],
    ['a fraction without digits', '{"a":1.}'],
    ['an exponent without digits', '{"a":1e}'],
    ['a trailing comma', '{"a":1,}'],
    ['a trailing comma in a list', '{"a":[1,]}'],
    ['a raw line feed in a string', '{"a":"\n"}'],
    ['an unknown escape', '{"a":"\\x41"}'],
    ['half a unicode escape', '{"a":"\\u12"}'],
    ['single quotes', "{'a':1}"],
    ['a comment', '{"a":1/**/}'],
    ['NaN', '{"a":NaN}'],
    ['text after the object', '{"a":1} x'],
    ['two objects', '{}{}'],
    ['a list', '[1]'],
    ['nothing', ''],
    ['an object that is not closed', '{"a":{"b":1}'],
    ['a byte order mark', '\ufeff{"a":1}'],
    ['half a surrogate pair in a key', '{"\\ud800":1}'],
  ])('refuses %s', (_, text) => expect(verdict(text)).toBe('invalid_json'))

  test.each([
    ['plain', '{"a":1,"a":2}'],
    ['escaped', '{"a":1,"\\u0061":2}'],
    ['escaped twice', '{"\\u0061":1,"\\u0061":2}'],
    ['nested', '{"x":[{"y":{"a":1,"b":2,"a":3}}]}'],
    ['beyond ASCII', '{"é":1,"\\u00e9":2}'],
    ['after many others', `{${Array.from({ length: 60 }, (_, i) => `"k${i}":${i}`).join(',')},"k3":0}`],
  ])('refuses a key that stands twice in one object: %s', (_, text) =>
    expect(verdict(text)).toBe('duplicate_key'),
  )

  test('lets one key stand in two objects, in another case, and half surrogates in content', () => {
    expect(verdict('{"a":{"a":1},"b":[{"a":1},{"a":2}],"A":0}')).toBe('ok')
    expect(verdict('{"a":"\\ud800"}')).toBe('ok')
    expect(verdict('{"constructor":{"prototype":1}}')).toBe('ok')
  })

  test('refuses __proto__ at any depth, however it is written', () => {
    expect(verdict('{"__proto__":{}}')).toBe('forbidden_key')
    expect(verdict('{"a":[{"b":{"\\u005f_proto__":1}}]}')).toBe('forbidden_key')
    expect(verdict('{"a":"__proto__"}')).toBe('ok')
  })

  test('says the same in slices, wherever it is cut', () => {
    const slices = fc.array(fc.integer({ min: 6, max: 40 }), { minLength: 1 })
    fc.assert(
      fc.property(object, slices, fc.nat(), fc.boolean(), (value, sizes, at, isBent) => {
        const bytes = Buffer.from(JSON.stringify({ ...value, model: '\\\n\u2028\u0001'.repeat(4) }, null, 1))
        if (isBent) bytes[at % bytes.length] = 0x5c
        const scanner = new Scanner(bytes, fields, scanRoom())
        for (let turn = 0; !scanner.read(sizes[turn % sizes.length]!); turn++)
          expect(turn).toBeLessThan(bytes.length)
        const whole = new Scanner(bytes, fields, scanRoom())
        expect(whole.read(bytes.length)).toBe(true)
        expect(scanner.fault ?? scanner.ranges).toEqual(whole.fault ?? whole.ranges)
      }),
      { numRuns: 2_000 },
    )
  })

  test('bounds depth, keys, values, and the length of a key and of a number', () => {
    expect(verdict(`{"a":${'['.repeat(63)}${']'.repeat(63)}}`)).toBe('ok')
    expect(verdict(`{"a":${'['.repeat(64)}${']'.repeat(64)}}`)).toBe('too_deep')
    expect(verdict(`{"a":${'['.repeat(100_000)}`)).toBe('too_deep')
    const keys = (count: number): string =>
      `{${Array.from({ length: count }, (_, i) => `"${i}":0`).join(',')}}`
    expect(verdict(keys(10_000))).toBe('ok')
    expect(verdict(keys(10_001))).toBe('too_many_keys')
    const values = (count: number): string =>
      `{"a":[${Array<number>(count - 1)
        .fill(1)
        .join(',')}]}`
    expect(verdict(values(500_000))).toBe('ok')
    expect(verdict(values(500_001))).toBe('too_many_values')
    expect(verdict(`{"${'k'.repeat(262_143)}":${'1'.repeat(262_143)}}`)).toBe('ok')
    expect(verdict(`{"${'k'.repeat(262_145)}":1}`)).toBe('too_long')
    expect(verdict(`{"\\n${'k'.repeat(262_145)}":1}`)).toBe('too_long')
    expect(verdict(`{"k":${'1'.repeat(262_145)}}`)).toBe('too_long')
  })

  test('refuses bytes that are not UTF-8', () => {
    expect(verdict(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBe('invalid_utf8')
    expect(verdict(Buffer.from('{"a":"\xc0\xaf"}', 'latin1'))).toBe('invalid_utf8')
  })
})

describe('the edit of a body', () => {
  const body = fc.record(
    {
      model: fc.constantFrom('gpt-4.1', 'auto'),
      stream: fc.boolean(),
      messages: fc.array(fc.record({ role: fc.constant('user'), content: fc.string({ unit: 'grapheme' }) })),
      user: fc.string(),
      stream_options: fc.record({ include_usage: fc.boolean() }),
    },
    { requiredKeys: [] },
  )

  test('replaces the model and nothing else', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const read = readChatBody(Buffer.from(JSON.stringify(value, null, indent)))
        if ('kind' in read) throw new Error(read.message)
        const sent = editChatBody(read, { model: 'acme-large', includeUsage: false }).toString()
        expect(JSON.parse(sent)).toEqual({ ...value, model: 'acme-large' })
        const withUsage = editChatBody(read, { model: 'm', includeUsage: true }).toString()
        expect(JSON.parse(withUsage)).toEqual({
          ...value,
          model: 'm',
          stream_options: { include_usage: true },
        })
        expect('kind' in readChatBody(Buffer.from(withUsage))).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('keeps every other byte as it came', () => {
    const read = readChatBody(
      Buffer.from('{ "messages" : [ ] ,\n\t"model":"a", "seed": 1.50e+2, "x":"\\u00e9\\/" }'),
    )
    if ('kind' in read) throw new Error(read.message)
    expect(editChatBody(read, { model: 'longer-name', includeUsage: false }).toString()).toBe(
      '{ "messages" : [ ] ,\n\t"model":"longer-name", "seed": 1.50e+2, "x":"\\u00e9\\/" }',
    )
  })
})

describe('the fields of a body', () => {
  test.each([
    ['max_tokens', '1e400'],
    ['max_tokens', '-1'],
    ['max_tokens', '0.5'],
    ['max_tokens', '"10"'],
    ['max_completion_tokens', '9007199254740993'],
    ['n', '0'],
    ['n', 'true'],
    ['temperature', '1e999'],
    ['temperature', '-0.1'],
    ['temperature', '"1"'],
    ['stream', '1'],
    ['stream', '"true"'],
    ['messages', '{}'],
    ['model', '["a"]'],
    ['model', '"gpt-4 "'],
    ['model', '"ｇｐｔ-4"'],
    ['model', '"gpt\\u20104"'],
    ['model', '"a%2fb"'],
    ['model', `"${'a'.repeat(129)}"`],
    ['model', '"\\ud800"'],
  ])('refuses %s: %s and names the field', (name, value) => {
    const read = readChatBody(Buffer.from(`{"${name}":${value}}`))
    expect(read).toMatchObject({
      kind: 'fault',
      code: 'invalid_value',
      message: expect.stringContaining(name),
    })
  })

  test('takes null for absent', () => {
    const read = readChatBody(
      Buffer.from(
        '{"model":null,"stream":null,"max_tokens":null,"temperature":null,"n":null,"tools":null,"metadata":null}',
      ),
    )
    expect(read).toMatchObject({
      model: undefined,
      stream: false,
      maxOutput: undefined,
      temperature: undefined,
      n: 1,
      tools: false,
      metadata: {},
    })
  })

  test('reads the conversation: text parts, images, a token estimate', () => {
    const messages = [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is é?' },
          { type: 'image_url', image_url: { url: 'data:' } },
        ],
      },
    ]
    const read = readChatBody(Buffer.from(JSON.stringify({ messages })))
    if ('kind' in read) throw new Error(read.message)
    expect(read.conversation()).toMatchObject({ messages: 2, images: true, text: 'Be brief.\0What is é?' })
    expect(read.conversation().inputTokens).toBeGreaterThan(800)
  })
})

function hasProto(value: unknown): boolean {
  return JSON.stringify(value)?.includes('__proto__') ?? false
}
