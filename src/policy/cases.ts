import type { Diagnostic } from '../language/diagnostic.ts';
import * as keys from '../language/keys.ts';
import { canonicalKey } from '../language/keys.ts';
import type { Label } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import type { Span } from '../language/source.ts';
import { statusWords } from '../language/words.ts';
import { dayOf } from './day.ts';
import { type Fields, fieldOf, fieldsOf, labelOf, type Report, scalarOf, scalarsOf } from './fields.ts';
import type { Reader } from './file.ts';
import type { YEntry, YNode, YScalar } from './node.ts';
import { projectRoot, resolveReference } from './paths.ts';
import { openDocument, startSession } from './session.ts';
import type { WrittenSettings } from './set.ts';
import { tellings } from './tellings.ts';

/** What is expected of a household; what is absent is not tested. Names are as written, ids or labels. */
export interface Expectation {
  readonly span: Span;
  readonly status: 'decided' | 'undetermined' | 'out-of-scope' | 'conflict' | null;
  /** `无/none` stands for no card. */
  readonly card: YScalar | null;
  readonly possible: readonly YScalar[] | null;
  /** Card and what bars it; `by` null where only the cards are listed. */
  readonly barred: readonly { readonly card: YScalar; readonly by: YScalar | null }[] | null;
  /** Facts that could still change the card. */
  readonly missing: readonly YScalar[] | null;
  /** Open parameters that could still change the card. */
  readonly open: readonly YScalar[] | null;
  /**
   * One text per benefit: an amount, a range (also as a list of two), `是/yes` for due, `无/none` for not due,
   * `待定/open` for an amount not settled, `未定/undetermined` where facts are missing.
   */
  readonly benefits: readonly { readonly benefit: YScalar; readonly due: readonly YScalar[] }[];
  /** Definitions, scores or parameters and their value. */
  readonly values: readonly { readonly name: YScalar; readonly value: YScalar }[];
}

export interface PolicyCase {
  readonly name: string;
  readonly at: Span;
  /** The whole of it. */
  readonly span: Span;
  readonly clause: readonly string[];
  readonly note: Label;
  /** Evaluation date; null: that of the file, else the policy's own. */
  readonly on: string | null;
  /** Parameters to set, name to value, those of the file included. */
  readonly set: Readonly<Record<string, string>>;
  /** The same as they stand in the file. */
  readonly written: WrittenSettings;
  /**
   * The household as layers of entries (`户`, `成员`, `村`, …), from the file's base to the case itself: a later layer
   * replaces facts one by one, and whole lists. `mergeHousehold` puts them together.
   */
  readonly layers: readonly (readonly YEntry[])[];
  readonly expect: Expectation;
}

export interface CaseFile {
  readonly file: string;
  /** The policy that the cases are about: the one named, else `policy.yaml` beside them. */
  readonly policy: string;
  readonly cases: readonly PolicyCase[];
  /** Stretches that could only be read by a guess; what is wrong there is told already. */
  readonly doubtful: readonly Span[];
}

