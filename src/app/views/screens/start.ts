/** Choosing policies, then a population. */
import type { State } from '../../state/state.ts';
import { partsOf } from '../../state/window.ts';
import { startWords as w } from '../../words/start.ts';
import { say } from '../../words.ts';
import { type Draw, sideName } from '../context.ts';
import { wrapped } from '../layout/cells.ts';
import { faint, filled, fitLine, type Line, packed, rule, type Style, strong, text } from '../layout/line.ts';
import { type Cell, type Column, tableOf } from '../layout/table.ts';

export const startLines: Draw = (state, area) => {
  const { head, list, foot } = partsOf('start', state.size);
  const { lines, about } =
    state.start.step === 'policies'
      ? policies(state, area.columns, list)
      : populations(state, area.columns, list);
  const told = wrapped(about, Math.min(area.columns, 100)).map((line): Line => [text(line)]);
  if (told.length < foot - 1) told.push(fitLine([faint(pathOf(state))], area.columns));
  return [
    ...filled(headLines(state, area.columns), head),
    ...filled(lines, list),
    rule(area.columns),
    ...filled(told, Math.max(0, foot - 1)),
  ];
};

/** Where what is under the cursor lies. */
function pathOf({ start }: State): string {
  if (start.step === 'policies') return start.policies[start.policyCursor.at]?.path ?? '';
  const choice = start.populations[start.populationCursor.at]?.choice;
  if (!choice) return '';
  return choice.kind === 'folder' ? choice.path : choice.spec;
}

function headLines(state: State, columns: number): Line[] {
  const { lang, start } = state;
  const isPolicies = start.step === 'policies';
  const [here, there] = [strong, faint];
  const steps: Line = [
    (isPolicies ? here : there)(say(w.policies, lang)),
    faint(' → '),
    (isPolicies ? there : here)(say(w.population, lang)),
  ];
  const hint = faint(say(isPolicies ? w.policiesHint : w.populationHint, lang));
  return [packed([steps, [hint]], columns), chosenLine(state, columns)];
}

function chosenLine({ lang, start }: State, columns: number): Line {
  if (start.chosen.length === 0) return fitLine([faint(say(w.noneChosen, lang))], columns);
  const names = start.chosen.map((path, at) => {
    const label = start.policies.find(each => each.path === path)?.label[lang] ?? path;
    return `${sideName(at, lang)} ${label}`;
  });
  return fitLine([faint(say(w.chosen, lang, { names: names.join(lang === 'zh' ? '，' : ', ') }))], columns);
}

interface Listed {
  readonly lines: readonly Line[];
  /** About the one under the cursor. */
  readonly about: string;
}

const shape: readonly Column[] = [
  { kind: 'text', head: [], least: 1, cost: null },
  { kind: 'text', head: [], least: 2, cost: null },
  { kind: 'text', head: [], least: 12, cost: null },
  { kind: 'text', head: [], least: 6, cost: 60 },
  { kind: 'text', head: [], least: 24, cost: 50 },
];

function policies({ lang, start }: State, columns: number, rows: number): Listed {
  const { at, top } = start.policyCursor;
  if (start.policies.length === 0) return { lines: [[faint(say(w.noPolicies, lang))]], about: '' };
  const cells = start.policies.map((choice, index): Cell[] => {
    const place = start.chosen.indexOf(choice.path);
    const side = place < 0 ? '' : sideName(place, lang);
    const name = `${'  '.repeat(depthOf(start.policies, choice.path))}${choice.base === null ? '' : '└ '}${choice.label[lang]}`;
    return row({ chosen: index === at, side, name, recent: choice.recent, about: choice.about[lang], lang });
  });
  const { lines } = tableOf(shape, cells, columns);
  return { lines: lines.slice(top, top + rows), about: start.policies[at]?.about[lang] ?? '' };
}

function populations({ lang, start }: State, columns: number, rows: number): Listed {
  const { at, top } = start.populationCursor;
  if (start.populations.length === 0) return { lines: [[faint(say(w.noPopulations, lang))]], about: '' };
  const cells = start.populations.map(({ label, about, recent }, index) =>
    row({ chosen: index === at, side: '', name: label[lang], recent, about: about[lang], lang }),
  );
  const { lines } = tableOf(shape, cells, columns);
  return { lines: lines.slice(top, top + rows), about: start.populations[at]?.about[lang] ?? '' };
}

function row(of: {
  readonly chosen: boolean;
  readonly side: string;
  readonly name: string;
  readonly recent: boolean;
  readonly about: string;
  readonly lang: State['lang'];
}): Cell[] {
  const style: Style = of.chosen ? { bold: true } : {};
  return [
    { forms: [of.chosen ? '▸' : ' '], style: { bold: true } },
    { forms: [of.side], style: { bold: true, tint: 'cyan' } },
    { forms: [of.name], style: of.chosen ? { ...style, inverse: true } : style },
    { forms: [of.recent ? say(w.recent, of.lang) : ''], style: { dim: true } },
    { forms: [of.about], style: { dim: true } },
  ];
}

/** Drafts of drafts stand further in; a ring of them ends. */
function depthOf(all: State['start']['policies'], path: string): number {
  let depth = 0;
  for (let base = baseOf(all, path); base !== null && depth < 4; base = baseOf(all, base)) depth++;
  return Math.max(0, depth - 1);
}

function baseOf(all: State['start']['policies'], path: string): string | null {
  const base = all.find(each => each.path === path)?.base ?? null;
  return base !== null && all.some(each => each.path === base) ? base : null;
}
