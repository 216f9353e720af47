import { capKeys } from '../language/keys.ts';
import { isAtOrAbove } from '../language/scope.ts';
import { BOOL } from '../language/types.ts';
import { assertionWords, countsWords, perWords, yesWords } from '../language/words.ts';
import { checkAmount } from './amounts.ts';
import type { BenefitContext } from './benefits.ts';
import { check, treeOf } from './desk.ts';
import { fieldOf, fieldsOf, scalarOf, scalarsOf, wordOf } from './fields.ts';
import { entityIdOf, entityWords, idsOf } from './lookup.ts';
import { isEmpty, type YNode } from './node.ts';
import type { Assertion, Benefit, Cap, Group } from './policy.ts';
import { called, type RawRule, ruleOf } from './rule.ts';

/** Over what a group goes: `household` stands for the classified entity, `member` for parts of it. */
interface Over {
  readonly kind: Group['over'];
  /** Whose claims are settled together. */
  readonly entity: string;
}

function overOf({ desk, entity }: BenefitContext, raw: RawRule): Over | null {
  const [written] = scalarsOf(raw.fields.get('over')?.value);
  if (written === undefined) return { kind: 'household', entity };
  const id = entityIdOf(desk, written);
  if (id === null) return null;
  if (id === entity) return { kind: 'household', entity };
  if (isAtOrAbove(desk.entities, entity, id)) return { kind: 'member', entity: id };
  const params = { name: written.text, here: entityWords(desk, entity) };
  desk.report({ code: 'bad-group-over', severity: 'error', params, span: written.span });
  return null;
}

const unitOf = (entity: string) => (entity === 'member' ? 'person' : entity);

/**
 * Whom a cap binds: as said beside it, else as its figure says (`5000 元/户`), else each beneficiary of the group.
 * `household` stands for the classified entity; null where the cap names what it cannot bind.
 */
function boundBy(entity: string, per: string | null, amount: YNode, over: Over): Cap['per'] | null {
  const text = amount.kind === 'scalar' ? amount.text : '';
  const figure = /[/／]\s*(?:(户|households?)|人|persons?)/.exec(text);
  const said = per ?? (figure === null ? null : figure[1] === undefined ? 'person' : 'household');
  if (said === null) return over.kind === 'member' ? 'person' : 'household';
  if (said === unitOf(entity)) return 'household';
  if (over.kind === 'member') return said === unitOf(over.entity) ? 'person' : null;
  return said === 'person' ? 'person' : null;
}

function capOf(
  context: BenefitContext,
  raw: RawRule,
  node: YNode,
  period: Benefit['period'],
  over: Over,
): Cap | null {
  const { desk, cards, parameters } = context;
  const fields = node.kind === 'map' ? fieldsOf(node, capKeys, desk.report) : null;
  const amount = fields === null ? node : fieldOf(fields, 'amount');
  if (amount === undefined || isEmpty(amount)) return null;
  const said = fields === null ? null : wordOf(scalarOf(fields, 'per'), perWords);
  const per = boundBy(context.entity, said, amount, over);
  if (per === null) {
    const params = { group: called(raw), over: entityWords(desk, over.entity) };
    desk.report({ code: 'cap-of-others', severity: 'error', params, span: amount.span });
    return null;
  }
  // Each part's own cap is worked out on that part, one over several on the whole.
  const entity = over.kind === 'member' && per === 'person' ? over.entity : context.entity;
  const checked = checkAmount({ desk, raw, entity, period, cards, parameters }, amount);
  if (checked === null) return null;
  const proportional = fields === null ? '' : (scalarOf(fields, 'proportional')?.text ?? '');
  return { amount: checked.expr, per, proportional: yesWords.includes(proportional) };
}

function checkMembers({ desk }: BenefitContext, raw: RawRule, members: readonly Benefit[], over: Over): void {
  const [first] = members;
  if (first === undefined) return;
  const problem = (code: string, benefit: Benefit) =>
    desk.report({
      code,
      severity: 'error',
      params: { group: called(raw), benefit: called(benefit), over: entityWords(desk, over.entity) },
      span: raw.at,
    });
  for (const one of members) {
    if (one.period !== first.period) problem('group-mixed-periods', one);
    else if (over.kind === 'member' && one.entity !== over.entity) problem('group-needs-members', one);
    else if (one.amounts.length === 0) problem('group-without-amount', one);
    if (one.group !== null) problem('two-groups', one);
  }
}

function makeGroup(context: BenefitContext, raw: RawRule, benefits: readonly Benefit[]): Group | null {
  const { desk } = context;
  const field = (key: string) => raw.fields.get(key)?.value;
  const over = overOf(context, raw);
  const ids = idsOf(desk, 'benefit', field('benefits'));
  const members = ids.flatMap(id => benefits.find(one => one.id === id) ?? []);
  if (over === null) return null;
  checkMembers(context, raw, members, over);
  const counts = wordOf(scalarsOf(field('counts'))[0], countsWords) as Group['counts'];
  const caps = field('cap');
  const nodes = caps === undefined || isEmpty(caps) ? [] : caps.kind === 'list' ? caps.items : [caps];
  const missing =
    ids.length === 0 ? { zh: '项目', en: 'benefits' } : { zh: '计”或“封顶', en: 'counts or cap' };
  if (ids.length === 0 || (counts === null && nodes.length === 0))
    desk.report({
      code: 'missing-key',
      severity: 'error',
      params: { key: missing, of: called(raw) },
      span: raw.at,
    });
  const period = members[0]?.period ?? 'once';
  return {
    ...ruleOf(raw),
    benefits: benefits.filter(({ id }) => ids.includes(id)).map(({ id }) => id),
    over: over.kind,
    counts,
    caps: nodes.flatMap(node => capOf(context, raw, node, period, over) ?? []),
  };
}

/** The groups, and the benefits with the group that each belongs to. */
export function makeGroups(
  context: BenefitContext,
  raws: readonly RawRule[],
  benefits: readonly Benefit[],
): { groups: Group[]; benefits: Benefit[] } {
  const groups: Group[] = [];
  let grouped = [...benefits];
  for (const raw of raws) {
    const group = makeGroup(context, raw, grouped);
    if (group === null) continue;
    groups.push(group);
    grouped = grouped.map(one =>
      group.benefits.includes(one.id) && one.group === null ? { ...one, group: group.id } : one,
    );
  }
  return { groups, benefits: grouped };
}

const permitsOf = {
  parameters: {},
  household: { card: true, benefits: true },
  overall: { totals: true, served: true },
} as const;

export function makeAssertions({ desk, entity }: BenefitContext, raws: readonly RawRule[]): Assertion[] {
  return raws.flatMap((raw): Assertion[] => {
    const field = (key: string) => raw.fields.get(key)?.value;
    const must = field('must');
    if (must === undefined || isEmpty(must)) {
      const params = { key: { zh: '须', en: 'must' }, of: called(raw) };
      desk.report({ code: 'missing-key', severity: 'error', params, span: raw.at });
      return [];
    }
    const on = (wordOf(scalarsOf(field('on'))[0], assertionWords) ?? 'household') as Assertion['on'];
    const expr = check(desk, treeOf(desk, must), on === 'household' ? entity : null, BOOL, permitsOf[on]);
    return expr === null ? [] : [{ ...ruleOf(raw), on, expr }];
  });
}
