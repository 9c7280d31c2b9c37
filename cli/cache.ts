import type { PairWithEntry } from '../runtime/cache/cache-control.ts'
import type { CacheFigures } from '../runtime/cache/cache-figures.ts'
import { adminClient } from './admin-client.ts'
import { showFigures } from './cache/show-figures.ts'
import { showNear, showPair } from './cache/show-pair.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc cache stats|purge|delete|feedback|why`: what a running gateway keeps, and why one question gets the answer to another. */
export async function run(
  [action = 'stats', ...words]: readonly string[],
  options: Options,
): Promise<ExitCode> {
  const client = (): ReturnType<typeof adminClient> => adminClient(textOption(options, 'config'))
  const isJson = options.json === true
  switch (action) {
    case 'purge': {
      const scope = scopeOf(words)
      const whose = words.join(' ')
      return changed(await client().change('POST', '/cache/purge', scope), isJson, `purged: ${whose}`)
    }
    case 'delete': {
      const id = one(words, 'name the entry: `x-gwc-cache` tells its id')
      const answer = await client().change('DELETE', `/cache/entries/${encodeURIComponent(id)}`)
      return changed(answer, isJson, `${id} is out of the cache`, `nothing is kept under ${id}`)
    }
    case 'feedback': {
      const request = one(words, 'name the request: `x-gwc-request-id` of the answer that was wrong')
      const answer = await client().change('POST', '/cache/feedback', { request })
      const unknown = `no like question answered ${request} there; an exact answer is taken out by \`gwc cache delete\``
      return changed(answer, isJson, 'that pair is never a hit again', unknown)
    }
    case 'why':
      return why(words, options)
    default:
      none(words)
      return stats(await client().get('/cache'), isJson)
  }
}

function stats(answer: unknown, isJson: boolean): ExitCode {
  const figures = answer as CacheFigures
  console.log(isJson ? JSON.stringify(figures, null, 2) : showFigures(figures))
  return exitCode.ok
}

function changed(
  answer: unknown,
  isJson: boolean,
  done: string,
  unknown = 'there is no such route',
): ExitCode {
  if (answer === undefined) throw new ToolFailure(unknown)
  console.log(isJson ? JSON.stringify(answer) : done)
  return exitCode.ok
}

/** Two texts need no gateway; one is looked for in what a gateway keeps. */
async function why(words: readonly string[], options: Options): Promise<ExitCode> {
  const [asked, second, ...more] = words
  if (asked === undefined) throw new ToolFailure('say the question, and the one that it is compared with')
  const isScope = second !== undefined && /^(?:key|developer|project|team|org)=/.test(second)
  if (second !== undefined && !isScope) {
    none(more)
    return whyPair(asked, second, options)
  }
  const query = new URLSearchParams({ asked, ...(second === undefined ? {} : scopeOf([second, ...more])) })
  const { pairs } = (await adminClient(textOption(options, 'config')).get(
    `/cache/why?${query.toString()}`,
  )) as {
    readonly pairs: readonly PairWithEntry[]
  }
  console.log(options.json === true ? JSON.stringify(pairs, null, 2) : showNear(asked, pairs))
  return pairs.some(({ verdict }) => verdict === 'accept') ? exitCode.ok : exitCode.changes
}

async function whyPair(asked: string, kept: string, options: Options): Promise<ExitCode> {
  const { explainOffline } = await import('./cache/explain-offline.ts')
  const pair = explainOffline(asked, kept)
  console.log(options.json === true ? JSON.stringify(pair, null, 2) : showPair(asked, kept, pair))
  return pair.verdict === 'accept' ? exitCode.ok : exitCode.changes
}

function one([word, ...more]: readonly string[], missing: string): string {
  if (word === undefined) throw new ToolFailure(missing)
  none(more)
  return word
}

function none([word]: readonly string[]): void {
  if (word !== undefined) throw new ToolFailure(`\`${word}\` is one word too many`)
}

/** `team=search org=acme`, or `everything`. */
function scopeOf(words: readonly string[]): Readonly<Record<string, string>> {
  if (words.length === 1 && words[0] === 'everything') return { everything: 'true' }
  const pairs = words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)])
  if (words.length === 0 || words.some((word) => !/^(?:key|developer|project|team|org)=./.test(word)))
    throw new ToolFailure('say whose: team=search (or key=, developer=, project=, org=), or everything')
  return Object.fromEntries(pairs) as Record<string, string>
}
