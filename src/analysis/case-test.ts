import type { Answer, BenefitAnswer, Status, Value } from '../engine/answer.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Words } from '../language/label.ts';
import type { Span } from '../language/source.ts';
import type { Type } from '../language/types.ts';
import type { YScalar } from '../policy/node.ts';
import type { Policy } from '../policy/policy.ts';
import type { Instance } from '../population/instance.ts';
import { findNamed, type Named, nearestNamed } from './case-names.ts';

/** Where a case and the answer part; `span` is what the case says. */
export type Mismatch = { readonly span: Span } & (
  | { readonly kind: 'status'; readonly expected: Status }
  | { readonly kind: 'card'; readonly expected: string | null }
  | { readonly kind: 'possible'; readonly expected: readonly (string | null)[] }
  | { readonly kind: 'barred'; readonly expected: readonly { card: string; by: string | null }[] }
  | {
      readonly kind: 'missing' | 'open';
      readonly expected: readonly string[];
      readonly found: readonly Named[];
    }
  | {
      readonly kind: 'benefit';
      readonly id: string;
      readonly expected: string;
      readonly found: BenefitAnswer | null;
    }
  | {
      readonly kind: 'value';
      readonly name: Named;
      readonly type: Type;
      readonly expected: string;
      readonly found: Value;
    }
);

/** One case in the course of being held against its answer. */
export interface Test {
  readonly policy: Policy;
  readonly household: Instance;
  readonly answer: Answer;
  readonly mismatches: Mismatch[];
  readonly diagnostics: Diagnostic[];
}

const what = {
  card: { zh: '卡', en: 'card' },
  exclusion: { zh: '排除', en: 'exclusion' },
  benefit: { zh: '帮扶', en: 'benefit' },
  value: { zh: '定义、事实或参数', en: 'definition, fact or parameter' },
  fact: { zh: '事实', en: 'fact' },
  parameter: { zh: '参数', en: 'parameter' },
} as const satisfies Record<string, Words>;

/** The thing that a case names; one that is not known is told. */
export function resolve<T extends Named>(
  test: Test,
  things: readonly T[],
  written: YScalar,
  kind: keyof typeof what,
): T | null {
  const found = findNamed(things, written.text);
  if (found) return found;
  const suggestion = nearestNamed(things, written.text);
  test.diagnostics.push({
    code: 'case-unknown-name',
    severity: 'error',
    params: { name: written.text, what: what[kind] },
    span: written.span,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return null;
}

export function unreadable(test: Test, written: YScalar, wanted: Words): void {
  const params = { text: written.text, wanted };
  test.diagnostics.push({ code: 'case-unreadable', severity: 'error', params, span: written.span });
}
