/** Largest figures of columns, tried in turn: whatever is beyond is handed to the reference evaluator. */
export const LIMITS = [2 ** 53, 2 ** 47, 2 ** 42, 2 ** 37, 2 ** 32, 2 ** 27] as const;
