import { isAgeName } from './age.ts';
import type { Aggregate, AggregateOp, CompareOp, Expr, Op } from './expr.ts';
import { type Keyword, type KeywordId, keywords } from './keywords.ts';
import type { Lang } from './label.ts';
import { members } from './members.ts';
import { printAge, printNumber } from './print-number.ts';
import { sameDimension, type UnitTable } from './units.ts';

/** A thing that an expression names. */
export type Named =
  | { readonly kind: 'fact' | 'definition'; readonly entity: string; readonly id: string }
  | { readonly kind: 'parameter' | 'card' | 'benefit'; readonly id: string }
  | { readonly kind: 'entity'; readonly id: string; readonly plural: boolean }
  | { readonly kind: 'value'; readonly of: string; readonly id: string }
  /** Another policy, by what this one calls it. */
  | { readonly kind: 'use'; readonly id: string }
  /** The card that it gives, or all that it pays: as printed, for those who add to that. */
  | { readonly kind: 'given'; readonly use: string; readonly what: 'card' | 'amount'; readonly text: string }
  /** A benefit or quota whose result is asked for; `use` null: of this policy. */
  | {
      readonly kind: 'result';
      readonly use: string | null;
      readonly what: 'benefit' | 'quota';
      readonly id: string;
    };

/** How each thing is called in the printed text. */
export type Names = (named: Named) => string;

interface Printer {
  readonly lang: Lang;
  readonly names: Names;
  readonly units: UnitTable;
  /** Prints an operand, in brackets where it binds more loosely than its place asks. */
  show(expr: Expr, least: number): string;
  word(id: KeywordId | keyof typeof members): string;
}

/** How tightly each form binds, as the grammar has it. */
const LEVEL = {
  amount: 0,
  choice: 1,
  or: 2,
  and: 3,
  not: 4,
  comparison: 5,
  sum: 7,
  product: 8,
  unary: 9,
  primary: 11,
};

const levels: Readonly<Partial<Record<Op, number>>> = {
  cap: LEVEL.amount,
  floor: LEVEL.amount,
  if: LEVEL.choice,
  else: LEVEL.choice,
  or: LEVEL.or,
  and: LEVEL.and,
  not: LEVEL.not,
  lt: LEVEL.comparison,
  le: LEVEL.comparison,
  gt: LEVEL.comparison,
  ge: LEVEL.comparison,
  eq: LEVEL.comparison,
  ne: LEVEL.comparison,
  in: LEVEL.comparison,
  add: LEVEL.sum,
  subtract: LEVEL.sum,
  addTime: LEVEL.sum,
  multiply: LEVEL.product,
  divide: LEVEL.product,
  negate: LEVEL.unary,
};

function levelOf(expr: Expr): number {
  if (yearsApart(expr)) return LEVEL.sum;
  if (perPeriod(expr)) return LEVEL.primary;
  if (expr.op === 'number' && expr.value.startsWith('-')) return LEVEL.unary;
  return levels[expr.op] ?? LEVEL.primary;
}

/** The difference of calendar years in months is written as the difference alone. */
function yearsApart(expr: Expr): Extract<Expr, { op: 'subtract' }> | null {
  if (expr.op !== 'multiply' || expr.left.op !== 'subtract') return null;
  return isCalendarYear(expr.left.left) && isCalendarYear(expr.left.right) ? expr.left : null;
}

/** What another policy gives is money per month or year by itself: `登记.金额`. */
function perPeriod(expr: Expr): Expr | null {
  if (expr.op !== 'multiply' || expr.right.op !== 'number') return null;
  const { left, right } = expr;
  const ofOther = left.op === 'used' || (left.op === 'served' && left.use !== null);
  return ofOther && right.type.kind === 'number' && sameDimension(right.type.dimension, { month: -1 })
    ? left
    : null;
}

/** A span of time added to a calendar year counts there in years. */
function yearsAdded(expr: Expr): Expr {
  return expr.op === 'divide' && isCalendarYear(expr) ? expr.left : expr;
}

function isCalendarYear({ type }: Expr): boolean {
  return type.kind === 'number' && type.dimension['calendar-year'] === 1;
}

const numberWords: Readonly<Record<CompareOp, Readonly<Record<Lang, string>>>> = {
  lt: { zh: '低于', en: 'below' },
  le: { zh: '不超过', en: 'at most' },
  gt: { zh: '超过', en: 'above' },
  ge: { zh: '不低于', en: 'at least' },
  eq: { zh: '=', en: '=' },
  ne: { zh: '≠', en: '≠' },
};
const dateWords: typeof numberWords = {
  ...numberWords,
  lt: { zh: '早于', en: 'before' },
  le: { zh: '不晚于', en: 'not after' },
  gt: { zh: '晚于', en: 'after' },
  ge: { zh: '不早于', en: 'not before' },
};

const aggregateWords: Readonly<Record<AggregateOp, KeywordId>> = {
  any: 'any',
  every: 'every',
  count: 'count',
  sum: 'sum',
  minimum: 'min',
  maximum: 'max',
  average: 'average',
};

