import { type Diagnostic, isError } from '../language/diagnostic.ts';
import type { Span } from '../language/source.ts';
import { mostMistakes } from './fields.ts';
import type { Session } from './session.ts';

const isYaml = ({ code }: Diagnostic) => code.startsWith('yaml-');

function startsIn(span: Span, other: Span): boolean {
  return span.file === other.file && span.start >= other.start && span.start <= other.end;
}

/** Lacks that a key gone wrong in the same map explains. */
const lacks: ReadonlySet<string> = new Set(['missing-key', 'parameter-without-value']);
/** What is said where the entity that a rule works on was not understood. */
const misplaced: ReadonlySet<string> = new Set(['fact-of-parts', 'fact-out-of-reach', 'no-instance-here']);

/** Is the map what follows the key that a diagnostic points at (or the document that begins there)? */
function isMapOf(session: Session, { span }: Diagnostic, map: Span): boolean {
  if (span === undefined || span.file !== map.file) return false;
  if (map.start <= span.end) return map.start === span.start;
  const between = session.sources.get(map.file)?.slice(span.end, map.start) ?? '';
  return between.length < 2000 && /^[\s:：{>|-]*$/.test(between.replace(/#.*/g, ''));
}

/** Is something of the rule around it not understood that may say on what the rule works? */
function isShaken(session: Session, at: Span): boolean {
  const rule = session.rules.find(span => startsIn(at, span));
  if (rule === undefined) return false;
  const causes = session.diagnostics.filter(
    one => isYaml(one) || /^unknown-(entity|card|key)/.test(one.code),
  );
  return (
    session.flaws.some(({ entry }) => startsIn(entry, rule)) ||
    causes.some(({ span }) => span !== undefined && startsIn(span, rule))
  );
}

/** Lines put back in line by a guess may repeat keys. */
function indentedBefore(session: Session, at: Span): boolean {
  return session.diagnostics.some(
    ({ code, span }) => code === 'yaml-indent' && span?.file === at.file && span.start < at.start,
  );
}

/** Does it only follow from something else that is wrong, which is reported? */
function follows(session: Session, one: Diagnostic): boolean {
  const { span, code, params } = one;
  if (span === undefined || isYaml(one)) return false;
  if (session.doubtful.some(line => startsIn(span, line))) return true;
  if (lacks.has(code)) return session.flaws.some(({ map }) => isMapOf(session, one, map));
  if (misplaced.has(code)) return isShaken(session, span);
  if (code === 'duplicate-key') return indentedBefore(session, span);
  const name = params['name'];
  if (!code.startsWith('unknown-') || typeof name !== 'string') return false;
  // What a key gone wrong was called by is not found either.
  const renamed = session.diagnostics.flatMap(other =>
    other.code === 'key-needs-id' && other.span !== undefined ? [other.span] : [],
  );
  const lost = [...session.doubtful, ...session.flaws.map(({ entry }) => entry), ...renamed];
  return lost.some(({ file, start, end }) => session.sources.get(file)?.slice(start, end).includes(name));
}

/** What a loading has to tell: by file and place, each thing once, without what only follows from another mistake. */
export function tellings(session: Session): Diagnostic[] {
  const files = [...session.sources.keys()];
  const rank = ({ span }: Diagnostic) => (span === undefined ? -1 : files.indexOf(span.file));
  const seen = new Set<string>();
  const told: Diagnostic[] = [];
  for (const one of session.diagnostics) {
    const { span } = one;
    const mark = `${one.code} ${span?.file} ${span?.start} ${span?.end} ${JSON.stringify(one.params)}`;
    if (told.length > 2 * mostMistakes || seen.has(mark) || follows(session, one)) continue;
    seen.add(mark);
    told.push(one);
  }
  told.sort((a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0));
  const last = told.filter(isError)[mostMistakes - 1];
  if (last === undefined) return told;
  const end = told.indexOf(last) + 1;
  const more: Diagnostic = { code: 'too-many-mistakes', severity: 'error', params: { most: mostMistakes } };
  return [...told.slice(0, end), more];
}
