import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { startGateway, type RunningGateway } from '../runtime/gateway.ts'
import type { Gateway } from '../runtime/config/gateway.ts'
import { openLog, type Log } from '../runtime/log.ts'
import { policyControl } from '../runtime/policy-control.ts'
import type { MoneyStore } from '../runtime/money/store.ts'
import { openMoneyStore } from '../runtime/money/open-money-store.ts'
import { managedKeys, type ManagedKeys } from '../runtime/keys/managed-keys.ts'
import { openPolicy, watchPolicy } from '../runtime/reload.ts'
import { openSeeing, type Seeing } from '../runtime/seeing.ts'
import { Shadowing } from '../runtime/shadow-policy/shadowing.ts'
import { lockStateFolder } from '../runtime/store/lock.ts'
import { watchFiles } from '../runtime/watch-files.ts'
import { endOfService } from './end-of-service.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { packageVersion } from './package-root.ts'
import { policySource } from './policy-source.ts'
import { readableLog } from './readable-log.ts'
import { configuredGateway, demoGateway, type ServeConfig, type ServeOptions } from './serve-config.ts'
import { servePool, type PoolAsked } from './serve-pool.ts'
import { orToolFailure, reasonOf, ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc serve`: compile, listen, obey, reload on change, drain on SIGTERM. */
export async function run([policy]: readonly string[], options: Options): Promise<ExitCode> {
  const asked = { policy, config: textOption(options, 'config'), listen: textOption(options, 'listen') }
  const config = options.demo === true ? await demoGateway(asked) : configuredGateway(asked)
  try {
    return await serve(config, poolAsked(options, asked))
  } finally {
    await config.close()
  }
}

const WORKERS_MAX = 256

/** How many processes serve; `auto` is one for each core that this process may use. */
function poolAsked(options: Options, asked: ServeOptions): PoolAsked {
  const text = textOption(options, 'workers') ?? '1'
  const count = text === 'auto' ? availableParallelism() : Number(text)
  if (!Number.isInteger(count) || count < 1 || count > WORKERS_MAX)
    throw new ToolFailure(`--workers ${JSON.stringify(text)} is no number from 1 to ${WORKERS_MAX}, nor auto`)
  return { count, options: { ...asked, isDemo: options.demo === true } }
}

async function serve({ gateway }: ServeConfig, pool: PoolAsked): Promise<ExitCode> {
  const { isDemo } = pool.options
  const log = openLog(gateway.logLevel, process.stdout.isTTY ? readableLog(process.stdout) : undefined)
  for (const warning of gateway.warnings) log.warn(warning)
  using _lock = lockedFolder(gateway.stateFolder)
  const source = policySource(gateway)
  const opened = await openPolicy(source, gateway, log)
  if (!opened.ok) {
    console.error(opened.message)
    return exitCode.errors
  }
  const { cell } = opened
  const seeing = await openSeeing(gateway.stateFolder, packageVersion, log)
  const shadowing = new Shadowing()
  const watch = watchPolicy(source, cell, log, opened.seen, seeing.reloaded)
  const control = policyControl(cell, watch, shadowing)
  await using stores = await openStores(gateway, log, seeing)
  const { money, managed } = stores
  const parts = { cell, log, seeing, shadowing, control, managed }
  // From now on a wish to end waits for the start, and what has begun by then is finished.
  const ended = endOfService(log)
  const running = await listening(gateway, () =>
    pool.count === 1
      ? startGateway({ ...parts, money, ledger: money })
      : servePool({ ...parts, ledger: money }, pool),
  )
  void seeing.audit.record({ actor: 'start', action: 'start', after: { policy: cell.current.version } })
  const config = watchFiles(
    () => [gateway.file],
    () =>
      log.warn(`${relative(process.cwd(), gateway.file)} has changed; it is read at start only: restart gwc`),
  )
  announce(running, shownPolicy(gateway.policyPath), isDemo)
  // As supervisors ask for a reload; without a listener it would end the process.
  process.on('SIGHUP', () => void control.reload('SIGHUP'))
  await ended
  log.info('draining')
  watch.close()
  config.close()
  const cut = await running.drain()
  await stores[Symbol.asyncDispose]()
  log.info('ended', { connectionsCut: cut })
  await log.flush()
  return exitCode.ok
}

/** Nobody else keeps policies and an audit log where this gateway does. */
function lockedFolder(stateFolder: string): Disposable {
  try {
    return { [Symbol.dispose]: lockStateFolder(stateFolder).release }
  } catch (error) {
    throw orToolFailure(error)
  }
}

/** What outlives a restart: money and keys. Closed when the gateway ends, and when it cannot begin. */
interface Stores extends AsyncDisposable {
  readonly money: MoneyStore
  readonly managed: ManagedKeys | undefined
}

async function openStores(gateway: Gateway, log: Log, { audit }: Seeing): Promise<Stores> {
  try {
    const money = await openMoneyStore(gateway.store, {
      writing: (message) => log.warn(message ?? 'the store can be written again'),
      alarm: (message) => log.error(message),
    })
    const managed = managedKeys(gateway, { audit: audit.record, warn: (message) => log.warn(message) })
    return { money, managed, [Symbol.asyncDispose]: once(() => closeAll(money, managed)) }
  } catch (error) {
    throw orToolFailure(error)
  }
}

async function closeAll(money: MoneyStore, managed: ManagedKeys | undefined): Promise<void> {
  managed?.close()
  await money.close()
}

/** The same promise, however often it is asked. */
function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => (closing ??= close())
}

async function listening<T>({ listen, admin }: Gateway, start: () => Promise<T>): Promise<T> {
  try {
    return await start()
  } catch (error) {
    const { address, port } = error as { readonly address?: string; readonly port?: number }
    const isAdmin = port !== undefined && port === admin?.listen.port && port !== listen.port
    const at = port === undefined ? `${listen.host}:${listen.port}` : `${address ?? listen.host}:${port}`
    const fix = isAdmin
      ? '`admin.listen` of gateway.json names another address'
      : '--listen takes another address'
    throw new ToolFailure(`cannot listen on ${at}: ${reasonOf(error)}; ${fix}`, { cause: error })
  }
}

/** As the user would type it; a URL without its query, where a token may stand. */
function shownPolicy(path: string): string {
  const url = /^https?:/i.test(path) ? URL.parse(path) : null
  return url === null ? relative(process.cwd(), path) : `${url.origin}${url.pathname}`
}

function announce({ url }: Pick<RunningGateway, 'url'>, policy: string, isDemo: boolean): void {
  const demo = `
The provider is SIMULATED: it needs no key, and says so in each answer. Try:

  curl -i ${url}/v1/chat/completions -H 'content-type: application/json' \\
    -d '{"model": "auto", "messages": [{"role": "user", "content": "hello"}]}'

Edit ${policy}: the next request obeys. Ctrl-C ends.`
  console.error(`gwc serves ${policy} on ${url}${isDemo ? `\n${demo}` : ''}`)
}
