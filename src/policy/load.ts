import type { Diagnostic } from '../language/diagnostic.ts';
import { isError } from '../language/diagnostic.ts';
import { nameKey } from '../language/normal.ts';
import { assemble, type Occasion } from './assemble.ts';
import { checkCites } from './cites.ts';
import { classifiedEntity } from './classify.ts';
import { makeDesk, unexplained } from './desk.ts';
import { type Located, readChain, reportReference } from './extend.ts';
import type { Report } from './fields.ts';
import type { Reader } from './file.ts';
import { deepFreeze } from './freeze.ts';
import { lint } from './lint.ts';
import { allNames, checkNames } from './names.ts';
import type { YNode } from './node.ts';
import { policyFile, projectRoot, resolveReference } from './paths.ts';
import type { Policy } from './policy.ts';
import type { RawPolicy } from './raw-policy.ts';
import { readWords } from './raw-words.ts';
import { checkReserved } from './reserved.ts';
import { called } from './rule.ts';
import { openDocument, type Session, startSession } from './session.ts';
import { type Setting, settingsFile, settingsOf, settingsText, type WrittenSettings } from './set.ts';
import { isDate } from './settle.ts';
import { tellings } from './tellings.ts';
import { type Loaded, openUses, type Step } from './uses/open.ts';
import { usedNames } from './uses/uses.ts';

export interface LoadOptions {
  /** Evaluation date; the policy's own `施行/effective` without it. */
  readonly on?: string;
  /** Parameters by id or label, as text with its unit. */
  readonly set?: Readonly<Record<string, string>>;
  /** Those of `set` that stand in a file, which is where their mistakes are shown. */
  readonly written?: WrittenSettings;
  readonly read?: Reader;
}

export interface LoadedPolicy {
  /** Null where there is an error. Frozen, plain data. */
  readonly policy: Policy | null;
  /** By file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Text of each file that was read, by the name that spans give. */
  readonly sources: ReadonlyMap<string, string>;
}

/** The day of the evaluation; any day where neither the policy nor the caller gives one, which is reported. */
function occasionOf(
  session: Session,
  raw: RawPolicy,
  options: { readonly on: string | undefined; readonly settings: readonly Setting[] },
): Occasion {
  const { effective } = raw;
  const own = effective === null ? undefined : effective.text;
  if (effective !== null && !isDate(effective.text))
    session.report({
      code: 'bad-date',
      severity: 'error',
      params: { text: effective.text },
      span: effective.span,
    });
  if (options.on !== undefined && !isDate(options.on))
    session.report({ code: 'bad-date', severity: 'error', params: { text: options.on } });
  if (own === undefined && options.on === undefined) {
    const params = { key: { zh: '施行', en: 'effective' }, of: called(raw) };
    session.report({ code: 'missing-key', severity: 'error', params, span: raw.top });
  }
  const on = options.on ?? own ?? '2000-01-01';
  return {
    on: isDate(on) ? on : '2000-01-01',
    effective: own ?? on,
    settings: options.settings,
  };
}

interface OpenedVocabulary {
  readonly node: YNode | null;
  readonly id: string;
  /** With links resolved. */
  readonly real: string | null;
}

function openVocabulary(session: Session, root: string, raw: RawPolicy): OpenedVocabulary {
  const written = raw.vocabulary;
  if (written === null) return { node: null, id: raw.id, real: null };
  const reference = resolveReference(session.reader, root, written.span.file, written.text);
  if ('code' in reference) {
    reportReference(session, reference, written);
    return { node: null, id: '', real: null };
  }
  const id =
    reference.file
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.ya?ml$/i, '') ?? '';
  const { real, file } = reference;
  return { node: openDocument(session, real, file, 'vocabulary'), id, real };
}

/** What a draft removed and others still use: names the rules that do. */
function nameUsers(session: Session, raw: RawPolicy): void {
  const rules = Object.values(raw.rules).flat();
  for (const [k, one] of session.diagnostics.entries()) {
    const told = one.code !== 'removed-in-use' || one.params['by'] !== undefined;
    const use = told ? undefined : one.related?.[0];
    if (use === undefined) continue;
    const user = rules.find(
      ({ span }) => span.file === use.file && span.start <= use.start && use.end <= span.end,
    );
    const by = called(user ?? raw);
    session.diagnostics[k] = { ...one, params: { ...one.params, by } };
  }
}

/** One loading of a policy with those that it uses. */
interface Loading {
  readonly reader: Reader | undefined;
  readonly root: string;
  readonly on: string | undefined;
  /** By real path and settings. */
  readonly known: Map<string, Loaded & LoadedPolicy>;
}

