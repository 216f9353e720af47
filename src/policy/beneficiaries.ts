import type { Expr } from '../language/expr.ts';
import { isAtOrAbove } from '../language/scope.ts';
import type { Amount } from './amounts.ts';
import type { Desk } from './desk.ts';
import { entityWords } from './lookup.ts';
import { called, type RawRule } from './rule.ts';

/** Who gets a benefit. */
export interface Beneficiaries {
  readonly entity: string;
  readonly cards: readonly string[] | null;
  /** `人均`: the amount is one person's. */
  readonly perPerson: boolean;
}

type Unit = 'person' | 'household';

/** The entities of which `/人` and `/户` mean one. */
const entityOf: Readonly<Record<Unit, string>> = { person: 'member', household: 'household' };

/** How many of them the beneficiary has. */
function headCount(desk: Desk, entity: string, raw: RawRule, unit: Unit): Expr | null {
  const over = entityOf[unit];
  if (over === entity || !Object.hasOwn(desk.entities, over) || !isAtOrAbove(desk.entities, entity, over)) {
    desk.report({ code: 'no-persons', severity: 'error', params: { benefit: called(raw) }, span: raw.at });
    return null;
  }
  const type = { kind: 'number', dimension: { [unit]: 1 } } as const;
  return { op: 'count', type, over, where: null, body: null, span: raw.span };
}

/** Amounts that say `/人` (or, above the household, `/户`) and ones that do not cannot stand in one benefit. */
function checkMixed(
  desk: Desk,
  raw: RawRule,
  who: Beneficiaries,
  amounts: readonly Amount[],
  each: Amount,
): void {
  const unit = each.beneficiary;
  const said = who.perPerson && unit === 'person';
  const odd =
    amounts.find(({ beneficiary }) => beneficiary !== null && beneficiary !== unit) ??
    (said ? undefined : amounts.find(({ beneficiary }) => beneficiary !== unit));
  if (odd !== undefined)
    desk.report({
      code: 'mixed-beneficiaries',
      severity: 'error',
      params: { benefit: called(raw) },
      span: odd.amount.span,
      related: [each.amount.span],
    });
}

/** By what the amounts of a benefit are multiplied: the people of a household, the households or people of a village. */
export function timesOf(
  { desk, entity }: { readonly desk: Desk; readonly entity: string },
  raw: RawRule,
  who: Beneficiaries,
  amounts: readonly Amount[],
): Expr | null {
  const isPerson = who.entity === entityOf.person;
  if (who.perPerson && (who.entity !== entity || isPerson)) {
    const params = { benefit: called(raw) };
    desk.report({ code: 'per-person-twice', severity: 'error', params, span: raw.at });
    return null;
  }
  const each = amounts.find(
    ({ beneficiary }) => beneficiary !== null && entityOf[beneficiary] !== who.entity,
  );
  if (each === undefined || each.beneficiary === null)
    return who.perPerson ? headCount(desk, entity, raw, 'person') : null;
  if (who.entity !== entity || isPerson) {
    const code = isPerson && each.beneficiary === 'household' ? 'household-amount-each' : 'amount-of-others';
    const params = { benefit: called(raw), each: entityWords(desk, who.entity) };
    desk.report({ code, severity: 'error', params, span: each.amount.span });
    return null;
  }
  checkMixed(desk, raw, who, amounts, each);
  return headCount(desk, entity, raw, each.beneficiary);
}
