import type { Diagnostic } from '../language/diagnostic.ts';
import { isError } from '../language/diagnostic.ts';
import { nameKey } from '../language/normal.ts';
import { assemble, type Occasion } from './assemble.ts';
import { checkCites } from './cites.ts';
import { makeDesk, unexplained } from './desk.ts';
import { readChain, reportReference } from './extend.ts';
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
import { settingsFile, settingsText, type WrittenSettings } from './set.ts';
import { isDate } from './settle.ts';
import { tellings } from './tellings.ts';

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
function occasionOf(session: Session, raw: RawPolicy, options: LoadOptions): Occasion {
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
    set: options.set ?? {},
    written: options.written ?? new Map(),
  };
}

function openVocabulary(session: Session, root: string, raw: RawPolicy): { node: YNode | null; id: string } {
  const written = raw.vocabulary;
  if (written === null) return { node: null, id: raw.id };
  const reference = resolveReference(session.reader, root, written.span.file, written.text);
  if ('code' in reference) {
    reportReference(session, reference, written);
    return { node: null, id: '' };
  }
  const id =
    reference.file
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.ya?ml$/i, '') ?? '';
  return { node: openDocument(session, reference.real, reference.file, 'vocabulary'), id };
}

/** What a draft removed and others still use: names the rules that do. */
function nameUsers(session: Session, raw: RawPolicy): void {
  const rules = Object.values(raw.rules).flat();
  for (const [k, one] of session.diagnostics.entries()) {
    const use = one.code === 'removed-in-use' ? one.related?.[0] : undefined;
    if (use === undefined) continue;
    const user = rules.find(
      ({ span }) => span.file === use.file && span.start <= use.start && use.end <= span.end,
    );
    const by = called(user ?? raw);
    session.diagnostics[k] = { ...one, params: { ...one.params, by } };
  }
}

/**
 * Loads a policy: a folder with its `policy.yaml`, or a file. Every error and warning of all files concerned comes
 * back at once, also when there is no policy.
 */
export function loadPolicy(path: string, options: LoadOptions = {}): LoadedPolicy {
  const session = startSession(options.read);
  const done = (policy: Policy | null): LoadedPolicy => {
    const diagnostics = tellings(session);
    return { policy: diagnostics.some(isError) ? null : policy, diagnostics, sources: session.sources };
  };
  if (options.set !== undefined) session.sources.set(settingsFile, settingsText(options.set));

  // 1. Find the file, and the folder beyond which nothing is read.
  const file = policyFile(session.reader, path);
  let real: string;
  try {
    real = session.reader.real(file);
  } catch {
    session.report({ code: 'file-missing', severity: 'error', params: { file } });
    return done(null);
  }
  const root = projectRoot(session.reader, real);

  // 2. Read it; a draft together with the policy that it changes.
  const raw = readChain(session, root, { file, real });
  if (raw === null) return done(null);
  const occasion = occasionOf(session, raw, options);

  // 3. Read the words: entities, units and facts of the vocabulary, and those that the policy adds.
  const vocabulary = openVocabulary(session, root, raw);
  const words = readWords(vocabulary.node, raw.words, vocabulary.id, session.report);
  if (words.entities['household'] === undefined) {
    const params = { key: { zh: '词汇', en: 'vocabulary' }, of: called(raw) };
    if (raw.vocabulary === null)
      session.report({ code: 'missing-key', severity: 'error', params, span: raw.top });
    else if (vocabulary.node !== null)
      session.report({ code: 'no-household', severity: 'error', params: {}, span: raw.vocabulary.span });
    return done(null);
  }

  // 4. Gather all names, which is what Han text is split by.
  const desk = makeDesk(words.entities, words.units, allNames(words, raw), session.report);
  for (const { rule, at } of raw.removed) for (const name of rule.names) desk.removed.set(nameKey(name), at);
  checkNames(desk, words, raw);
  checkReserved(desk, words, raw);

  // 5. Type and check everything in the order of need, settle parameters on the day, put it together.
  const policy = assemble(desk, raw, words, vocabulary.id, occasion);

  session.diagnostics.push(...unexplained(desk.failed, session.diagnostics));

  // 6. Point out what a drafter would want to know.
  nameUsers(session, raw);
  checkCites(raw, session.report, !session.diagnostics.some(isError));
  lint(policy, raw, desk, session);

  // 7. Freeze.
  return done(deepFreeze(policy));
}
