import { checkExtreme, checkNumeric, checkRound } from './check-arithmetic.ts';
import { checkAlike } from './check-choice.ts';
import { type Checked, type Context, checked, functionWords, type Hint, report } from './check-context.ts';
import { checkApply, checkParameter, referentsOf, unknownName } from './check-names.ts';
import { checkAggregate, isAggregate, misses } from './check-parts.ts';
import { checkElapsed, checkYearOf } from './check-time.ts';
import type { Expr } from './expr.ts';
import type { FunctionName, TreeOf } from './tree.ts';
import { BOOL } from './types.ts';

type Call = TreeOf<'call'>;
type Builtin = (context: Context, tree: Call, hint: Hint) => Checked | null;

/** Every builtin of the language; a new one is missed here by the compiler. */
const builtins: Readonly<Record<FunctionName, Builtin>> = {
  count: checkAggregate,
  average: checkAggregate,
  sum: (context, tree, hint) =>
    isAggregate(context, tree) ? checkAggregate(context, tree) : checkSum(context, tree, hint),
  min: (context, tree, hint) => extreme(context, 'min', tree, hint),
  max: (context, tree, hint) => extreme(context, 'max', tree, hint),
  round: checkRound,
  known: checkKnown,
  unknown: checkKnown,
  lastYear: checkLastYear,
  yearOf: checkYearOf,
  yearsBetween: checkElapsed,
  monthsBetween: checkElapsed,
  daysBetween: checkElapsed,
};

export function checkCall(context: Context, tree: Call, hint: Hint): Checked | null {
  if (tree.over && !isPartsFunction(tree.name))
    return report(context, 'not-of-parts', tree.span, { name: functionWords(tree) });
  return builtins[tree.name](context, tree, hint);
}

function isPartsFunction(name: FunctionName): boolean {
  return name === 'count' || name === 'sum' || name === 'min' || name === 'max' || name === 'average';
}

function extreme(context: Context, op: 'min' | 'max', tree: Call, hint: Hint): Checked | null {
  if (isAggregate(context, tree)) return checkAggregate(context, tree);
  if (tree.args.length < 2 && misses(context, tree.args[0])) return null;
  if (tree.args.length < 2)
    return report(context, 'extreme-of-one', tree.span, { name: functionWords(tree) });
  return checkExtreme(context, op, tree.args, tree.span, hint);
}

/** `合计(a, b, c)` is a + b + c. */
function checkSum(context: Context, tree: Call, hint: Hint): Checked | null {
  if (tree.args.length < 2 && misses(context, tree.args[0])) return null;
  if (tree.args.length < 2)
    return report(context, 'aggregate-form', tree.span, { name: functionWords(tree), over: '…' });
  const terms = checkAlike(context, tree.args, tree.span, hint);
  if (!terms || !checkNumeric(context, tree.args[0]!)) return null;
  const [first, ...rest] = terms.map(term => term.expr);
  const expr = rest.reduce<Expr>(
    (left, right) => ({ op: 'add', type: left.type, left, right, span: tree.span }),
    first!,
  );
  return checked(expr, terms[0]!.period);
}

function checkKnown(context: Context, tree: Call): Checked | null {
  const [arg] = tree.args;
  const { span } = tree;
  if (!arg || tree.args.length > 1)
    return report(context, 'wrong-arguments', span, {
      name: functionWords(tree),
      wanted: 1,
      given: tree.args.length,
    });
  const found = context.check(context, arg);
  if (!found) return null;
  const known: Expr = { op: 'known', type: BOOL, arg: found.expr, span };
  return checked(tree.name === 'unknown' ? { op: 'not', type: BOOL, arg: known, span } : known);
}

function checkLastYear(context: Context, tree: Call, hint: Hint): Checked | null {
  const [arg] = tree.args;
  if (arg?.kind === 'apply' && tree.args.length === 1) return checkApply(context, arg, hint, true);
  if (arg?.kind === 'name' && tree.args.length === 1) {
    const found = referentsOf(context, arg.name);
    if (found.length === 0) return unknownName(context, arg);
    const parameter = found.find(one => one.kind === 'parameter');
    if (parameter?.kind === 'parameter')
      return checkParameter(context, parameter, { name: arg.name, span: tree.span }, null, true);
  }
  return report(context, 'last-year-form', tree.span);
}