type Printers = { readonly [Code in Op]: (printer: Printer, expr: Extract<Expr, { op: Code }>) => string };

const binary =
  (sign: string, left: number, right: number) =>
  (printer: Printer, expr: { readonly left: Expr; readonly right: Expr }): string =>
    `${printer.show(expr.left, left)} ${sign} ${printer.show(expr.right, right)}`;

const plus = binary('+', LEVEL.sum, LEVEL.product);
const minus = binary('-', LEVEL.sum, LEVEL.product);
const times = binary('×', LEVEL.product, LEVEL.unary);

function compare(printer: Printer, expr: Extract<Expr, { op: CompareOp }>): string {
  const { lang, show } = printer;
  const words = expr.left.type.kind === 'date' && expr.right.type.kind === 'date' ? dateWords : numberWords;
  const left = ageLine(printer, expr.right, expr.left) ?? show(expr.left, LEVEL.sum);
  const right = ageLine(printer, expr.left, expr.right) ?? show(expr.right, LEVEL.sum);
  return `${left} ${words[expr.op][lang]} ${right}`;
}

/** A figure that the age is compared with, in years of age where it is whole. */
function ageLine(printer: Printer, other: Expr, line: Expr): string | null {
  return line.op === 'number' && isAge(printer, other)
    ? printAge(line.value, printer.lang, printer.units)
    : null;
}

function isAge({ names }: Printer, expr: Expr): boolean {
  const inner = expr.op === 'maximum' || expr.op === 'minimum' || expr.op === 'average' ? expr.body : expr;
  if (inner?.op !== 'fact' && inner?.op !== 'definition') return false;
  const { type, entity, id, op } = inner;
  const months = type.kind === 'number' && sameDimension(type.dimension, { month: 1 });
  return months && (isAgeName(id) || isAgeName(names({ kind: op, entity, id })));
}

function listed({ show }: Printer, args: readonly Expr[]): string {
  return `(${args.map(arg => show(arg, LEVEL.amount)).join(', ')})`;
}

function joined(id: 'and' | 'or', least: number) {
  return (printer: Printer, { args }: { readonly args: readonly Expr[] }): string =>
    args.map(arg => printer.show(arg, least)).join(` ${printer.word(id)} `);
}

function aggregate(printer: Printer, expr: Aggregate): string {
  const { names, show, word, lang } = printer;
  const each = expr.op === 'any' || expr.op === 'every';
  const parts = names({ kind: 'entity', id: expr.over, plural: !each });
  const name = word(aggregateWords[expr.op]);
  const where = expr.where ? `, ${word('where')} ${show(expr.where, LEVEL.or)}` : '';
  const body = expr.body ? show(expr.body, LEVEL.amount) : '';
  if (each) {
    const gap = lang === 'zh' && /^[^\u0020-\u007e]/.test(parts) ? '' : ' ';
    return `${name}${gap}${parts}(${body}${where})`;
  }
  return `${name}(${parts}${expr.body ? `, ${body}` : ''}${where})`;
}

