import { type Agreement, type Cross, ROLES, type Role } from '../../analysis/cross/roles.ts';
import type { Heads } from '../../analysis/people.ts';
import type { Lang } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { count, share } from '../amount.ts';
import { judgedCount, judgedWord } from '../judged.ts';
import { type Look, letter } from '../overview-view.ts';
import { type Column, foldLines, tableLines } from '../table.ts';
import { roleName, say } from './words.ts';

/** Two unrelated schemes by the roles of their cards: what is judged, people, and how far they agree. */
export function crossSection(cross: Cross, index: number, look: Look): string[] {
  const { lang, paint } = look;
  const { from, agreement } = cross;
  const names = { a: letter(0, lang), b: letter(index, lang) };
  const people = from.entity !== 'member' && cross.cells.every(cell => cell.people !== null);
  const parts = [
    { unit: judgedWord(from, lang), of: 'households' as const },
    ...(people ? [{ unit: say('people', lang), of: 'people' as const }] : []),
  ];
  const bracket = lang === 'zh' ? (unit: string) => `（${unit}）` : (unit: string) => ` (${unit})`;
  return [
    ...parts.flatMap(({ unit, of }) => [
      paint.strong(`${say('cross', lang, names)}${bracket(unit)}`),
      ...crossTable(cross, index, of, look),
    ]),
    ...foldLines(agreementText(agreement, from, lang), 76).map(line => `  ${line}`),
  ];
}

function crossTable({ cells }: Cross, index: number, of: keyof Heads, { lang, paint }: Look): string[] {
  const rows = ROLES.filter(role => cells.some(({ from }) => from === role));
  const across = ROLES.filter(role => cells.some(({ to }) => to === role));
  const columns: Column[] = [
    { title: `${letter(0, lang)} ↓   ${letter(index, lang)} →` },
    ...across.map((role): Column => ({ title: roleName(role, lang), align: 'right' })),
  ];
  const cell = (from: Role, to: Role) => {
    const found = cells.find(each => each.from === from && each.to === to);
    if (!found) return '·';
    const text = count(found[of] ?? 0);
    return from === to ? paint.faint(text) : paint.strong(text);
  };
  return tableLines(
    columns,
    rows.map(from => [roleName(from, lang), ...across.map(to => cell(from, to))]),
    paint,
  );
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
