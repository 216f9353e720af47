/**
 * Base dimension → exponent; never a zero exponent. Bases: `money`, `person`, `household`, `month`, `day`, `working-day`,
 * `area`, `calendar-year`, `point`, `times`, and the id of each countable unit a vocabulary declares.
 * A ratio (percent, 倍) is the empty record.
 */
export type Dimension = Readonly<Record<string, number>>;

export type Type =
  | { readonly kind: 'bool' }
  | { readonly kind: 'number'; readonly dimension: Dimension }
  /** `of` is the key of the enumerated fact (`member.labour`), `#card` for the cards of the policy, or `#card:reg` for those of a policy used as `reg`. */
  | { readonly kind: 'enum'; readonly of: string }
  | { readonly kind: 'date' }
  | { readonly kind: 'text' };

export const BOOL: Type = { kind: 'bool' };
export const DATE: Type = { kind: 'date' };
export const TEXT: Type = { kind: 'text' };
export const CARD: Type = { kind: 'enum', of: '#card' };
