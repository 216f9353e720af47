/** Random well-typed expressions over the test county, as the checker would make them. */
import fc from 'fast-check';
import type { Expr } from '../../src/language/expr.ts';
import { BOOL, CARD, DATE, type Dimension, TEXT, type Type } from '../../src/language/types.ts';
import { multiplyDimensions } from '../../src/language/units.ts';
import { AREA, CATTLE, MONEY, PER_HEAD, PERSONS, RATIO, TIME, YEAR, YEARLY } from './fixture.ts';

const span = { file: '', start: 0, end: 0 };
type Make = fc.Arbitrary<Expr>;

const node = (op: string, type: Type, rest: object): Expr => ({ op, type, span, ...rest }) as Expr;
const dimension = (type: Type): Dimension => (type.kind === 'number' ? type.dimension : {});
const fact = (type: Type, entity: string, id: string): Expr => node('fact', type, { entity, id });
const constant = (type: Type, value: string): Expr => node('number', type, { value });

const whole = fc.integer({ min: -2_000_000, max: 2_000_000 });
const fraction = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(3, 7, 11, 13))
  .filter(([top, bottom]) => top % bottom !== 0)
  .map(([top, bottom]) => `${top}/${bottom}`);

function figure(type: Type): Make {
  return fc.oneof(
    { weight: 4, arbitrary: whole.map(value => constant(type, String(value))) },
    { weight: 1, arbitrary: fraction.map(value => constant(type, value)) },
  );
}

/** What another policy gives the household. */
const given = (what: object, type: Type = MONEY): Expr =>
  node('used', type, { use: 'registration', entity: 'household', what });
const left = (kind: string, id: string, type: Type): Expr =>
  node('served', type, { use: 'registration', entity: 'household', what: { kind, id } });
/** Money that it gives each month or year. */
const each = (money: Expr, value: string): Expr =>
  node('multiply', YEARLY, {
    left: money,
    right: constant({ kind: 'number', dimension: { month: -1 } }, value),
  });
const cardOfOther = given({ kind: 'card' }, { kind: 'enum', of: '#card:registration' });

const facts: readonly Expr[] = [
  each(given({ kind: 'amount' }), '1/12'),
  each(given({ kind: 'benefit', id: 'relief' }), '1'),
  each(left('benefit', 'yearly', MONEY), '1/12'),
  given({ kind: 'benefit', id: 'gift' }),
  fact(YEARLY, 'household', 'wage_income'),
  fact(YEARLY, 'household', 'income'),
  fact(MONEY, 'household', 'repair_costs'),
  fact(MONEY, 'household', 'medical_costs'),
  node('definition', PERSONS, { entity: 'household', id: 'size' }),
  node('definition', PER_HEAD, { entity: 'household', id: 'income_per_head' }),
  node('parameter', PER_HEAD, { id: 'warning_line', lastYear: false, keys: [] }),
  node('parameter', PER_HEAD, { id: 'poverty_line', lastYear: true, keys: [] }),
  node('parameter', RATIO, { id: 'share', lastYear: false, keys: [] }),
  node('benefit', MONEY, { id: 'industry-funds' }),
  node('parameter', MONEY, {
    id: 'grant',
    lastYear: false,
    keys: [
      node('enum', { kind: 'enum', of: 'village.village_type' }, { value: 'poor' }),
      node('enum', CARD, { value: 'red' }),
    ],
  }),
];
const ofMembers: readonly Expr[] = [fact(TIME, 'member', 'age'), fact(YEARLY, 'member', 'wage')];
const ofHoldings: readonly Expr[] = [fact(AREA, 'holding', 'area'), fact(CATTLE, 'holding', 'cattle')];
const flags: Readonly<Record<string, readonly Expr[]>> = {
  household: ['registered', 'illness_risk', 'disaster_risk', 'has_car']
    .map(id => fact(BOOL, 'household', id))
    .concat(fact(BOOL, 'county', 'mountainous'), left('quota', 'size-control', BOOL)),
  member: [
    fact(BOOL, 'member', 'severe_illness'),
    node('definition', BOOL, { entity: 'member', id: 'earner' }),
  ],
  holding: [],
};
const enums: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  household: [
    ['household.poverty_status', ['not_exited', 'exited', 'relapsed']],
    ['village.village_type', ['poor', 'ordinary']],
    ['#card:registration', ['poor', 'ordinary']],
  ],
  member: [
    ['member.labour', ['full', 'weak', 'lost', 'none']],
    ['member.disability_grade', ['none', '1', '2']],
  ],
  holding: [],
};
const parts: Readonly<Record<string, readonly string[]>> = {
  household: ['member', 'holding'],
  member: [],
  holding: [],
};

