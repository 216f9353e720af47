import type { Diagnostic } from '../language/diagnostic.ts';
import { isError } from '../language/diagnostic.ts';
import type { Expr } from '../language/expr.ts';
import { visit } from '../language/operands.ts';
import type { Span } from '../language/source.ts';
import { type Wording, wordings } from '../language/tree.ts';
import type { Desk } from './desk.ts';
import type { Report } from './fields.ts';
import { formExpressions } from './form/expressions.ts';
import { unreachableCards } from './lint-cards.ts';
import type { Policy } from './policy.ts';
import { quotaExpressions } from './quotas/checks.ts';
import type { RawPolicy } from './raw-policy.ts';
import { called } from './rule.ts';
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
  const { definitions, exclusions, benefits, groups, quotas, funds, assertions } = policy;
  const { duties, transitions, scope, vocabulary } = policy;
  return [
    ...Object.values(vocabulary.facts).flatMap(({ when, from }) => [when, from]),
    ...Object.values(definitions).map(({ expr }) => expr),
    scope,
    ...exclusions.map(({ when }) => when),
    ...benefits.flatMap(({ when, times, amounts }) => [when, times, ...amounts.map(({ amount }) => amount)]),
    ...groups.flatMap(({ caps }) => caps.map(({ amount }) => amount)),
    ...quotas.flatMap(quotaExpressions),
    ...Object.values(funds).flatMap(({ total, rank }) => [total, ...rank.map(({ expr }) => expr)]),
    ...assertions.map(({ expr }) => expr),
    ...duties.map(({ when }) => when),
    ...transitions.map(({ from }) => from),
    ...formExpressions(policy.form),
  ].filter(expr => expr !== null);
}

const orderings: ReadonlySet<string> = new Set(['lt', 'le', 'gt', 'ge']);

/** `支出 / 收入 > 60%`: the checker says that it is better multiplied out; this adds how. */
function multiplyOut(policy: Policy, session: Session): void {
  const words = ({ file, start, end }: Span) =>
    (session.sources.get(file)?.slice(start, end) ?? '').replace(/\s+/g, ' ').trim();
  const found = session.diagnostics.flatMap((one, at) => (one.code === 'multiply-out' ? [{ one, at }] : []));
  if (found.length === 0) return;
  for (const expr of expressionsOf(policy))
    visit(expr, one => {
      if (!orderings.has(one.op) || !('left' in one) || one.left.op !== 'divide') return;
      const { left, right } = one;
      const told = found.find(
        ({ one: { span } }) => span?.file === one.span.file && span.start === one.span.start,
      );
      const plain = left.span.end <= right.span.start && left.span.file === right.span.file;
      if (told === undefined || !plain) return;
      const sign = words({ ...left.span, start: left.span.end, end: right.span.start });
      const suggestion = `${words(left.left.span)} ${sign} ${words(right.span)} × ${words(left.right.span)}`;
      session.diagnostics[told.at] = { ...told.one, suggestion };
    });
}

function unused(policy: Policy, raw: RawPolicy, report: Report): void {
  const used = new Set<string>();
  for (const expr of expressionsOf(policy))
    visit(expr, one => {
      if (one.op === 'parameter') used.add(`parameter ${one.id}`);
      if (one.op === 'definition') used.add(`${one.entity}.${one.id}`);
      if (one.op === 'used' || one.op === 'served') used.add(`use ${one.use}`);
    });
  for (const one of raw.rules.uses)
    if (!used.has(`use ${one.id}`)) report(warning('unused-use', { name: called(one) }, one.at));
  for (const one of raw.rules.parameters)
    if (!used.has(`parameter ${one.id}`)) report(warning('unused-parameter', { name: called(one) }, one.at));
  for (const [key, one] of Object.entries(policy.definitions)) {
    const at = raw.rules.definitions.find(({ id }) => id === one.id)?.at ?? one.span;
    if (one.kind === 'definition' && !used.has(key))
      report(warning('unused-definition', { name: called(one) }, at));
  }
  const busy = new Set([...policy.duties, ...policy.stages, ...policy.samples].map(({ role }) => role));
  for (const one of raw.rules.roles)
    if (!busy.has(one.id)) report(warning('unused-role', { name: called(one) }, one.at));
  const paid = new Set(policy.benefits.map(({ fund }) => fund));
  for (const one of raw.rules.funds)
    if (!paid.has(one.id)) report(warning('unused-fund', { name: called(one) }, one.at));
}

/** Benefits whose cards and amounts do not match. */
function amounts(policy: Policy, raw: RawPolicy, report: Report): void {
  const card = (id: string) => called(policy.cards.find(one => one.id === id) ?? { id, label: {} });
  for (const one of policy.benefits) {
    const { id, cards, amounts: given } = one;
    const at = raw.rules.benefits.find(rule => rule.id === id)?.at;
    if (cards === null || at === undefined || given.length === 0 || given.some(part => part.cards === null))
      continue;
    const paid = new Set(given.flatMap(part => part.cards ?? []));
    const tell = (code: string, which: string) =>
      report(warning(code, { benefit: called(one), card: card(which) }, at));
    for (const which of cards) if (!paid.has(which)) tell('amount-missing-card', which);
    for (const which of paid) if (!cards.includes(which)) tell('amount-card-not-served', which);
  }
}

/** Where there is not enough for all, somebody has to come first for a reason. */
function withoutRank({ quotas, funds }: Policy, report: Report): void {
  const limited = Object.values(funds).filter(({ total }) => total !== null);
  for (const one of [...quotas, ...limited])
    if (one.rank.length === 0) report(warning('quota-without-rank', { name: called(one) }, one.span));
}

/** What a drafter would want to be told of a policy that is otherwise right. */
export function lint(policy: Policy, raw: RawPolicy, desk: Desk, session: Session): void {
  const { report } = session;
  twoWordings(desk, report);
  multiplyOut(policy, session);
  amounts(policy, raw, report);
  // Where something is missing for its errors, "unused" would often be wrong.
  if (session.diagnostics.some(isError)) return;
  unused(policy, raw, report);
  withoutRank(policy, report);
  for (const { card, before, span } of unreachableCards(policy, raw))
    report(warning('card-unreachable', { card: called(card), before: called(before) }, span));
}
