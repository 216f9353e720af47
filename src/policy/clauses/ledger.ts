import type { Label } from '../../language/label.ts';
import type { Span } from '../../language/source.ts';
import type { ClauseKind } from '../../language/words-clauses.ts';

/** One clause of a document. */
export interface Clause {
  /** Its number, as rules give it: `C2.1`. */
  readonly id: string;
  readonly kind: ClauseKind;
  /** What it says, in the words of the project. */
  readonly says: Label;
  /** Section of the document; empty where none is given. */
  readonly cite: string;
  readonly note: Label;
  /** What of it no rule works out, and why; null: all of it is. */
  readonly notComputed: Label | null;
  /** Its number in the ledger. */
  readonly span: Span;
}

/** The clauses of a scheme, in the order of its document. */
export interface Ledger {
  readonly file: string;
  readonly notes: readonly Label[];
  readonly clauses: readonly Clause[];
}
