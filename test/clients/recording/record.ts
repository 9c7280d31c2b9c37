/**
 * Records what real clients send (`npm run record:clients [NAME…]`): each runs two tools of one answer through a gateway, to a
 * provider that speaks its dialect. Written to test/corpus/clients/.
 */
import { say } from '../../support/provider/say.ts'
import { providerColumns, startBench } from '../bench.ts'
import type { Client } from '../client.ts'
import { everyClient } from '../every-client.ts'
import { keepRecording } from './corpus.ts'
import { scrub } from './scrub.ts'
import { startTap } from './tap.ts'

async function record(client: Client): Promise<void> {
  const bench = await startBench(providerColumns.find(({ speaks }) => speaks === client.dialect)!)
  const tap = await startTap(bench.reached.baseUrl)
  await client.ready()
  const calls = [client.callFor('call_1', 'Graz'), client.callFor('call_2', 'Linz')]
  bench.script(say({ text: 'I look.', calls }), say({ text: 'Both done.' }))
  const job = { prompt: 'How is the weather in Graz, and in Linz?', tools: true, stream: true }
  const heard = await client.ask(job, { ...bench.reached, baseUrl: tap.baseUrl })
  const asked = tap.requests.filter(({ method }) => method === 'POST')
  console.log(`${client.name}: ${asked.length} requests, ${heard.text}`)
  keepRecording(client, asked.map(scrub))
  await tap.close()
  await bench.close()
}

const names = process.argv.slice(2)
for (const client of everyClient)
  if (names.length === 0 || names.some((name) => client.name.includes(name))) await record(client)
process.exit(0)