const typeKey = (type: Type): string => JSON.stringify(Object.entries(dimension(type)).sort());
const numericTypes = [MONEY, YEARLY, PER_HEAD, PERSONS, RATIO];

/** A number of a type, on an entity. */
function numeric(type: Type, entity: string, depth: number): Make {
  const known = [...facts, ...(entity === 'member' ? ofMembers : entity === 'holding' ? ofHoldings : [])];
  const leaves = known.filter(expr => typeKey(expr.type) === typeKey(type));
  const leaf = leaves.length > 0 ? fc.oneof(fc.constantFrom(...leaves), figure(type)) : figure(type);
  if (depth <= 0) return leaf;
  const inner = () => numeric(type, entity, depth - 1);
  const ratio = () => numeric(RATIO, entity, depth - 1);
  const pair = (op: string, left: Make, right: Make) =>
    fc.tuple(left, right).map(([a, b]) => node(op, type, { left: a, right: b }));
  const forms: Make[] = [
    leaf,
    pair('add', inner(), inner()),
    pair('subtract', inner(), inner()),
    fc.oneof(pair('multiply', ratio(), inner()), pair('multiply', inner(), ratio())),
    pair(
      'divide',
      inner(),
      ratio().filter(expr => expr.op !== 'number' || expr.value !== '0'),
    ).filter(nonZeroDivisor),
    inner()
      .filter(expr => expr.op !== 'number')
      .map(arg => node('negate', type, { arg })),
    fc.array(inner(), { minLength: 2, maxLength: 3 }).map(args => node('min', type, { args })),
    fc.array(inner(), { minLength: 2, maxLength: 3 }).map(args => node('max', type, { args })),
    pair('cap', inner(), inner()),
    pair('floor', inner(), inner()),
    fc
      .tuple(inner(), fc.integer({ min: 1, max: 5000 }), fc.constantFrom('up', 'down', 'half-up'))
      .map(([arg, step, mode]) => node('round', type, { arg, step: String(step), mode })),
    fc
      .tuple(condition(entity, depth - 1), inner(), inner())
      .map(([c, then, otherwise]) => node('if', type, { condition: c, then, otherwise })),
    fc
      .tuple(
        inner().filter(expr => !isFigure(expr)),
        inner(),
      )
      .map(([arg, fallback]) => node('else', type, { arg, fallback })),
  ];
  if (typeKey(type) === typeKey(PER_HEAD)) {
    forms.push(
      fc
        .tuple(
          numeric(YEARLY, entity, depth - 1),
          numeric(PERSONS, entity, 0).filter(expr => expr.op !== 'number'),
        )
        .map(([left, right]) =>
          node(
            'divide',
            { kind: 'number', dimension: multiplyDimensions(dimension(YEARLY), dimension(PERSONS), -1) },
            { left, right },
          ),
        ),
    );
  }
  if (entity === 'household') forms.push(...aggregates(type, depth));
  return fc.oneof(...forms);
}

function isFigure(expr: Expr): boolean {
  if (expr.op === 'number') return true;
  if (expr.op === 'negate') return isFigure(expr.arg);
  return (
    'left' in expr &&
    ['add', 'subtract', 'multiply', 'divide'].includes(expr.op) &&
    isFigure(expr.left) &&
    isFigure(expr.right)
  );
}

/** The checker refuses a divisor that is a constant zero, however it is made up. */
function nonZeroDivisor(expr: Expr): boolean {
  return (
    expr.op === 'divide' &&
    (!isFigure(expr.right) || (expr.right.op === 'number' && expr.right.value !== '0'))
  );
}

function aggregates(type: Type, depth: number): Make[] {
  const where = fc.option(condition('member', depth - 1), { nil: null });
  if (typeKey(type) === typeKey(PERSONS))
    return [where.map(one => node('count', type, { over: 'member', where: one, body: null }))];
  if (typeKey(type) !== typeKey(YEARLY)) return [];
  return [
    fc
      .tuple(
        fc.constantFrom('sum', 'minimum', 'maximum', 'average'),
        where,
        numeric(YEARLY, 'member', depth - 1),
      )
      .map(([op, one, body]) => node(op, type, { over: 'member', where: one, body })),
  ];
}

const comparisons = ['lt', 'le', 'gt', 'ge', 'eq', 'ne'] as const;

