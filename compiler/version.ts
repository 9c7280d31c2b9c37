/** Version of gwc, written into each artifact; the one in package.json. */
export const version = '0.1.0'
