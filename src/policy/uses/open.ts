import type { Diagnostic } from '../../language/diagnostic.ts';
import { nameKey } from '../../language/normal.ts';
import type { Located } from '../extend.ts';
import { scalarsOf } from '../fields.ts';
import type { YNode } from '../node.ts';
import { resolveReference } from '../paths.ts';
import type { Policy } from '../policy.ts';
import type { RawPolicy } from '../raw-policy.ts';
import { called, type RawRule } from '../rule.ts';
import type { Session } from '../session.ts';
import type { Setting } from '../set.ts';

/** A policy read because another one uses it. */
export interface Loaded {
  /** Null where it has errors, which it has told. */
  readonly policy: Policy | null;
  /** Its vocabulary with links resolved; null where it names none. */
  readonly vocabulary: string | null;
  /** Documents of its own that declare words. */
  readonly words: readonly YNode[];
}

/** A use as it was written, with what it leads to. */
export interface OpenedUse {
  readonly rule: RawRule;
  readonly loaded: Loaded;
}

/** One policy on the way from the one that is loaded to the one that it uses. */
export interface Step {
  readonly real: string;
  readonly id: string;
}

/** Longer chains are not followed. */
const mostSteps = 20;

export interface Opening {
  readonly session: Session;
  readonly root: string;
  /** From the policy that is loaded to this one, itself the last. */
  readonly way: readonly Step[];
  readonly settings: readonly Setting[];
  readonly vocabulary: string | null;
  /** Loads a policy for the same day; its errors go into the session. */
  readonly load: (at: Located, settings: readonly Setting[]) => Loaded;
}

/** Settings of a use are written `use.parameter`. */
export function settingsOf(rule: RawRule, settings: readonly Setting[]): Setting[] {
  return settings.flatMap(setting => {
    const { name } = setting;
    const dot = name.text.indexOf('.');
    if (dot < 0 || !rule.names.includes(nameKey(name.text.slice(0, dot)))) return [];
    const text = name.text.slice(dot + 1);
    const { offsets, file } = name.source;
    const source = { file, text, offsets: offsets.slice(dot + 1) };
    const span = { ...name.span, start: source.offsets[0] ?? name.span.start };
    return [{ ...setting, name: { ...name, text, source, span } }];
  });
}

const nothing: Loaded = { policy: null, vocabulary: null, words: [] };

function openUse(opening: Opening, rule: RawRule): Loaded {
  const { session, root, way, settings } = opening;
  const [path] = scalarsOf(rule.fields.get('policy')?.value);
  if (path === undefined) return nothing;
  const refused = (code: string, params: Diagnostic['params']) => {
    session.report({ code, severity: 'error', params, span: path.span });
    return nothing;
  };
  const reference = resolveReference(session.reader, root, path.span.file, path.text);
  if ('code' in reference) return refused(reference.code, { path: path.text });
  const before = way.findIndex(({ real }) => real === reference.real);
  if (before >= 0) {
    const ring = [...way.slice(before), way[before] as Step].map(({ id }) => id);
    return refused('uses-ring', { path: ring.join(' → ') });
  }
  if (way.length > mostSteps) return refused('uses-too-long', { most: mostSteps });
  const loaded = opening.load(reference, settingsOf(rule, settings));
  if (loaded.policy === null) return loaded;
  const same = loaded.vocabulary !== null && loaded.vocabulary === opening.vocabulary;
  return same ? loaded : refused('uses-other-vocabulary', { name: called(rule) });
}

/** Loads the policies whose results a policy uses, each for the same day. */
export function openUses(opening: Opening, raw: RawPolicy): OpenedUse[] {
  return raw.rules.uses.map(rule => ({ rule, loaded: openUse(opening, rule) }));
}
