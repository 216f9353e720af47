import { checkExpression } from '../language/check.ts';
import { type Diagnostic, isError } from '../language/diagnostic.ts';
import type { Expected } from '../language/expected.ts';
import type { Expr } from '../language/expr.ts';
import { type Lexicon, makeLexicon } from '../language/lexicon.ts';
import { nameKey } from '../language/normal.ts';
import { parseExpression } from '../language/parse.ts';
import { addReferent, type Referent, type Scope } from '../language/scope.ts';
import type { Excerpt, Span } from '../language/source.ts';
import type { Tree } from '../language/tree.ts';
import { mostMistakes, type Report } from './fields.ts';
import type { YNode } from './node.ts';
import type { Exception } from './policy.ts';
import { type Reading, valueTree } from './structures.ts';
import type { Entity } from './vocabulary.ts';
import type { Unit } from './vocabulary-entities.ts';

export type Permits = Partial<Scope['permits']>;

/** Where expressions are read and checked: all names of a policy and its vocabulary, typed as they become known. */
export interface Desk {
  readonly entities: Readonly<Record<string, Entity>>;
  /** The entity that the policy decides on. */
  readonly classified: string;
  readonly lexicon: Lexicon;
  readonly report: Report;
  /** How many errors there are so far; beyond `mostMistakes` nothing more is read. */
  readonly mistakes: { count: number };
  readonly referents: Map<string, Referent[]>;
  readonly reading: Reading;
  /** Everything that was read, for looking at the wording. */
  readonly trees: Tree[];
  /** Names of what a draft has removed, and where it says so. */
  readonly removed: Map<string, Span>;
  /** Every way to name a parameter that an amount left open → its id. */
  readonly implicit: Map<string, string>;
  /** Names of definitions, which facts cannot be conditional on: they are made of facts themselves. */
  readonly derived: Set<string>;
  /**
   * Names that cannot be used yet: of benefits until the card is known, then of those further down; of other policies
   * where only facts may be used.
   */
  readonly later: Map<string, 'benefit-not-here' | 'benefit-later' | 'use-not-here'>;
  /** Places whose expressions could not be understood. */
  readonly failed: Span[];
  readonly exceptions: Exception[];
}

export function makeDesk(
  entities: Readonly<Record<string, Entity>>,
  units: readonly Unit[],
  names: Iterable<string>,
  report: Report,
  classified = 'household',
): Desk {
  const lexicon = makeLexicon(names, units);
  const trees: Tree[] = [];
  const mistakes = { count: 0 };
  const count: Report = diagnostic => {
    if (isError(diagnostic)) mistakes.count++;
    report(diagnostic);
  };
  const parse = (source: Excerpt): Tree | null => {
    if (mistakes.count >= mostMistakes) return null;
    const { tree, diagnostics } = parseExpression(source, lexicon);
    for (const diagnostic of diagnostics) count(diagnostic);
    if (tree !== null) trees.push(tree);
    return tree;
  };
  return {
    entities,
    classified,
    lexicon,
    report: count,
    mistakes,
    reading: { report: count, lexicon, parse },
    trees,
    referents: new Map(),
    removed: new Map(),
    implicit: new Map(),
    derived: new Set(),
    later: new Map(),
    failed: [],
    exceptions: [],
  };
}

/** Declares a thing under all its names. */
export function declare(desk: Desk, names: Iterable<string>, referent: Referent): void {
  for (const name of names) addReferent(desk.referents, name, referent);
}

/** Tells what a thing that was declared before has turned out to be. */
export function settle(desk: Desk, names: Iterable<string>, old: Referent, known: Referent): void {
  for (const name of names) {
    const list = desk.referents.get(nameKey(name));
    const at = list?.indexOf(old) ?? -1;
    if (at >= 0) list?.splice(at, 1, known);
  }
}

export function treeOf(desk: Desk, node: YNode): Tree {
  return valueTree(node, desk.reading);
}

export function scopeFor(desk: Desk, entity: string | null, permits: Permits): Scope {
  return {
    entity,
    entities: desk.entities,
    referents: desk.referents,
    permits: { card: false, benefits: false, totals: false, ...permits },
    units: desk.lexicon.units,
    classified: desk.classified,
  };
}

/** A name that nothing bears may be one that a draft removed, or of a benefit that cannot be used yet. */
function explained(desk: Desk, diagnostic: Diagnostic): Diagnostic {
  const name = diagnostic.code === 'unknown-name' ? diagnostic.params['name'] : undefined;
  if (typeof name !== 'string') return diagnostic;
  const removed = desk.removed.get(nameKey(name));
  const related = diagnostic.span === undefined ? [] : [diagnostic.span];
  if (removed !== undefined)
    return { code: 'removed-in-use', severity: 'error', params: { name }, span: removed, related };
  const code =
    desk.later.get(nameKey(name)) ?? (desk.derived.has(nameKey(name)) ? 'fact-needs-facts' : undefined);
  if (code === undefined) return diagnostic;
  if (diagnostic.params['asks'] === 'served' && code !== 'use-not-here')
    return { ...diagnostic, code: 'served-not-here' };
  return {
    code,
    severity: 'error',
    params: { name },
    ...(diagnostic.span ? { span: diagnostic.span } : {}),
  };
}

export function reportAll(desk: Desk, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) desk.report(explained(desk, diagnostic));
}

/** Benefits may ask for the card given and for what other benefits pay. */
export const amountPermits: Permits = { card: true, benefits: true };

/** Checks a tree on an entity; null after an error, which is reported. */
export function check(
  desk: Desk,
  tree: Tree,
  entity: string | null,
  expected: Expected | undefined,
  permits: Permits = {},
): Expr | null {
  if (desk.mistakes.count >= mostMistakes) return null;
  const { expr, diagnostics } = checkExpression(tree, scopeFor(desk, entity, permits), expected);
  reportAll(desk, diagnostics);
  if (expr === null) desk.failed.push(tree.span);
  return expr;
}

/** What could not be understood never passes in silence, even where nothing has said why. */
export function unexplained(failed: readonly Span[], told: readonly Diagnostic[]): Diagnostic[] {
  const [span] = failed;
  if (span === undefined || told.some(isError)) return [];
  return [{ code: 'not-understood', severity: 'error', params: {}, span }];
}
