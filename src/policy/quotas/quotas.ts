import { constantOf } from '../../language/check-context.ts';
import type { Expr } from '../../language/expr.ts';
import { quotaKeys } from '../../language/keys-quotas.ts';
import { nameKey } from '../../language/normal.ts';
import type { Referent } from '../../language/scope.ts';
import { unitWords } from '../../language/type-words.ts';
import type { Dimension, Type } from '../../language/types.ts';
import { sameDimension } from '../../language/units.ts';
import { yesWords } from '../../language/words.ts';
import { vacantWords } from '../../language/words-quotas.ts';
import type { BenefitContext } from '../benefits.ts';
import { type Desk, declare, type Permits, settle } from '../desk.ts';
import { scalarsOf, wordOf } from '../fields.ts';
import { unknown } from '../lookup.ts';
import { isEmpty, type YNode } from '../node.ts';
import type { Benefit, Quota } from '../policy.ts';
import { called, type RawRule, ruleOf } from '../rule.ts';
import { checkFigure, type Part } from './figure.ts';
import { type Level, levelsOf, outwards } from './levels.ts';
import { type Labels, makeRank } from './rank.ts';
import { branchesOf, isCount, notWhole, shareIn } from './seats.ts';

const NUMBER: Type = { kind: 'number', dimension: {} };
const plain = { type: NUMBER, unit: '' };

export interface QuotaContext extends BenefitContext {
  readonly benefits: readonly Benefit[];
  readonly labels: Labels;
}

interface Claimants {
  readonly of: Quota['of'];
  /** Who takes a seat. */
  readonly entity: string;
}

/** Declares the quotas before anything is known of them; who takes their seats follows in `makeQuotas`. */
export function declareQuotas(desk: Desk, raws: readonly RawRule[]): Map<RawRule, Referent> {
  const referents = new Map<RawRule, Referent>();
  for (const raw of raws) {
    const referent: Referent = { kind: 'quota', id: raw.id, entity: desk.classified };
    declare(desk, raw.names, referent);
    referents.set(raw, referent);
  }
  return referents;
}

function missing(desk: Desk, raw: RawRule, key: keyof typeof quotaKeys): null {
  const { zh, en } = quotaKeys[key];
  const params = { key: { zh: zh[0] ?? key, en: en[0] ?? key }, of: called(raw) };
  desk.report({ code: 'missing-key', severity: 'error', params, span: raw.at });
  return null;
}

/** Whose claims a quota binds: those of one benefit, or households with one of some cards. */
function claimantsOf({ desk, benefits, cards }: QuotaContext, raw: RawRule): Claimants | null {
  const written = scalarsOf(raw.fields.get('for')?.value);
  if (written.length === 0) return missing(desk, raw, 'for');
  const found = written.map(one => {
    const name = nameKey(one.text);
    const known = desk.referents.get(name)?.find(({ kind }) => kind === 'benefit' || kind === 'card');
    if (known !== undefined) return known;
    const all = [...cards, ...benefits.map(namesOf)].flatMap(({ names }) => names);
    return unknown(desk, 'unknown-claimant', one, all);
  });
  if (found.includes(null)) return null;
  const ids = [...new Set(found.map(one => one?.id ?? ''))];
  const [first] = found;
  if (found.every(one => one?.kind === 'card'))
    return { of: { kind: 'cards', cards: ids }, entity: desk.classified };
  if (ids.length > 1 || first?.kind !== 'benefit') {
    const span = (written[1] ?? written[0])?.span ?? raw.at;
    desk.report({ code: 'quota-of-several', severity: 'error', params: { quota: called(raw) }, span });
    return null;
  }
  const benefit = benefits.find(({ id }) => id === first.id);
  return benefit === undefined ? null : { of: { kind: 'benefit', id: benefit.id }, entity: benefit.entity };
}

const namesOf = ({ id, label }: Benefit) => ({ names: [id, ...Object.values(label)] });

/** What one of those who take a seat is counted in where nothing else is said. */
function unitOf(entity: string): Dimension {
  return entity === 'member' ? { person: 1 } : entity === 'household' ? { household: 1 } : {};
}

interface Counted {
  readonly context: QuotaContext;
  readonly raw: RawRule;
  /** The unit of seats: what one takes. */
  readonly unit: Dimension;
}

/** A number of seats: whole, not negative, in the unit of what one takes (or in none). */
function seatsOf(
  { context, raw, unit }: Counted,
  node: YNode | undefined,
  part: Part,
  entity: string | null,
  permits: Permits = {},
): Expr | null {
  if (node === undefined || isEmpty(node)) return null;
  const { desk, parameters } = context;
  const owner = { desk, raw, entity, parameters, standard: plain };
  const figure = checkFigure(owner, node, part, 'number', permits);
  if (figure?.expr.type.kind !== 'number') return null;
  const { expr } = figure;
  const share = shareIn(figure.tree);
  if (share !== null) {
    desk.report({ code: 'seats-share', severity: 'error', params: {}, span: share.span });
    return null;
  }
  const { dimension } = figure.expr.type;
  const { units } = desk.lexicon;
  // Seats may follow from another count, such as one for every ten households; a plain figure names what it counts.
  const plainFigure = branchesOf(expr).some(end => constantOf(end) !== null);
  const fits = sameDimension(dimension, unit) || (isCount(dimension, units) && !plainFigure);
  if (Object.keys(dimension).length > 0 && !fits) {
    const params = { expected: unitWords(unit, units), found: unitWords(dimension, units) };
    desk.report({ code: 'seats-unit', severity: 'error', params, span: node.span });
    return null;
  }
  const odd = notWhole(expr);
  if (odd === null) return expr;
  desk.report({ code: 'seats-not-whole', severity: 'error', params: {}, span: odd.span });
  return null;
}

