/** What the sections of the overview are made of: rows, and the columns that both sides have. */
import type { Money, Sides } from '../../protocol.ts';
import { bothOf, type OverviewRow } from '../../state/overview-rows.ts';
import { frameWords } from '../../words/frame.ts';
import type { overviewWords as w } from '../../words/overview.ts';
import { say } from '../../words.ts';
import { differenceForms, type Forms } from '../layout/figures.ts';
import type { Piece, Style } from '../layout/line.ts';
import { type Cell, type Column, figures as figureCell } from '../layout/table.ts';
import type { Compared } from './overview-view.ts';

export type Title = (OverviewRow & { kind: 'title' })['of'];

/** A row before its name is fitted. */
export interface Named {
  readonly key: string;
  readonly name: string;
  readonly mark?: Piece;
  readonly cells: readonly Cell[];
  readonly style?: Style;
}

export interface Section {
  readonly of: Title;
  readonly columns: readonly Column[];
  readonly rows: readonly Named[];
}

type Word = (typeof w)[keyof typeof w];

/** `户甲`, `A households`; as much of it as fits. */
export function head({ lang }: Compared, at: 0 | 1 | null, ...names: Word[]): readonly string[] {
  const side = at === null ? '' : say(at === 0 ? frameWords.a : frameWords.b, lang);
  const all = names.map(name => say(name, lang));
  const said = all.map(name => (lang === 'zh' ? `${side}${name}` : side === '' ? name : `${side} ${name}`));
  return said;
}

interface Figured {
  readonly costs: readonly (number | null)[];
  readonly group?: string;
}

export const column = (headed: readonly string[], { costs, group }: Figured): Column => ({
  kind: 'figure',
  head: headed,
  costs,
  ...(group !== undefined && { group }),
});

/** The same column of both sides, which give way together. */
export function pair(
  view: Compared,
  group: string,
  costs: readonly (number | null)[],
  ...names: Word[]
): Column[] {
  return ([0, 1] as const).map(at => column(head(view, at, ...names), { costs, group }));
}

/** Of B, bold where it is not as A has it. */
export function cells(a: Forms, b: Forms): Cell[] {
  return [figureCell(a), a[0] === b[0] ? figureCell(b) : figureCell(b, { bold: true })];
}

export const difference = (a: number, b: number, lang: Compared['lang']): Cell =>
  figureCell(differenceForms(b - a, lang), a === b ? { dim: true } : {});

function byId<T>(all: readonly T[], key: (each: T) => string): ReadonlyMap<string, T> {
  return new Map(all.map(each => [key(each), each]));
}

export const sidesOf = <T>(
  { figures }: Compared,
  of: (side: Compared['figures']['sides'][0]) => T,
): Sides<T> => [of(figures.sides[0]), of(figures.sides[1])];

/** All that either side has, by their keys. */
export function both<T>(
  view: Compared,
  of: (side: Compared['figures']['sides'][0]) => readonly T[],
  key: (each: T) => string,
) {
  const [a, b] = sidesOf(view, of);
  const [ofA, ofB] = [byId(a, key), byId(b, key)];
  return bothOf(a.map(key), b.map(key)).map(id => ({ id, a: ofA.get(id) ?? null, b: ofB.get(id) ?? null }));
}

export const NONE: Money = {
  households: 0,
  due: { low: 0, high: 0 },
  undetermined: { low: 0, high: 0 },
  undeterminedHouseholds: 0,
  unset: 0,
};

export function labelIn(
  view: Compared,
  of: 'funds' | 'duties' | 'quotas' | 'exclusions',
  id: string,
): string {
  const { policies, lang } = view;
  const found = policies.flatMap(policy => policy[of]).find(each => each.id === id);
  return found?.label[lang] ?? id;
}
