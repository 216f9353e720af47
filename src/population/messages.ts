import type { Catalog } from '../language/diagnostic.ts';

/** What readers and the generator of populations say. */
export const populationMessages = {} as const satisfies Catalog;