function dates(entity: string, depth: number): Make {
  const leaf = fc.oneof(
    fc.constant(fact(DATE, 'household', 'exit_date')),
    fc.constant(node('today', DATE, {})),
    fc.constantFrom('2016-12-31', '2020-02-29').map(value => node('date', DATE, { value })),
    ...(entity === 'member' ? [fc.constant(fact(DATE, 'member', 'birth_date'))] : []),
  );
  if (depth <= 0) return leaf;
  const span1 = fc.tuple(fc.constantFrom('month', 'day'), fc.integer({ min: -400, max: 400 }));
  return fc.oneof(
    leaf,
    fc.tuple(dates(entity, depth - 1), span1).map(([left, [unit, value]]) =>
      node('addTime', DATE, {
        unit,
        left,
        right: constant({ kind: 'number', dimension: { [unit]: 1 } }, String(value)),
      }),
    ),
  );
}

/** A condition on an entity. */
export function condition(entity: string, depth: number): Make {
  const leaves: Make[] = [fc.boolean().map(value => node('bool', BOOL, { value }))];
  if (flags[entity]!.length > 0) leaves.push(fc.constantFrom(...flags[entity]!));
  for (const [of, values] of enums[entity]!) {
    const type: Type = { kind: 'enum', of };
    const [owner, id] = of.split('.') as [string, string];
    const left = of.startsWith('#card:') ? cardOfOther : fact(type, owner, id);
    leaves.push(
      fc
        .tuple(fc.constantFrom('eq', 'ne'), fc.constantFrom(...values))
        .map(([op, value]) => node(op, BOOL, { left, right: node('enum', type, { value }) })),
      fc
        .uniqueArray(fc.constantFrom(...values), { minLength: 1 })
        .map(list => node('in', BOOL, { arg: left, values: list })),
    );
  }
  const leaf = fc.oneof(...leaves);
  if (depth <= 0) return leaf;
  const inner = () => condition(entity, depth - 1);
  const several = (least: number) => fc.array(inner(), { minLength: least, maxLength: 3 });
  const compare = fc
    .constantFrom(...numericTypes)
    .chain(type =>
      fc
        .tuple(
          fc.constantFrom(...comparisons),
          numeric(type, entity, depth - 1),
          numeric(type, entity, depth - 1),
        )
        .map(([op, left, right]) => node(op, BOOL, { left, right })),
    );
  const forms: Make[] = [
    leaf,
    compare,
    compare,
    inner().map(arg => node('not', BOOL, { arg })),
    several(2).map(args => node('and', BOOL, { args })),
    several(2).map(args => node('or', BOOL, { args })),
    several(2).chain(args =>
      fc.integer({ min: 1, max: args.length }).map(count => node('atLeast', BOOL, { count, args })),
    ),
    fc
      .oneof(inner(), numeric(YEARLY, entity, depth - 1), dates(entity, depth - 1))
      .map(arg => node('known', BOOL, { arg })),
    fc
      .tuple(inner(), inner(), inner())
      .map(([c, then, otherwise]) => node('if', BOOL, { condition: c, then, otherwise })),
    fc
      .tuple(fc.constantFrom('eq', 'ne'), inner(), fc.boolean())
      .map(([op, left, value]) => node(op, BOOL, { left, right: node('bool', BOOL, { value }) })),
    fc
      .tuple(fc.constantFrom(...comparisons), dates(entity, depth - 1), dates(entity, depth - 1))
      .map(([op, left, right]) => node(op, BOOL, { left, right })),
    fc
      .tuple(
        fc.constantFrom('year', 'month', 'day'),
        dates(entity, 0),
        dates(entity, 0),
        fc.integer({ min: 1, max: 900 }),
      )
      .map(([unit, left, right, value]) => {
        const type: Type = { kind: 'number', dimension: { [unit === 'day' ? 'day' : 'month']: 1 } };
        return node('ge', BOOL, {
          left: node('elapsed', type, { unit, left, right }),
          right: constant(type, String(value)),
        });
      }),
    fc
      .tuple(dates(entity, 0), fc.integer({ min: 1950, max: 2030 }))
      .map(([arg, year]) =>
        node('lt', BOOL, { left: node('yearOf', YEAR, { arg }), right: constant(YEAR, String(year)) }),
      ),
    fc.constant(
      node('eq', BOOL, {
        left: fact(TEXT, 'household', 'note'),
        right: node('text', TEXT, { value: '五保 (old)' }),
      }),
    ),
  ];
  for (const over of parts[entity]!) {
    const where = fc.option(condition(over, depth - 1), { nil: null });
    forms.push(
      fc
        .tuple(fc.constantFrom('any', 'every'), where, condition(over, depth - 1))
        .map(([op, one, body]) => node(op, BOOL, { over, where: one, body })),
    );
  }
  return fc.oneof(...forms);
}

/** Conditions and numbers on a household. */
export const anyExpression: Make = fc.oneof(
  condition('household', 3),
  ...numericTypes.map(type => numeric(type, 'household', 3)),
);
