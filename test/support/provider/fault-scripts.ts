import type { Script } from '../fake-provider.ts'
import { bent, cr, crlf, flood, mixedEnds, sliced, wide, withComments } from './bent-streams.ts'
import { afterHalf, cutAtEof, opensOnly, PATIENCE_MS, thenDo, withoutTerminal } from './break-off.ts'
import {
  bomb,
  bothLengths,
  compressed,
  echoes,
  gzipError,
  hugeError,
  hugeHead,
  interim,
  lateAnswer,
  page,
  raw,
  status,
  twoAnswers,
  twoLengths,
} from './hostile-bytes.ts'
import { head, httpChunk, lastChunk, streamHead, whole } from './http-bytes.ts'
import { hello, usualTokens } from './said.ts'
import { charge, fail, isStreamed, say } from './say.ts'
import { speechOf } from './speech.ts'

const refused = { text: undefined as never, refusal: 'I cannot help with that.' }
const crash = { message: 'The server had an error.', code: 'server_error', type: 'api_error' }

/**
 * Every way to fail of gateway.md's sixteen faults and of trust.md's rows U, by a name that a command line can give. A list answers
 * one request with each, the last one all that follow. All speak the dialect of the request's path.
 */
export const faultScripts = {
  // The sixteen faults.
  '429-then-answer': [fail(429, { 'retry-after': '0.2' }), say()],
  '429': fail(429),
  '500-once': [fail(500), say()],
  '500': fail(500),
  '503': fail(503),
  '529': fail(529),
  'reset-before-head': ({ rst }) => rst(),
  'end-before-head': ({ fin }) => fin(),
  silent: ({ wait }) => wait(PATIENCE_MS),
  'slow-first-token': opensOnly,
  'cut-by-end': thenDo(({ fin }) => fin()),
  'cut-by-reset': thenDo(({ rst }) => rst()),
  'cut-at-eof': cutAtEof,
  stall: thenDo(({ wait }) => wait(PATIENCE_MS)),
  'malformed-chunk': afterHalf(({ write }) => write('zz\r\nnot a chunk\r\n')),
  'malformed-event': raw(streamHead + httpChunk('data: {oops\n\n')),
  'no-terminal': withoutTerminal,
  context: (exchange) => fail(400, {}, speechOf(exchange.request.path).overflow)(exchange),
  refusal: say(refused),
  flapping: [fail(503), fail(503), fail(503), say()],
  // What else an API says.
  'unknown-model': (exchange) => fail(404, {}, speechOf(exchange.request.path).unknownModel)(exchange),
  '400': fail(400),
  '401': fail(401),
  '403': fail(403),
  '404': fail(404),
  '408': fail(408),
  '422': fail(422),
  '502': fail(502),
  '504': fail(504),
  // Answers that are none.
  'empty-answer': raw(whole(200, '')),
  'empty-object': raw(whole(200, '{}')),
  'empty-stream': raw(streamHead + lastChunk),
  'error-event-first': async (exchange) => {
    const event = speechOf(exchange.request.path).errorEvent(crash)
    await exchange.write(streamHead + httpChunk(event) + lastChunk)
  },
  'error-event': afterHalf(async ({ request, write }) =>
    write(httpChunk(speechOf(request.path).errorEvent(crash)) + lastChunk),
  ),
  'error-event-with-key': afterHalf(async ({ request, write }) => {
    const { authorization, 'x-api-key': key, 'x-goog-api-key': googleKey } = request.headers
    const message = `Key ${authorization ?? key ?? googleKey} is over its limit.`
    await write(httpChunk(speechOf(request.path).errorEvent({ ...crash, message })) + lastChunk)
  }),
  // U07.
  'retry-after-0': [fail(429, { 'retry-after': '0' }), say()],
  'retry-after-1': [fail(503, { 'retry-after': '1' }), say()],
  'retry-after-1e9': fail(429, { 'retry-after': '1000000000' }),
  'retry-after-date': fail(529, { 'retry-after': 'Fri, 31 Dec 2199 23:59:59 GMT' }),
  'retry-after-nan': fail(429, { 'retry-after': 'NaN' }),
  // U08.
  page: page(502),
  'page-400': page(400),
  'huge-error': hugeError,
  'gzip-error': gzipError,
  'broken-error': raw(whole(400, '{"error":{"message":"cut of')),
  'echoed-key': echoes(401),
  'echoed-key-400': echoes(400),
  // U09.
  'both-lengths': bothLengths,
  'two-lengths': twoLengths,
  'huge-head': hugeHead,
  'status-099': status('099'),
  'status-999': status('999'),
  'status-101': raw(head(101, { upgrade: 'websocket', connection: 'upgrade' })),
  'status-100': interim('100 Continue', 1),
  'status-103-a-thousand-times': interim('103 Early Hints\r\nlink: </style.css>', 1000),
  // U10.
  'two-answers': twoAnswers,
  'late-answer': lateAnswer,
  // U11.
  sliced: sliced(1),
  'sliced-crlf': sliced(1, wide, crlf),
  crlf: bent(crlf),
  cr: bent(cr),
  'mixed-line-ends': bent(mixedEnds),
  'byte-order-mark': bent((events) => `\ufeff${events}`),
  comments: bent(withComments),
  'long-line': bent((events) => `data: "${'x'.repeat(10 * 1024 * 1024)}"\n\n${events}`),
  'no-final-blank': bent((events) => events.trimEnd()),
  // U12.
  'usage-absent': say({ ...hello, tokens: null }),
  'usage-zero': say({ ...hello, tokens: { input: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0 } }),
  'usage-negative': say({ ...hello, tokens: { ...usualTokens, input: -20, output: -5 } }),
  'usage-huge': say({ ...hello, tokens: { ...usualTokens, output: 2 ** 40 } }),
  // U13.
  'gzip-answer': compressed('gzip'),
  'br-answer': compressed('br'),
  bomb,
  // U15.
  flood: async (exchange) => {
    if (isStreamed(exchange)) return flood(exchange)
    charge(exchange, hello)
    await say({ text: 'x'.repeat(1024 * 1024) })(exchange)
  },
} as const satisfies Readonly<Record<string, Script | readonly Script[]>>

export type FaultName = keyof typeof faultScripts
