import type { Client } from '../client.ts'

/** The tool that the suite gives to libraries, which have none of their own. */
export const weather = {
  name: 'weather',
  description: 'The weather of a town.',
  parameters: {
    type: 'object' as const,
    properties: { town: { type: 'string' as const, description: 'Its name.' } },
    required: ['town'],
    additionalProperties: false,
  },
}

/** What the tool answers. */
export function weatherOf({ town }: { readonly town: string }): string {
  return town.length > 100 ? `The name has ${town.length} letters.` : `Sun over ${town}.`
}

/** The same of arguments as the model wrote them. */
export function weatherSaid(args: string): string {
  return weatherOf(JSON.parse(args) as { readonly town: string })
}

const weatherCall = (id: string, town: string) => ({
  id,
  name: 'weather',
  arguments: JSON.stringify({ town }),
})

/** What all libraries have in common: they run in the test's own process. */
export const library: Omit<Client, 'name' | 'version' | 'dialect' | 'ask'> = {
  program: false,
  cannot: {},
  keepsToItself: [],
  triesMax: { error: 1, cut: 1 },
  callFor: weatherCall,
  longCall: (id, letters) => weatherCall(id, 'x'.repeat(letters)),
  ready: () => Promise.resolve(),
}
