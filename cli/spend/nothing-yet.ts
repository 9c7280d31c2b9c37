/** What is said where no gateway has written a ledger. */
export const nothingYet = (storeFile: string): string =>
  `nothing was spent yet: there is no ${storeFile}, which the first \`gwc serve\` with this gateway.json makes`
