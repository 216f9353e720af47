/** What a request could not be answered for, told in both languages. */
import { analysisMessages } from '../../analysis/messages.ts';
import { engineMessages } from '../../engine/messages.ts';
import type { Catalog, Diagnostic, Param } from '../../language/diagnostic.ts';
import { isError } from '../../language/diagnostic.ts';
import type { Lang, Words } from '../../language/label.ts';
import { languageMessages } from '../../language/messages.ts';
import { draftMessages } from '../../policy/draft/messages.ts';
import { policyMessages } from '../../policy/messages.ts';
import { populationMessages } from '../../population/messages.ts';
import { fileName } from '../../report/diagnostics.ts';
import { inert } from '../../report/inert.ts';
import { messageOf } from '../../report/message.ts';
import { placeOf, type Sources } from '../../report/place.ts';
import type { Reply } from '../protocol.ts';
import { type SessionCode, sessionMessages } from './messages.ts';

const catalog: Catalog = {
  ...languageMessages,
  ...policyMessages,
  ...populationMessages,
  ...engineMessages,
  ...analysisMessages,
  ...draftMessages,
  ...sessionMessages,
};

/** Ends a request; the session itself goes on. */
export class SessionFault extends Error {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  readonly at: { readonly start: number; readonly end: number } | null;
  readonly exists: boolean;

  constructor(
    diagnostics: readonly Diagnostic[],
    sources: Sources = new Map(),
    at: { readonly start: number; readonly end: number } | null = null,
    exists = false,
  ) {
    super(diagnostics.map(({ code }) => code).join(', '));
    this.diagnostics = diagnostics;
    this.sources = sources;
    this.at = at;
    this.exists = exists;
  }
}

/** A request was overtaken by a newer one; nothing is answered. */
export class Overtaken extends Error {}

export const fault = (code: SessionCode, params: Record<string, Param> = {}, suggestion?: string) =>
  new SessionFault([
    { code, severity: 'error', params, ...(suggestion === undefined ? {} : { suggestion }) },
  ]);

/** At most so many messages are shown of one failure. */
const MOST = 20;

/** A diagnostic on one line: where it stands, what it says, what may be meant. */
function lineOf(diagnostic: Diagnostic, sources: Sources, lang: Lang): string {
  const { span, suggestion } = diagnostic;
  const message = messageOf(diagnostic, catalog, lang);
  const place = span && span.file !== '' ? placeOf(span, sources) : null;
  const lead = span && place ? `${fileName(span.file, process.cwd())}:${place.line}:${place.column}: ` : '';
  if (suggestion === undefined) return lead + message;
  const asked = inert(suggestion);
  return lead + message + (lang === 'zh' ? ` 是不是“${asked}”？` : ` Did you mean "${asked}"?`);
}

export function wordsOfDiagnostic(diagnostic: Diagnostic, sources: Sources): Words {
  return { zh: lineOf(diagnostic, sources, 'zh'), en: lineOf(diagnostic, sources, 'en') };
}

function asFault(error: unknown): SessionFault {
  if (error instanceof SessionFault) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return fault('session-broken', { reason: reason.slice(0, 300) });
}

/** What is answered in place of what was asked for. */
export function failedReply(request: number, error: unknown): Reply & { kind: 'failed' } {
  const { diagnostics, sources, at, exists } = asFault(error);
  const errors = diagnostics.filter(isError);
  const told = (errors.length > 0 ? errors : diagnostics).slice(0, MOST);
  return {
    kind: 'failed',
    request,
    texts: told.map(each => wordsOfDiagnostic(each, sources)),
    at,
    suggestion: told[0]?.suggestion === undefined ? null : inert(told[0].suggestion),
    ...(exists ? { exists } : {}),
  };
}
