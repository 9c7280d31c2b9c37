import { row } from './row.ts'

/** GWC27xx: answers that are shared too widely, and caches that break one another. */
export const cache = {
  GWC2701: row<{ readonly rule: string }>({
    severity: 'warning',
    title: 'cache that is shared beyond the team',
    message: ({ rule }) => `${rule} shares answers among all teams of an organisation`,
  }),
  GWC2702: row<{ readonly rule: string; readonly facts: string; readonly how: string }>({
    severity: 'warning',
    title: 'cache that shares private data',
    message: ({ rule, facts, how }) => `${rule} keeps answers to requests with ${facts} ${how}`,
  }),
  GWC2703: row<{ readonly rule: string }>({
    severity: 'warning',
    title: 'semantic cache that hardly answers',
    message: ({ rule }) =>
      `${rule} hardly finds a likeness: calls of tools, temperatures above 0.3 and several answers are never kept for it`,
  }),
  GWC2704: row<{ readonly rule: string; readonly fact: string }>({
    severity: 'warning',
    title: 'split that breaks the prompt cache',
    message: ({ rule, fact }) =>
      `${rule} may send one conversation to several models: \`${fact}\` can change from turn to turn`,
  }),
} as const
