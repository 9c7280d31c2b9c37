import { once } from 'node:events'
import { createServer } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchedTable } from '../../runtime/fetched-table.ts'
import type { PolicySource } from '../../runtime/reload.ts'
import { makeCertificate } from '../support/certificate.ts'
import { buildTable, bytesOf, use } from '../support/table-builder.ts'

const certificate = makeCertificate()
const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

const table = bytesOf(buildTable({ axes: [], route: [{ allow: {}, action: use('openai/a') }] }))

/** A server of policies, and the source that asks it. */
async function serving(
  answer: (req: IncomingMessage, res: ServerResponse) => void,
  ca = [certificate.cert],
): Promise<PolicySource> {
  const server = createServer(certificate, answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(() => void server.close())
  const { port } = server.address() as AddressInfo
  return fetchedTable(new URL(`https://localhost:${port}/live.json?token=canary`), { proxy: undefined, ca })
}

describe('a table behind a URL', () => {
  test('is asked for by its ETag, and not sent again while it is the same', async () => {
    const asked: unknown[] = []
    const source = await serving((req, res) => {
      asked.push(req.headers['if-none-match'])
      if (req.headers['if-none-match'] === '"1"') res.writeHead(304).end()
      else res.writeHead(200, { etag: '"1"' }).end(table)
    })
    expect(await source.build()).toEqual({ ok: true, bytes: table })
    expect(await source.build()).toEqual({ ok: true, bytes: table })
    expect(asked).toEqual([undefined, '"1"'])
  })

  test.each<[string, (req: IncomingMessage, res: ServerResponse) => void, string]>([
    ['an error', (_, res) => res.writeHead(500).end('no'), 'it answered 500'],
    ['a redirect', (_, res) => res.writeHead(302, { location: '/other' }).end(), 'it answered 302'],
    ['a page', (_, res) => res.writeHead(200).end('<html>'), 'no table with a checksum'],
    [
      'half a table',
      (_, res) =>
        res
          .writeHead(200, { 'content-length': table.length })
          .write(table.subarray(0, 99), () => res.destroy()),
      'UND_ERR',
    ],
  ])('%s is refused with its reason, and without what stands in its query', async (_, answer, why) => {
    const built = await (await serving(answer)).build()
    if (built.ok) throw new Error('this must be refused')
    expect(built.message).toMatch(/^cannot read the policy of https:\/\/localhost:\d+\/live.json: /)
    expect(built.message).toContain(why)
    expect(built.message).not.toContain('canary')
  })

  test('of a server that nobody vouches for is refused', async () => {
    const source = await serving((_, res) => res.end(table), [])
    expect(await source.build()).toMatchObject({
      ok: false,
      message: expect.stringMatching(/SELF_SIGNED.*`ca` of gateway\.json/) as string,
    })
  })
})