export interface LoadedCases {
  readonly cases: CaseFile | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

type Settings = Pick<PolicyCase, 'set' | 'written'>;

/** What a place sets, over what was set before. */
function settingsOf(node: YNode | undefined, before?: Settings): Settings {
  const written = new Map(before?.written);
  for (const entry of node?.kind === 'map' ? node.entries : [])
    if (entry.value.kind === 'scalar') written.set(entry.key.text, entry);
  const texts = [...written].flatMap(([name, { value }]) =>
    value.kind === 'scalar' ? [[name, value.text] as const] : [],
  );
  return { set: Object.fromEntries(texts), written };
}

/** Scalars of a list or a single one; null where the key is absent, none where it is left empty. */
function listed(fields: Fields, key: string): YScalar[] | null {
  const entry = fields.byKey.get(key);
  return entry === undefined ? null : scalarsOf(entry.value);
}

function pairs(node: YNode | undefined): { key: YScalar; values: YScalar[] }[] {
  return (node?.kind === 'map' ? node.entries : []).map(({ key, value }) => ({
    key,
    values: scalarsOf(value),
  }));
}

function expectationOf(entry: YEntry | undefined, at: Span, report: Report): Expectation {
  const fields = fieldsOf(entry?.value, keys.expectKeys, report);
  const status = scalarOf(fields, 'status');
  const barred = fields.byKey.get('barred')?.value;
  return {
    span: entry?.key.span ?? at,
    status: (status === undefined ? null : canonicalKey(statusWords, status.text)) as Expectation['status'],
    card: scalarOf(fields, 'card') ?? null,
    possible: listed(fields, 'possible'),
    barred:
      barred === undefined
        ? null
        : barred.kind === 'map'
          ? pairs(barred).map(({ key, values }) => ({ card: key, by: values[0] ?? null }))
          : scalarsOf(barred).map(card => ({ card, by: null })),
    missing: listed(fields, 'missing'),
    open: listed(fields, 'open'),
    benefits: pairs(fieldOf(fields, 'benefits')).map(({ key, values }) => ({ benefit: key, due: values })),
    values: pairs(fieldOf(fields, 'values')).flatMap(({ key, values }) =>
      values[0] === undefined ? [] : [{ name: key, value: values[0] }],
    ),
  };
}

interface Common extends Settings {
  readonly base: readonly YEntry[];
  readonly on: string | null;
}

function layersOf(
  fields: Fields,
  common: Common,
  before: readonly PolicyCase[],
  report: Report,
): (readonly YEntry[])[] {
  const like = scalarOf(fields, 'like');
  const own = fields.others;
  if (like === undefined) return [common.base, own];
  const model = before.find(({ name }) => name === like.text);
  if (model !== undefined) return [...model.layers, own];
  const suggestion = nearest(
    like.text,
    before.map(({ name }) => name),
  );
  report({
    code: 'unknown-case',
    severity: 'error',
    params: { name: like.text },
    span: like.span,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return [common.base, own];
}

function readCases(node: YNode | undefined, common: Common, report: Report): PolicyCase[] {
  const cases: PolicyCase[] = [];
  for (const item of node?.kind === 'list' ? node.items : []) {
    const fields = fieldsOf(item, keys.caseKeys, report);
    const name = scalarOf(fields, 'name');
    if (name === undefined) continue;
    const twin = cases.find(one => one.name === name.text);
    if (twin !== undefined) {
      const params = { name: name.text };
      report({ code: 'duplicate-name', severity: 'error', params, span: name.span, related: [twin.at] });
    }
    cases.push({
      name: name.text,
      at: name.span,
      span: item.span,
      clause: scalarsOf(fieldOf(fields, 'clause')).map(({ text }) => text),
      note: labelOf(fieldOf(fields, 'note')),
      on: dayOf(fields, 'on', report) ?? common.on,
      ...settingsOf(fieldOf(fields, 'set'), common),
      layers: layersOf(fields, common, cases, report),
      expect: expectationOf(fields.byKey.get('expect'), name.span, report),
    });
  }
  return cases;
}

/**
 * Reads a file of cases: its form, names and layers. Facts are left as they are written: what they mean is for
 * whoever knows the vocabulary. See `casesSchema` for the format.
 */
export function loadCases(path: string, options: { readonly read?: Reader } = {}): LoadedCases {
  const session = startSession(options.read);
  const root = openDocument(session, path, path, 'cases');
  const done = (cases: CaseFile | null): LoadedCases => ({
    cases,
    diagnostics: tellings(session),
    sources: session.sources,
  });
  if (root === null) return done(null);
  const { reader, report } = session;
  const fields = fieldsOf(root, keys.casesKeys, report);
  const written = scalarOf(fields, 'policy');
  const found = resolveReference(
    reader,
    projectRoot(reader, reader.real(path)),
    path,
    written?.text ?? 'policy.yaml',
  );
  if ('code' in found) {
    const params = { path: written?.text ?? 'policy.yaml' };
    report({
      code: found.code,
      severity: 'error',
      params,
      span: written?.span ?? { file: path, start: 0, end: 1 },
    });
    return done(null);
  }
  const base = fieldOf(fields, 'base');
  const common: Common = {
    base: base?.kind === 'map' ? base.entries : [],
    on: dayOf(fields, 'on', report),
    ...settingsOf(fieldOf(fields, 'set')),
  };
  const cases = readCases(fieldOf(fields, 'cases'), common, report);
  const doubtful = [...session.doubtful, ...session.flaws.map(({ entry }) => entry)];
  return done({ file: path, policy: found.file, cases, doubtful });
}

/** The entries of several layers put together: `same` tells whether two keys name one thing. */
function mergeEntries(
  layers: readonly (readonly YEntry[])[],
  canonical: (key: string) => string,
  inner: ((key: string) => (fact: string) => string) | null,
): YEntry[] {
  const merged = new Map<string, YEntry>();
  for (const entry of layers.flat()) {
    const name = canonical(entry.key.text);
    const old = merged.get(name);
    if (old?.value.kind === 'map' && entry.value.kind === 'map' && inner !== null) {
      const entries = mergeEntries([old.value.entries, entry.value.entries], inner(name), null);
      merged.set(name, { key: entry.key, value: { ...entry.value, entries } });
    } else merged.set(name, entry);
  }
  return [...merged.values()];
}

/**
 * The household of a case as one map. `part` gives one name to every spelling of an entity or its plural, `fact` one
 * to every spelling of a fact of that entity; unknown spellings may stay as they are.
 */
export function mergeHousehold(
  one: PolicyCase,
  part: (written: string) => string,
  fact: (part: string, written: string) => string,
): YNode {
  const entries = mergeEntries(one.layers, part, name => written => fact(name, written));
  return { kind: 'map', entries, span: one.at };
}
