import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeCertificate, signCertificate } from '../support/certificate.ts'
import type { Certificate } from '../support/certificate.ts'
import { routeAll, stage } from '../support/gateway-fixture.ts'
import { gwc, gwcBeside, serve, temporaryFolder } from '../support/gwc.ts'
import type { Ran } from '../support/gwc.ts'
import { adminKey, startWatched } from '../support/watched-gateway.ts'
import type { WatchedGateway } from '../support/watched-gateway.ts'

const env = { GWC_ADMIN_KEY: adminKey }
const policy = (model: string): string => `gwc 1\nroute {\n  default use acme/${model}\n}\n`
const authority = makeCertificate('authority')
const own = makeCertificate('own')

let folder: ReturnType<typeof temporaryFolder>
let port: number
beforeEach(async () => {
  folder = temporaryFolder()
  port = await freePort()
  put('main.route', policy('large'))
  put('gateway.json', JSON.stringify(config()))
})
afterEach(() => folder[Symbol.dispose]())

const put = (name: string, text: string): void => writeFileSync(join(folder.path, name), text)
const run = (...args: readonly string[]): Ran => gwc(args, { cwd: folder.path, env })

function present({ cert, key }: Certificate): void {
  put('cert.pem', cert)
  put('key.pem', key)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return free
}

function config(adminPort = port): object {
  const model = { price: {} }
  return {
    policy: 'main.route',
    keys: 'open',
    admin: {
      listen: `127.0.0.1:${adminPort}`,
      key: 'env:GWC_ADMIN_KEY',
      tls: { cert: 'cert.pem', key: 'key.pem' },
    },
    providers: {
      acme: { dialect: 'openai', baseUrl: 'http://127.0.0.1:9/v1', models: { large: model, small: model } },
    },
  }
}

describe('an admin listener with TLS', () => {
  test('answers gwc status, reload, rollback and audit', async () => {
    present(own)
    await using served = await serve([], folder.path, env)
    expect(JSON.parse(run('status', '--json').out)).toMatchObject({ ready: true })
    put('main.route', policy('small'))
    expect(run('reload').code).toBe(0)
    expect(run('rollback').code).toBe(0)
    expect(run('audit').code).toBe(0)
    expect(served.process.exitCode).toBeNull()
  })

  test('presents a certificate of an authority of its own: the one of gateway.json is trusted, whoever signed it', async () => {
    const signed = signCertificate('signed', authority)
    present(signed)
    await using watched = await inProcess()
    const { port: adminPort } = watched.fixture.gateway.admin!
    put('gateway.json', JSON.stringify(config(adminPort)))
    const run = (): Promise<Ran> => gwcBeside(['status', '--json'], { cwd: folder.path, env })
    expect(JSON.parse((await run()).out)).toMatchObject({ ready: true })
    put('cert.pem', signed.cert + authority.cert)
    expect(JSON.parse((await run()).out)).toMatchObject({ ready: true })
  })

  test('its key is sent to nobody who presents another certificate', async () => {
    present(own)
    let read = ''
    const impostor = createTlsServer(makeCertificate('own'), (socket) =>
      socket.on('error', () => undefined).on('data', (bytes: Buffer) => (read += bytes.toString())),
    )
    impostor.on('tlsClientError', () => undefined).listen(port, '127.0.0.1')
    await once(impostor, 'listening')
    const { code, err } = await gwcBeside(['status'], { cwd: folder.path, env })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/nothing answers on .*certificate/) })
    expect(read).toBe('')
    impostor.close()
  })

  test('nothing is answered without TLS', async () => {
    present(own)
    await using watched = await inProcess()
    const socket = connect(watched.fixture.gateway.admin!.port, '127.0.0.1').setEncoding('latin1')
    let read = ''
    socket.on('data', (text: string) => (read += text)).on('error', () => undefined)
    socket.write(`GET /status HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${adminKey}\r\n\r\n`)
    await once(socket, 'close')
    expect(read).not.toContain('200 OK')
  })

  // Shorter than the patience for a handshake, so that it is the closing that ends it.
  test('a handshake that never ends does not delay the end', { timeout: 9_000 }, async () => {
    present(own)
    const watched = await inProcess()
    const silent = connect(watched.fixture.gateway.admin!.port, '127.0.0.1')
    await once(silent, 'connect')
    const left = once(silent, 'close')
    await watched[Symbol.asyncDispose]()
    await left
  })
})

/** A gateway in this process that presents the files of the folder. */
function inProcess(): Promise<WatchedGateway> {
  const tls = { cert: { file: join(folder.path, 'cert.pem') }, key: { file: join(folder.path, 'key.pem') } }
  const providers = { acme: { baseUrl: 'http://127.0.0.1:9/v1' } }
  return startWatched(routeAll([stage('acme/large')]), { providers }, tls)
}
