import type { Diagnostic } from '../language/diagnostic.ts';
import { canonicalKey, exceptionKeys } from '../language/keys.ts';
import { nearest } from '../language/nearest.ts';
import { nameKey } from '../language/normal.ts';
import { type Report, scalarsOf } from './fields.ts';
import { isEmpty, type YNode, type YScalar } from './node.ts';
import type { Source } from './policy.ts';
import type { RawPolicy } from './raw-policy.ts';
import { called, type RawRule } from './rule.ts';
import { sectionNames } from './sections.ts';
import { isDate } from './settle.ts';

const citing = sectionNames.filter(name => name !== 'sources');
/** Whoever gets or loses something by a rule should find it in the text. */
const mustCite: readonly string[] = ['cards', 'exclusions', 'benefits', 'quotas'];

function titleOf(raw: RawRule): string {
  const [title] = scalarsOf(raw.fields.get('title')?.value);
  return title?.text ?? raw.id;
}

export function makeSources(raws: readonly RawRule[], report: Report): Record<string, Source> {
  return Object.fromEntries(
    raws.map(raw => {
      const [version] = scalarsOf(raw.fields.get('version')?.value);
      const [date] = scalarsOf(raw.fields.get('date')?.value);
      if (date !== undefined && !isDate(date.text))
        report({ code: 'bad-date', severity: 'error', params: { text: date.text }, span: date.span });
      return [
        raw.id,
        { id: raw.id, title: titleOf(raw), version: version?.text ?? '', date: date?.text ?? null },
      ];
    }),
  );
}

/** Names at the start of a citation, longest first: `方案 二(一)` begins with 方案. */
function citedSource(cite: string, names: readonly string[]): string | undefined {
  const text = nameKey(cite);
  return [...names]
    .sort((a, b) => b.length - a.length)
    .find(name => text.startsWith(name) && !/^[A-Za-z0-9_-]/.test(text.slice(name.length)));
}

/** Citations anywhere below, such as those of exceptions. */
function citesIn(node: YNode | undefined): YScalar[] {
  if (node?.kind === 'list') return node.items.flatMap(citesIn);
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) =>
    canonicalKey(exceptionKeys, key.text) === 'cite' ? scalarsOf(value) : citesIn(value),
  );
}

function cites(raw: RawRule): YScalar[] {
  return [...scalarsOf(raw.fields.get('cite')?.value), ...citesIn(raw.fields.get('except')?.value)];
}

/**
 * A citation has to begin with a source that the policy declares; a rule of one with sources should cite one, which is
 * said once the policy is otherwise right (`isSound`).
 */
export function checkCites(policy: RawPolicy, report: Report, isSound: boolean): void {
  const sources = policy.rules.sources;
  const names = sources.flatMap(raw => [...raw.names, nameKey(titleOf(raw))]);
  const used = new Set<string>();
  const warn = (diagnostic: Omit<Diagnostic, 'severity'>) => report({ severity: 'warning', ...diagnostic });
  for (const section of citing)
    for (const raw of policy.rules[section]) {
      for (const cite of cites(raw)) {
        const name = citedSource(cite.text, names);
        if (name !== undefined) used.add(name);
        else if (sources.length === 0)
          warn({ code: 'no-sources', params: { cite: cite.text }, span: cite.span });
        else {
          const first = nameKey(cite.text).split(' ')[0] as string;
          const suggestion = nearest(first, names);
          warn({
            code: 'unknown-source',
            params: { cite: cite.text },
            span: cite.span,
            ...(suggestion === undefined ? {} : { suggestion }),
          });
        }
      }
      const cited = !isEmpty(raw.fields.get('cite')?.value);
      if (isSound && !cited && sources.length > 0 && mustCite.includes(section))
        warn({ code: 'rule-without-cite', params: { rule: called(raw) }, span: raw.at });
    }
  for (const raw of isSound ? sources : [])
    if (![...raw.names, nameKey(titleOf(raw))].some(name => used.has(name)))
      warn({ code: 'source-unused', params: { source: called(raw) }, span: raw.at });
}
