import { row } from './row.ts'

/** GWC13xx: models, sets of models, and chains of stages. */
export const models = {
  GWC1301: row<{ readonly name: string }>({
    severity: 'error',
    title: 'unknown model',
    message: ({ name }) => `\`${name}\` is in no catalogue`,
  }),
  GWC1302: row<{ readonly model: string; readonly provider: string }>({
    severity: 'error',
    title: 'provider is not configured',
    message: ({ model, provider }) =>
      `\`${model}\` cannot be reached: the gateway has no provider \`${provider}\``,
  }),
  GWC1303: row<{ readonly model: string; readonly on: string }>({
    severity: 'error',
    title: 'retired model',
    message: ({ model, on }) => `\`${model}\` was retired on ${on}`,
  }),
  GWC1304: row<{ readonly model: string; readonly on: string }>({
    severity: 'warning',
    title: 'model retires soon',
    message: ({ model, on }) => `\`${model}\` retires on ${on}`,
  }),
  GWC1305: row<{ readonly family: string }>({
    severity: 'error',
    title: 'unknown family',
    message: ({ family }) => `no model is of the family \`${family}\``,
  }),
  GWC1306: row<{ readonly pattern: string }>({
    severity: 'error',
    title: 'pattern that no model matches',
    message: ({ pattern }) => `no model matches \`${pattern}\``,
  }),
  GWC1307: row<{ readonly problem: string }>({
    severity: 'error',
    title: 'empty set of models',
    message: ({ problem }) => problem,
  }),
  GWC1308: row<{ readonly name: string }>({
    severity: 'error',
    title: 'unknown property of models',
    message: ({ name }) => `models have no property \`${name}\``,
  }),
  GWC1309: row<{ readonly model: string }>({
    severity: 'warning',
    title: 'same stage twice',
    message: ({ model }) => `${model} is tried twice in this chain`,
  }),
  GWC1310: row<{ readonly why: string }>({
    severity: 'error',
    title: 'stage that is never reached',
    message: ({ why }) => `this stage is never reached: ${why}`,
  }),
  GWC1311: row<{ readonly found: string; readonly wanted: string }>({
    severity: 'error',
    title: 'one model or a set of models',
    message: ({ found, wanted }) => `${found} stands where ${wanted} is wanted`,
  }),
  GWC1312: row<{ readonly name: string }>({
    severity: 'error',
    title: 'unknown class of failures',
    message: ({ name }) => `\`${name}\` is no class of failures`,
  }),
  GWC1313: row<{ readonly table: string }>({
    severity: 'error',
    title: 'row after the default',
    message: ({ table }) => `this row of \`${table}\` stands after its \`default\``,
  }),
} as const
