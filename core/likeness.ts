/** Above this temperature an answer is meant to differ each time: none stands for another. */
export const warmthMax = 0.3

/** The confidence, in thousandths, that a hit must reach where a table names none. */
export const confidenceDefault = 1_000

/** The wrong hits, in basis points, that are stood where a policy says nothing: one in a hundred. */
export const maxErrorDefault = 100