/** Loads the policy of a file; `way` leads to it from the one that is asked for. */
function loadFile(
  loading: Loading,
  at: Located,
  settings: readonly Setting[],
  way: readonly Step[],
): Loaded & LoadedPolicy {
  const session = startSession(loading.reader);
  const done = (
    policy: Policy | null,
    of: Omit<Loaded, 'policy'> = { vocabulary: null, words: [] },
  ): Loaded & LoadedPolicy => {
    const diagnostics = tellings(session);
    const { sources } = session;
    return { ...of, policy: diagnostics.some(isError) ? null : policy, diagnostics, sources };
  };

  // 1. Read it; a draft together with the policy that it changes.
  const raw = readChain(session, loading.root, at);
  if (raw === null) return done(null);
  const occasion = occasionOf(session, raw, { on: loading.on, settings });

  // 2. Load the policies that it uses, for the same day.
  const vocabulary = openVocabulary(session, loading.root, raw);
  const path = [...way, { real: at.real, id: raw.id }];
  const load = (located: Located, own: readonly Setting[]): Loaded => {
    const key = JSON.stringify([located.real, own.map(({ name, value }) => [name.text, value.text])]);
    const loaded = loading.known.get(key) ?? loadFile({ ...loading, on: occasion.on }, located, own, path);
    loading.known.set(key, loaded);
    for (const [file, text] of loaded.sources)
      if (!session.sources.has(file)) session.sources.set(file, text);
    session.diagnostics.push(...loaded.diagnostics.filter(isError));
    return loaded;
  };
  const uses = openUses(
    { session, root: loading.root, way: path, settings, vocabulary: vocabulary.real, load },
    raw,
  );

  // 3. Read the words: entities, units and facts of the vocabulary, and those that the policies add.
  const added = new Map(
    [...uses.flatMap(({ loaded }) => loaded.words), ...raw.words].map(node => [node.span.file, node]),
  );
  const words = readWords(vocabulary.node, [...added.values()], vocabulary.id, session.report);
  if (words.entities['household'] === undefined) {
    const params = { key: { zh: '词汇', en: 'vocabulary' }, of: called(raw) };
    if (raw.vocabulary === null)
      session.report({ code: 'missing-key', severity: 'error', params, span: raw.top });
    else if (vocabulary.node !== null)
      session.report({ code: 'no-household', severity: 'error', params: {}, span: raw.vocabulary.span });
    return done(null);
  }

  // 4. Gather all names, which is what Han text is split by.
  const names = [...allNames(words, raw), ...usedNames(uses)];
  const entity = classifiedEntity(words.entities, raw.classify, session.report);
  const { report } = session;
  // What the names of a policy that cannot be loaded mean is not known.
  const lost = uses.some(({ loaded }) => loaded.policy === null);
  const tell: Report = one =>
    lost && /^(unknown-name|not-a-value)$/.test(one.code) ? undefined : report(one);
  const desk = makeDesk(words.entities, words.units, names, tell, entity);
  for (const { rule, at } of raw.removed) for (const name of rule.names) desk.removed.set(nameKey(name), at);
  checkNames(desk, words, raw);
  checkReserved(desk, words, raw);

  // 5. Type and check everything in the order of need, settle parameters on the day, put it together.
  const policy = assemble(desk, raw, words, { vocabulary: vocabulary.id, occasion, uses });

  session.diagnostics.push(...unexplained(desk.failed, session.diagnostics));

  // 6. Point out what a drafter would want to know.
  nameUsers(session, raw);
  checkCites(raw, session.report, !session.diagnostics.some(isError));
  lint(policy, raw, desk, session);

  // 7. Freeze.
  return done(deepFreeze(policy), { vocabulary: vocabulary.real, words: [...added.values()] });
}

/**
 * Loads a policy: a folder with its `policy.yaml`, or a file. Every error and warning of all files concerned comes
 * back at once, also when there is no policy; of the policies that it uses only errors.
 */
export function loadPolicy(path: string, options: LoadOptions = {}): LoadedPolicy {
  const { set = {}, written, read } = options;
  const { reader } = startSession(read);
  const sources = new Map(options.set === undefined ? [] : [[settingsFile, settingsText(set)]]);
  // The file, and the folder beyond which nothing is read.
  const file = policyFile(reader, path);
  let real: string;
  try {
    real = reader.real(file);
  } catch {
    const missing: Diagnostic = { code: 'file-missing', severity: 'error', params: { file } };
    return { policy: null, diagnostics: [missing], sources };
  }
  const loading: Loading = {
    reader: read,
    root: projectRoot(reader, real),
    on: options.on,
    known: new Map(),
  };
  const loaded = loadFile(loading, { file, real }, settingsOf(set, written), []);
  const { policy, diagnostics } = loaded;
  return { policy, diagnostics, sources: new Map([...sources, ...loaded.sources]) };
}
