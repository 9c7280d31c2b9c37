import { row } from './row.ts'

/** GWC25xx: money that a budget is meant to count, and does not. */
export const money = {
  GWC2501: row<{ readonly model: string; readonly budget: string }>({
    severity: 'error',
    title: 'model without a price under a budget',
    message: ({ model, budget }) =>
      `\`${model}\` has no price, and the budget \`${budget}\` counts what it costs`,
  }),
  GWC2502: row<{ readonly budget: string; readonly rule: string; readonly model: string }>({
    severity: 'warning',
    title: 'way around a budget',
    message: ({ budget, rule, model }) =>
      `the budget \`${budget}\` does not count what ${rule} sends to \`${model}\``,
  }),
} as const
