import type { Span } from '../language/source.ts';
import { amend } from './amend.ts';
import type { YScalar } from './node.ts';
import { type Reference, resolveReference } from './paths.ts';
import { type RawPolicy, readRawPolicy } from './raw-policy.ts';
import { openDocument, type Session } from './session.ts';

export interface Located {
  readonly file: string;
  readonly real: string;
}

export function reportReference(
  session: Session,
  reference: Reference & { code: string },
  written: YScalar,
): void {
  session.report({
    code: reference.code,
    severity: 'error',
    params: { path: written.text },
    span: written.span,
  });
}

function withPlaces(session: Session, raw: RawPolicy): void {
  if (raw.extends !== null) return;
  const draftOnly = [raw.remove?.span, ...Object.values(raw.rules).flatMap(rules => rules.map(placeOf))];
  for (const span of draftOnly)
    if (span) session.report({ code: 'only-in-drafts', severity: 'error', params: {}, span });
}

function placeOf(rule: RawPolicy['rules']['cards'][number]): Span | undefined {
  return rule.fields.get('place')?.key.span;
}

/**
 * Reads a policy and, where it is a draft, the base that it changes, at any remove. Null where a file of the chain
 * cannot be read or the chain comes back to itself.
 */
export function readChain(
  session: Session,
  root: string,
  at: Located,
  passed: readonly string[] = [],
): RawPolicy | null {
  const document = openDocument(session, at.real, at.file, 'policy');
  if (document === null) return null;
  const draft = readRawPolicy(at.file, document, session.report);
  for (const { span } of Object.values(draft.rules).flat()) session.rules.push(span);
  withPlaces(session, draft);
  if (draft.extends === null) return draft;
  const reference = resolveReference(session.reader, root, at.file, draft.extends.text);
  if ('code' in reference) {
    reportReference(session, reference, draft.extends);
    return null;
  }
  if ([...passed, at.real].includes(reference.real)) {
    const params = { path: draft.extends.text };
    session.report({ code: 'extends-itself', severity: 'error', params, span: draft.extends.span });
    return null;
  }
  const base = readChain(session, root, reference, [...passed, at.real]);
  return base === null ? null : amend(base, draft, session.report);
}
