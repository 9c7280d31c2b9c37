/** What an error says, for a log or a person who runs the gateway: never for its clients. */
export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error))
