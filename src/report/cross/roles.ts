import { type Agreement, type Cross, ROLES, type Role } from '../../analysis/cross/roles.ts';
import { type Outcome, outcomesOf } from '../../analysis/outcome.ts';
import type { Heads } from '../../analysis/people.ts';
import type { Lang } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { count, share } from '../amount.ts';
import { judgedCount, judgedWord } from '../judged.ts';
import { outcomeName } from '../names.ts';
import { type Look, letter } from '../overview-view.ts';
import { type Column, foldLines, tableLines } from '../table.ts';
import { roleName, say } from './words.ts';

/**
 * Two unrelated schemes: people by card (what is judged stands in the table of transitions), then what is judged and people
 * by role, and how far they agree.
 */
export function crossSection(cross: Cross, index: number, look: Look): string[] {
  const { lang, paint } = look;
  const { from, to, cards, cells, agreement } = cross;
  const names = { a: letter(0, lang), b: letter(index, lang) };
  const people = from.entity !== 'member' && cells.every(cell => cell.people !== null);
  const bracket = lang === 'zh' ? (unit: string) => `（${unit}）` : (unit: string) => ` (${unit})`;
  const table = (word: 'cards' | 'cross', unit: string, axis: Axis) => [
    paint.strong(`${say(word, lang, names)}${bracket(unit)}`),
    ...crossTable(axis, index, look),
    '',
  ];
  const byCard = axisOf(cards, outcomesOf(from), outcomesOf(to), isOutcome, 'people');
  const named = {
    ...byCard,
    from: byCard.from.map(each => outcomeName(from, each, lang)),
    to: byCard.to.map(each => outcomeName(to, each, lang)),
    alike: false,
  };
  const byRole = (of: keyof Heads) => {
    const axis = axisOf(cells, ROLES, ROLES, (a, b) => a === b, of);
    const name = (role: Role) => roleName(role, lang);
    return { ...axis, from: axis.from.map(name), to: axis.to.map(name), alike: true };
  };
  return [
    ...(people ? table('cards', say('people', lang), named) : []),
    ...table('cross', judgedWord(from, lang), byRole('households')),
    ...(people ? table('cross', say('people', lang), byRole('people')) : []),
    ...foldLines(agreementText(agreement, from, lang), 76).map(line => `  ${line}`),
  ];
}

const isOutcome = (a: Outcome, b: Outcome) => a.kind === b.kind && a.card === b.card;

/** A cross table with the names of its lines and columns; null: nobody. */
interface Axis {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly figures: readonly (readonly (number | null)[])[];
  /** Lines and columns of one name stand for one thing; colours do not. */
  readonly alike: boolean;
}

/** The lines and columns that occur, in the order of `lines` and `columns`. */
function axisOf<T>(
  cells: readonly (Heads & { readonly from: T; readonly to: T })[],
  lines: readonly T[],
  columns: readonly T[],
  same: (a: T, b: T) => boolean,
  of: keyof Heads,
) {
  const from = lines.filter(line => cells.some(cell => same(cell.from, line)));
  const to = columns.filter(column => cells.some(cell => same(cell.to, column)));
  const figures = from.map(line =>
    to.map(column => cells.find(cell => same(cell.from, line) && same(cell.to, column))?.[of] ?? null),
  );
  return { from, to, figures };
}

function crossTable({ from, to, figures, alike }: Axis, index: number, { lang, paint }: Look): string[] {
  const columns: Column[] = [
    { title: `${letter(0, lang)} ↓   ${letter(index, lang)} →` },
    ...to.map((title): Column => ({ title, align: 'right' })),
  ];
  const cell = (figure: number | null, same: boolean) => {
    if (figure === null) return '·';
    if (!alike) return count(figure);
    return (same ? paint.faint : paint.strong)(count(figure));
  };
  const rows = from.map((name, line) => [
    name,
    ...to.map((other, column) => cell(figures[line]![column]!, other === name)),
  ]);
  return tableLines(columns, rows, paint);
}

function agreementText({ judged, same, undetermined }: Agreement, policy: Policy, lang: Lang): string {
  const all = judged.households + undetermined.households;
  const bounds =
    undetermined.households === 0
      ? ''
      : say('agreementBounds', lang, {
          open: judgedCount(policy, undetermined.households, lang),
          low: share(same.households, all),
          high: share(same.households + undetermined.households, all),
        });
  return say('agreement', lang, {
    judged: judgedCount(policy, judged.households, lang),
    same: judgedCount(policy, same.households, lang),
    share: share(same.households, judged.households),
    bounds,
  });
}

/** The same for programs; `policy` is the place of the other scheme among the policies. */
export function crossJson({ cells, agreement }: Cross, policy: number): Record<string, unknown> {
  return { policy, roles: cells, agreement };
}
