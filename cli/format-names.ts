/** What `--format` of `gwc check` takes. Apart from the renderers, so that `--help` loads none. */
export const checkFormats = ['pretty', 'json', 'github', 'sarif', 'junit'] as const

/** What `--format` of `gwc test` takes. */
export const testFormats = ['pretty', 'json', 'github', 'junit'] as const