function partOf(key: 'total' | 'at_least'): Part {
  const { zh, en } = quotaKeys[key];
  return { id: key === 'total' ? 'total' : 'at-least', label: { zh: zh[0] ?? key, en: en[0] ?? key } };
}

function takesOf(context: QuotaContext, raw: RawRule, entity: string): Expr | null {
  const node = raw.fields.get('takes')?.value;
  if (node === undefined || isEmpty(node)) return null;
  const { desk, parameters } = context;
  const owner = { desk, raw, entity, parameters, standard: plain };
  const { zh, en } = quotaKeys.takes;
  const part = { id: 'takes', label: { zh: zh[0] ?? '', en: en[0] ?? '' } };
  const expr = checkFigure(owner, node, part, 'number', { card: true })?.expr;
  if (expr?.type.kind !== 'number') return null;
  const { units } = desk.lexicon;
  if (isCount(expr.type.dimension, units)) return expr;
  const params = { found: unitWords(expr.type.dimension, units) };
  desk.report({ code: 'takes-unit', severity: 'error', params, span: node.span });
  return null;
}

/** What of a quota says how many seats there are; what does not go together is reported. */
function checkKinds(desk: Desk, raw: RawRule): void {
  const has = (key: keyof typeof quotaKeys) => !isEmpty(raw.fields.get(key)?.value);
  const at = (key: keyof typeof quotaKeys) => raw.fields.get(key)?.key.span ?? raw.at;
  const problem = (code: string, span = raw.at, ...others: ReturnType<typeof at>[]) =>
    desk.report({
      code,
      severity: 'error',
      params: { quota: called(raw) },
      span,
      ...(others.length > 0 ? { related: others } : {}),
    });
  if (has('total') && has('at_least')) problem('total-and-least', at('at_least'), at('total'));
  if (has('shares') && has('seats')) problem('seats-and-shares', at('shares'), at('seats'));
  if (has('shares') && !has('total')) problem('shares-need-total', at('shares'));
  if (!has('total') && !has('at_least') && !has('seats') && !has('shares')) problem('quota-without-seats');
}

function sharesOf(context: QuotaContext, raw: RawRule, levels: readonly Level[]): Quota['shares'] {
  const { desk, parameters } = context;
  return levels.flatMap(({ entity, entry }) => {
    const owner = { desk, raw, entity, parameters, standard: plain };
    const part = { id: `share-${entity}`, label: desk.entities[entity]?.label ?? {} };
    const weight = checkFigure(owner, entry.value, part, 'number', { served: true })?.expr;
    return weight === undefined ? [] : [{ entity, weight }];
  });
}

/** Shares go from the outermost area inwards, as the total goes. */
function checkInwards(desk: Desk, levels: readonly Level[], entity: string): void {
  const right = outwards(desk, levels, entity).reverse();
  const odd = levels.findIndex((one, k) => one !== right[k]);
  const at = levels[odd];
  if (at === undefined) return;
  const words = (lang: 'zh' | 'en') =>
    right.map(({ entity: id }) => desk.entities[id]?.label[lang] ?? id).join(lang === 'zh' ? '、' : ', ');
  const params = { order: { zh: words('zh'), en: words('en') } };
  desk.report({ code: 'shares-inside-out', severity: 'error', params, span: at.entry.key.span });
}

function makeQuota(context: QuotaContext, raw: RawRule, claimants: Claimants): Quota {
  const { desk } = context;
  const { of, entity } = claimants;
  const field = (key: keyof typeof quotaKeys) => raw.fields.get(key)?.value;
  checkKinds(desk, raw);
  const takes = takesOf(context, raw, entity);
  const unit = takes?.type.kind === 'number' ? takes.type.dimension : unitOf(entity);
  const counted: Counted = { context, raw, unit };
  const levels = outwards(desk, levelsOf(desk, raw, field('seats'), entity), entity).flatMap(level => {
    const part = { id: level.entity, label: desk.entities[level.entity]?.label ?? {} };
    const seats = seatsOf(counted, level.entry.value, part, level.entity, { served: true });
    return seats === null ? [] : [{ entity: level.entity, seats }];
  });
  const shares = levelsOf(desk, raw, field('shares'), entity);
  checkInwards(desk, shares, entity);
  return {
    ...ruleOf(raw),
    of,
    entity,
    takes,
    total: seatsOf(counted, field('total'), partOf('total'), null),
    least: seatsOf(counted, field('at_least'), partOf('at_least'), null),
    levels,
    shares: sharesOf(context, raw, shares),
    rank: makeRank(desk, raw, entity, context.labels),
    skip: yesWords.includes(scalarsOf(field('skip'))[0]?.text ?? ''),
    passesUp: wordOf(scalarsOf(field('vacant'))[0], vacantWords) === 'up',
  };
}

/** The quotas in the order written. */
export function makeQuotas(
  context: QuotaContext,
  raws: readonly RawRule[],
  declared: ReadonlyMap<RawRule, Referent>,
): Quota[] {
  const { desk } = context;
  const claimants = new Map(raws.map(raw => [raw, claimantsOf(context, raw)]));
  for (const [raw, found] of claimants) {
    const old = declared.get(raw);
    if (found === null || old === undefined) continue;
    settle(desk, raw.names, old, { kind: 'quota', id: raw.id, entity: found.entity });
  }
  return raws.flatMap(raw => {
    const found = claimants.get(raw) ?? null;
    return found === null ? [] : makeQuota(context, raw, found);
  });
}
