import type { Diagnostic } from '../language/diagnostic.ts';
import { isError } from '../language/diagnostic.ts';
import type { Expr } from '../language/expr.ts';
import { visit } from '../language/operands.ts';
import type { Span } from '../language/source.ts';
import { type Wording, wordings } from '../language/tree.ts';
import type { Desk } from './desk.ts';
import type { Report } from './fields.ts';
import { unreachableCards } from './lint-cards.ts';
import type { Policy } from './policy.ts';
import type { RawPolicy } from './raw-policy.ts';
import type { Session } from './session.ts';

function warning(
  code: string,
  params: Diagnostic['params'],
  span: Span,
  related?: Span,
  suggestion?: string,
): Diagnostic {
  return {
    code,
    severity: 'warning',
    params,
    span,
    ...(related === undefined ? {} : { related: [related] }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** On which side of the line a wording puts what is exactly on it. */
const sideOfLine = ({ side, inclusive }: Wording) => (inclusive === (side === 'below') ? 'below' : 'above');

/** One line in one document that some words include and others do not. */
function twoWordings(desk: Desk, report: Report): void {
  const first = new Map<string, Wording>();
  const told = new Set<string>();
  for (const wording of desk.trees.flatMap(wordings)) {
    // A line with a name is one line whatever is measured by it; a bare figure only for the same thing.
    const named = !/^[\d０-９.,]/.test(wording.line);
    const key = `${wording.span.file} ${named ? '' : wording.subject} ${wording.line}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, wording);
    else if (sideOfLine(before) !== sideOfLine(wording) && !told.has(key)) {
      told.add(key);
      const params = { line: wording.line, first: before.word, second: wording.word };
      report(warning('two-wordings', params, wording.span, before.span));
    }
  }
}

/** Every expression of a policy. */
export function expressionsOf(policy: Policy): Expr[] {
  const { definitions, exclusions, benefits, groups, assertions, scope, vocabulary } = policy;
  return [
    ...Object.values(vocabulary.facts).flatMap(({ when, from }) => [when, from]),
    ...Object.values(definitions).map(({ expr }) => expr),
    scope,
    ...exclusions.map(({ when }) => when),
    ...benefits.flatMap(({ when, times, amounts }) => [when, times, ...amounts.map(({ amount }) => amount)]),
    ...groups.flatMap(({ caps }) => caps.map(({ amount }) => amount)),
    ...assertions.map(({ expr }) => expr),
  ].filter(expr => expr !== null);
}

const orderings: ReadonlySet<string> = new Set(['lt', 'le', 'gt', 'ge']);

function isConstant(expr: Expr): boolean {
  let constant = true;
  visit(expr, ({ op }) => {
    if (op === 'fact' || op === 'definition' || op === 'benefit') constant = false;
  });
  return constant;
}

/** `支出 / 收入 > 60%`: better multiplied out. */
function divisions(policy: Policy, sources: ReadonlyMap<string, string>, report: Report): void {
  const words = ({ file, start, end }: Span) =>
    (sources.get(file)?.slice(start, end) ?? '').replace(/\s+/g, ' ');
  for (const expr of expressionsOf(policy))
    visit(expr, one => {
      if (!orderings.has(one.op) || !('left' in one) || one.left.op !== 'divide') return;
      const { left, right } = one;
      if (isConstant(left.right) || !isConstant(right)) return;
      const sign = words({ ...left.span, start: left.span.end, end: right.span.start }).trim();
      const suggestion = `${words(left.left.span)} ${sign} ${words(right.span)} × ${words(left.right.span)}`;
      const whole = left.span.end <= right.span.start && left.span.file === right.span.file;
      report(warning('division', {}, one.span, undefined, whole ? suggestion : undefined));
    });
}

function unused(policy: Policy, raw: RawPolicy, report: Report): void {
  const used = new Set<string>();
  for (const expr of expressionsOf(policy))
    visit(expr, one => {
      if (one.op === 'parameter') used.add(`parameter ${one.id}`);
      if (one.op === 'definition') used.add(`${one.entity}.${one.id}`);
    });
  for (const { id, at } of raw.rules.parameters)
    if (!used.has(`parameter ${id}`)) report(warning('unused-parameter', { name: id }, at));
  for (const { entity, id, kind, span } of Object.values(policy.definitions)) {
    const at = raw.rules.definitions.find(one => one.id === id)?.at ?? span;
    if (kind === 'definition' && !used.has(`${entity}.${id}`))
      report(warning('unused-definition', { name: id }, at));
  }
  const paid = new Set(policy.benefits.map(({ fund }) => fund));
  for (const { id, at } of raw.rules.funds)
    if (!paid.has(id)) report(warning('unused-fund', { name: id }, at));
}

/** Benefits whose cards and amounts do not match. */
function amounts(policy: Policy, raw: RawPolicy, report: Report): void {
  for (const { id, cards, amounts: given } of policy.benefits) {
    const at = raw.rules.benefits.find(one => one.id === id)?.at;
    if (cards === null || at === undefined || given.length === 0 || given.some(one => one.cards === null))
      continue;
    const paid = new Set(given.flatMap(one => one.cards ?? []));
    for (const card of cards)
      if (!paid.has(card)) report(warning('amount-missing-card', { benefit: id, card }, at));
    for (const card of paid)
      if (!cards.includes(card)) report(warning('amount-card-not-served', { benefit: id, card }, at));
  }
}

/** What a drafter would want to be told of a policy that is otherwise right. */
export function lint(policy: Policy, raw: RawPolicy, desk: Desk, session: Session): void {
  const { report } = session;
  twoWordings(desk, report);
  divisions(policy, session.sources, report);
  amounts(policy, raw, report);
  // Where something is missing for its errors, "unused" would often be wrong.
  if (session.diagnostics.some(isError)) return;
  unused(policy, raw, report);
  for (const { card, before, span } of unreachableCards(policy, raw))
    report(warning('card-unreachable', { card, before }, span));
}
