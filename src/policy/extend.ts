import type { Span } from '../language/source.ts';
import { amend, findRule } from './amend.ts';
import type { YScalar } from './node.ts';
import { type Reference, resolveReference } from './paths.ts';
import { type RawPolicy, readRawPolicy } from './raw-policy.ts';
import { sectionNames } from './sections.ts';
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

/** A draft may name what it changes by its label, blanks and all: no id of its own is wanted then. */
function acceptLabels(session: Session, base: RawPolicy, draft: RawPolicy): void {
  for (const name of sectionNames)
    for (const { names, at } of draft.rules[name]) {
      if (!names.some(one => findRule(base.rules[name], one))) continue;
      const found = session.diagnostics.findIndex(
        ({ code, span }) => code === 'key-needs-id' && span?.file === at.file && span.start === at.start,
      );
      if (found >= 0) session.diagnostics.splice(found, 1);
    }
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
  if (base === null) return null;
  acceptLabels(session, base, draft);
  return amend(base, draft, session.report);
}
