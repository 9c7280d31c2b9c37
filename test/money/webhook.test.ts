import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { Secret } from '../../runtime/config/secret.ts'
import { webhook } from '../../runtime/money/webhook.ts'

test('a threshold is posted as JSON to the path and query of the URL; an answer other than 2xx rejects', async () => {
  const posted: string[] = []
  let status = 204
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => {
      posted.push(`${request.method} ${request.url} ${request.headers['content-type']} ${text}`)
      response.writeHead(status).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const post = webhook(new Secret(`http://127.0.0.1:${port}/hook?token=t`), { proxy: undefined, ca: [] })
  await post('{"left":1}')
  expect(posted).toEqual(['POST /hook?token=t application/json {"left":1}'])
  status = 500
  await expect(post('{}')).rejects.toThrow('it answered 500')
  server.closeAllConnections()
  server.close()
  await expect(post('{}')).rejects.toThrow()
})
