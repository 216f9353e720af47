import type { Expr } from '../language/expr.ts';
import { nameKey } from '../language/normal.ts';
import { operandsOf } from '../language/operands.ts';
import type { Referent } from '../language/scope.ts';
import type { Span } from '../language/source.ts';
import { namesIn, type Tree, walk, withoutNames } from '../language/tree.ts';
import type { Type } from '../language/types.ts';
import { check, type Desk, declare, settle, treeOf } from './desk.ts';
import { scalarsOf } from './fields.ts';
import { entityIdOf } from './lookup.ts';
import { isEmpty } from './node.ts';
import { orderByNeed } from './order.ts';
import type { Definition } from './policy.ts';
import { called, type RawRule, ruleOf } from './rule.ts';

/** Something that is worked out per instance and may use others of its kind. */
export interface Draft {
  readonly kind: Definition['kind'];
  readonly entity: string;
  /** `card.red` for the condition of a card. */
  readonly id: string;
  readonly raw: RawRule;
  readonly trees: readonly Tree[];
  /** Keys of drafts that it needs besides those that its trees name. */
  readonly needs: readonly string[];
  /** Called once all that it needs is known; null after an error. */
  readonly compile: () => Expr | null;
}

export const keyOf = (draft: { readonly entity: string; readonly id: string }) =>
  `${draft.entity}.${draft.id}`;

/** The entity on which a rule works: the one it names, else the household. */
export function entityFor(desk: Desk, raw: RawRule, standard: string): string | null {
  const [written] = scalarsOf(raw.fields.get('of')?.value);
  return written === undefined ? standard : entityIdOf(desk, written);
}

export function draftDefinitions(
  desk: Desk,
  raws: readonly RawRule[],
  kind: 'definition' | 'derived',
  standard: string,
): Draft[] {
  return raws.map((raw): Draft => {
    const named = entityFor(desk, raw, standard);
    // A definition of something unknown still has a name, so that its users are not told that there is none.
    const entity = named ?? standard;
    const value = raw.fields.get('value')?.value;
    if (value === undefined || isEmpty(value)) {
      const params = { key: { zh: '值', en: 'value' }, of: called(raw) };
      desk.report({ code: 'missing-key', severity: 'error', params, span: raw.at });
    }
    // Han text may be split so that a definition seems to use itself; a name that others bear too may be theirs.
    const own = raw.names.filter(name => !desk.referents.has(name));
    const tree = value === undefined || isEmpty(value) ? null : withoutNames(treeOf(desk, value), own);
    return {
      kind,
      entity,
      id: raw.id,
      raw,
      trees: tree === null ? [] : [tree],
      needs: [],
      compile: () => (tree === null || named === null ? null : check(desk, tree, entity, undefined)),
    };
  });
}

function referentOf(draft: Draft, type: Type | null): Referent {
  return { kind: 'definition', entity: draft.entity, id: draft.id, type };
}

/** The names that a tree uses, without those of what another policy has: `登记.金额`. */
function namesOf(desk: Desk, tree: Tree): { name: string }[] {
  const ofOthers = new Set<Span>();
  for (const one of walk(tree)) {
    const owner = one.kind === 'dot' || one.kind === 'of' ? one.owner : null;
    const isUse = owner?.kind === 'name' && desk.referents.get(nameKey(owner.name))?.some(isOther);
    if (isUse && one.kind === 'dot') ofOthers.add(one.name.span);
    if (isUse && one.kind === 'of') ofOthers.add(one.arg.span);
  }
  return namesIn(tree).filter(({ span }) => !ofOthers.has(span));
}

const isOther = ({ kind }: Referent) => kind === 'use';

/** Which drafts each one uses; a name that other things bear too may mean one of those instead of itself. */
function needsOf(desk: Desk, drafts: readonly Draft[]): Map<string, string[]> {
  const byName = new Map<string, Draft[]>();
  for (const draft of drafts)
    if (draft.kind !== 'card')
      for (const name of draft.raw.names) byName.set(name, [...(byName.get(name) ?? []), draft]);
  const needs = new Map<string, string[]>();
  for (const draft of drafts) {
    const used = draft.trees
      .flatMap(tree => namesOf(desk, tree))
      .flatMap(({ name }) => {
        const bearers = desk.referents.get(nameKey(name)) ?? [];
        return (byName.get(nameKey(name)) ?? []).filter(one => one !== draft || bearers.length === 1);
      })
      .map(keyOf);
    needs.set(keyOf(draft), [...new Set([...used, ...draft.needs])]);
  }
  return needs;
}

function reportRing(desk: Desk, ring: readonly Draft[]): void {
  const [first, ...rest] = ring as [Draft, ...Draft[]];
  desk.report({
    code: 'cycle',
    severity: 'error',
    params: { path: [...ring, first].map(({ raw }) => raw.label.zh ?? raw.id).join(' → ') },
    span: first.raw.at,
    related: rest.map(({ raw }) => raw.at),
  });
}

interface Depth {
  /** Definitions on top of one another, this one included. */
  readonly definitions: number;
  /** Operators within operators, through definitions. */
  readonly levels: number;
}

/** People follow no longer chain; evaluation, which goes down it, has room for about twice as much. */
const most: Depth = { definitions: 100, levels: 600 };

function depthOf(expr: Expr, known: ReadonlyMap<string, Depth>): Depth {
  let definitions = 0;
  const levels = (at: Expr): number => {
    const used = at.op === 'definition' ? known.get(`${at.entity}.${at.id}`) : undefined;
    definitions = Math.max(definitions, used?.definitions ?? 0);
    return 1 + Math.max(used?.levels ?? 0, ...operandsOf(at).map(levels));
  };
  return { levels: levels(expr), definitions: definitions + 1 };
}

/**
 * Checks drafts, each after those that it uses, and gives those that are right by `entity.id` in that order.
 * A ring is reported once with its path.
 */
export function makeDefinitions(desk: Desk, drafts: readonly Draft[]): Record<string, Definition> {
  const unknown = new Map(drafts.map(draft => [draft, referentOf(draft, null)]));
  for (const [draft, referent] of unknown)
    if (draft.kind !== 'card') declare(desk, draft.raw.names, referent);
  const byKey = new Map(drafts.map(draft => [keyOf(draft), draft]));
  const { order, rings } = orderByNeed(needsOf(desk, drafts));
  for (const ring of rings)
    reportRing(
      desk,
      ring.map(key => byKey.get(key) as Draft),
    );
  const definitions: Record<string, Definition> = {};
  const depths = new Map<string, Depth>();
  for (const key of order) {
    const draft = byKey.get(key) as Draft;
    const expr = draft.compile();
    if (expr === null) continue;
    const { kind, entity, id, raw } = draft;
    const depth = depthOf(expr, depths);
    if (depth.definitions > most.definitions || depth.levels > most.levels) {
      const params = { name: called(raw), most: most.definitions, levels: most.levels };
      desk.report({ code: 'definitions-too-deep', severity: 'error', params, span: raw.at });
      continue;
    }
    depths.set(key, depth);
    if (kind !== 'card')
      settle(desk, raw.names, unknown.get(draft) as Referent, referentOf(draft, expr.type));
    definitions[key] = { ...ruleOf(raw), id, entity, type: expr.type, expr, kind };
  }
  return definitions;
}
