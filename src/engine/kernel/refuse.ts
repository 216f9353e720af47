import type { Words } from '../../language/label.ts';
import { refusals } from './refusals.ts';

/** What the columnar engine can't do; the words are for people and name it. */
export interface Refusal {
  /** `magnitude`: figures may pass 2^53; with smaller columns it would do. */
  readonly kind: 'magnitude' | 'construct';
  readonly what: Words;
}

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.what.en);
    this.refusal = refusal;
  }
}

export function refuse(what: Words): never {
  throw new Refused({ kind: 'construct', what });
}

/** Figures may not be exact: with smaller columns they might. */
export function refuseMagnitude(): never {
  throw new Refused({ kind: 'magnitude', what: refusals.large });
}

/** What `work` gives, or why it was refused; other errors pass through. */
export function attempt<T>(work: () => T): { readonly done: T } | { readonly refusal: Refusal } {
  try {
    return { done: work() };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    // What is nested too deeply for the stack can't be written out either.
    if (error instanceof RangeError && /call stack/.test(error.message))
      return { refusal: { kind: 'construct', what: refusals.deep } };
    throw error;
  }
}