/** The names of parts and functions, figures, and what is made of them; a new operator is missed here by the compiler. */
const printers: Printers = {
  number: ({ lang, units }, expr) =>
    printNumber(expr.value, expr.type.kind === 'number' ? expr.type.dimension : {}, lang, units),
  bool: ({ lang }, expr) => (expr.value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[lang],
  enum: ({ names }, expr) => {
    const of = expr.type.kind === 'enum' ? expr.type.of : '';
    return names(of === '#card' ? { kind: 'card', id: expr.value } : { kind: 'value', of, id: expr.value });
  },
  date: (_, expr) => expr.value,
  text: (_, expr) => `"${expr.value}"`,
  fact: ({ names }, { entity, id }) => names({ kind: 'fact', entity, id }),
  definition: ({ names }, { entity, id }) => names({ kind: 'definition', entity, id }),
  parameter: (printer, expr) => {
    const name = printer.names({ kind: 'parameter', id: expr.id });
    const implied = expr.keys.every(key => key.op === 'fact' || key.op === 'card');
    const text = implied ? name : `${name}${listed(printer, expr.keys)}`;
    return expr.lastYear ? `${printer.word('lastYear')}(${text})` : text;
  },
  benefit: ({ names }, { id }) => names({ kind: 'benefit', id }),
  card: ({ word }) => word('card'),
  used: ({ names, word }, { use, what }) => {
    const owner = names({ kind: 'use', id: use });
    if (what.kind === 'benefit')
      return `${owner}.${names({ kind: 'result', use, what: 'benefit', id: what.id })}`;
    return names({ kind: 'given', use, what: what.kind, text: `${owner}.${word(what.kind)}` });
  },
  served: ({ names, word }, { use, what }) => {
    const owner = use === null ? '' : `${names({ kind: 'use', id: use })}.`;
    return `${owner}${names({ kind: 'result', use, what: what.kind, id: what.id })}.${word('served')}`;
  },
  today: ({ word }) => word('today'),
  total: ({ names, word, lang }, expr) => {
    const owner =
      expr.card === '#none'
        ? word('noCard')
        : expr.card === '#all'
          ? word('allCards')
          : names({ kind: 'card', id: expr.card });
    const served = expr.served ? `.${word('served')}` : '';
    if (expr.what === 'money') return `${owner}.${names({ kind: 'benefit', id: expr.benefit! })}${served}`;
    return `${owner}.${lang === 'zh' ? (expr.what === 'households' ? '户数' : '人数') : expr.what}`;
  },
  not: ({ show, word }, { arg }) => `${word('not')} ${show(arg, LEVEL.not)}`,
  and: joined('and', LEVEL.not),
  or: joined('or', LEVEL.not),
  atLeast: (printer, { count, args }) =>
    printer.lang === 'zh'
      ? `至少 ${count} 项${listed(printer, args)}`
      : `at least ${count} of ${listed(printer, args)}`,
  known: ({ show, word }, { arg }) => `${word('known')}(${show(arg, LEVEL.amount)})`,
  in: ({ lang, show, names, units, word }, { arg, values }) => {
    const { type } = arg;
    const written = values.map(value => {
      if (type.kind === 'enum')
        return names(
          type.of === '#card' ? { kind: 'card', id: value } : { kind: 'value', of: type.of, id: value },
        );
      if (type.kind === 'number') return printNumber(value, type.dimension, lang, units);
      return type.kind === 'text' ? `"${value}"` : value;
    });
    return `${show(arg, LEVEL.sum)} ${word('in')} ${lang === 'zh' ? `（${written.join('、')}）` : `(${written.join(', ')})`}`;
  },
  lt: compare,
  le: compare,
  gt: compare,
  ge: compare,
  eq: compare,
  ne: compare,
  negate: ({ show }, { arg }) => `-${show(arg, LEVEL.unary)}`,
  add: (printer, expr) => plus(printer, { ...expr, right: yearsAdded(expr.right) }),
  subtract: (printer, expr) => minus(printer, { ...expr, right: yearsAdded(expr.right) }),
  multiply: (printer, expr) => {
    const result = perPeriod(expr);
    if (result) return printer.show(result, LEVEL.primary);
    const apart = yearsApart(expr);
    return apart ? minus(printer, apart) : times(printer, expr);
  },
  divide: binary('÷', LEVEL.product, LEVEL.unary),
  min: (printer, { args }) => `${printer.word('min')}${listed(printer, args)}`,
  max: (printer, { args }) => `${printer.word('max')}${listed(printer, args)}`,
  cap: ({ show, word }, { left, right }) =>
    `${show(left, LEVEL.amount)} ${word('cap')} ${show(right, LEVEL.sum)}`,
  floor: ({ show, word }, { left, right }) =>
    `${show(left, LEVEL.amount)} ${word('floor')} ${show(right, LEVEL.sum)}`,
  round: ({ show, word, lang, units }, { arg, step, mode, type }) => {
    const to = printNumber(step, type.kind === 'number' ? type.dimension : {}, lang, units);
    const way = word(mode === 'half-up' ? 'halfUp' : mode);
    return `${word('round')}(${show(arg, LEVEL.amount)}, ${to}, ${way})`;
  },
  if: ({ show, word }, { condition, then, otherwise }) =>
    `${word('if')} ${show(condition, LEVEL.or)} ${word('then')} ${show(then, LEVEL.or)} ${word('otherwise')} ${
      otherwise.op === 'if' ? show(otherwise, LEVEL.choice) : show(otherwise, LEVEL.or)
    }`,
  else: ({ show, word }, { arg, fallback }) =>
    `${show(arg, LEVEL.primary)} ${word('else')} ${show(fallback, LEVEL.primary)}`,
  any: aggregate,
  every: aggregate,
  count: aggregate,
  sum: aggregate,
  minimum: aggregate,
  maximum: aggregate,
  average: aggregate,
  addTime: (printer, expr) => {
    const { right } = expr;
    if (right.op !== 'number' || !right.value.startsWith('-')) return plus(printer, expr);
    return minus(printer, { left: expr.left, right: { ...right, value: right.value.slice(1) } });
  },
  elapsed: (printer, { unit, left, right }) => {
    const name = ({ year: 'yearsBetween', month: 'monthsBetween', day: 'daysBetween' } as const)[unit];
    return `${printer.word(name)}${listed(printer, [left, right])}`;
  },
  yearOf: ({ show, word }, { arg }) => `${word('yearOf')}(${show(arg, LEVEL.amount)})`,
};

/** An expression as a drafter would write it; reading and checking it gives the same expression, but for spans. */
export function printExpression(expr: Expr, lang: Lang, names: Names, units: UnitTable): string {
  const printer: Printer = {
    lang,
    names,
    units,
    word: id => {
      const word: Pick<Keyword, Lang> = id === 'amount' || id === 'served' ? members[id] : keywords[id];
      return word[lang][0] ?? word.zh[0] ?? word.en[0]!;
    },
    show: (inner, least) => {
      const print = printers[inner.op] as (printer: Printer, expr: Expr) => string;
      const text = print(printer, inner);
      return levelOf(inner) < least ? `(${text})` : text;
    },
  };
  return printer.show(expr, LEVEL.amount);
}
