import type { Verb } from '../verb.ts'

/** Verbs that teach: editors and those who ask. */
export const referenceVerbs: readonly Verb[] = [
  {
    name: 'lsp',
    summary: 'the language server, for editors',
    describe: (command) =>
      command
        .option('--stdio', 'speak over standard input and output, which it does anyway')
        .addHelpText(
          'after',
          '\nFindings as you type, hover, completion, definition, references, rename, formatting, fixes, outline, colours,\nfolding, and above each rule whether it is reachable and which tests it decides. An editor starts it;\ndocs/editor.md has the settings for VS Code, Neovim, Helix, Zed and JetBrains.',
        ),
    load: () => import('../lsp.ts'),
  },
  {
    name: 'explain',
    summary: 'what a code such as GWC2104 means, with an example',
    describe: (command) =>
      command
        .argument('[code]', 'a code; without one, all of them')
        .option('--json', 'print the page, or the list, as JSON')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc explain GWC2104      what it means, what to avoid and what to prefer\n  gwc explain              every code with its title',
        ),
    load: () => import('../explain.ts'),
  },
  {
    name: 'facts',
    summary: 'what a condition may ask: built-in facts and your own',
    describe: (command) =>
      command
        .argument('[policy]', 'a policy whose own facts to list too')
        .option('--json', 'print the list as JSON')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc facts                       the built-in ones\n  gwc facts policies/main.route   and those that its facts files declare',
        ),
    load: () => import('../facts.ts'),
  },
  {
    name: 'models',
    summary: 'the catalogue: models, prices with source and date, limits',
    describe: (command) =>
      command
        .argument('[filter]', 'a name, part of an id, or a glob such as "openai/*"')
        .option('--config <file>', 'gateway.json whose models to list too, and whose prices stand over these')
        .option('--stale <days>', 'only those whose price was read longer ago, such as 90d')
        .option('--json', 'print the list as JSON')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc models sonnet           those whose id or alias has it\n  gwc models "openai/*mini"   those whose id fits the pattern\n  gwc models gpt-5.4          all prices of one model: services, tiers, hours, sources, disputes\n  gwc models --stale 90d      prices that nobody has looked at for long',
        ),
    load: () => import('../models.ts'),
  },
]
