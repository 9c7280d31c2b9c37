/** The gateway under measurement: one provider of each dialect. Takes the provider's port, prints its own and a key. */
import { asked, capable, clientKey, routeAll, startFixture } from '../../test/support/gateway-fixture.ts'

const baseUrl = `http://127.0.0.1:${process.argv[2]}/v1`
const fixture = await startFixture(routeAll([asked]), {
  providers: {
    chat: { baseUrl, speaks: ['openai-chat'] },
    responses: { baseUrl, speaks: ['openai-responses'] },
    messages: { baseUrl, dialect: 'anthropic' },
    gemini: { baseUrl, dialect: 'gemini' },
  },
  models: ['chat/bench', 'responses/bench', 'messages/bench', 'gemini/bench'].map((id) => capable(id)),
  logTrace: () => undefined,
})
process.stdout.write(`${fixture.gateway.port} ${clientKey}\n`)
