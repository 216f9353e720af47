/** What lies over a screen at the moment. */
import { figureChoices, figureKey, figureWords } from '../../state/figure-choices.ts';
import type { Dialog, State } from '../../state/state.ts';
import { dialogRows } from '../../state/window.ts';
import { dialogWords as w } from '../../words/dialogs.ts';
import { say } from '../../words.ts';
import { wrapped } from '../layout/cells.ts';
import { faint, gap, type Line, strong, text } from '../layout/line.ts';
import type { Box } from './box.ts';
import { helpBox } from './help.ts';
import { listBox } from './list.ts';
import { menuBox } from './menus.ts';
import { fieldLines, noteLines, promptColumns } from './prompt.ts';

/** Null: nothing lies over the screen. `most`: columns there are. */
export function boxOver(state: State, most: number): Box | null {
  return state.dialog ? dialogBox(state, state.dialog, most) : menuBox(state, most);
}

function dialogBox(state: State, dialog: Dialog, most: number): Box {
  switch (dialog.kind) {
    case 'help':
      return helpBox(state, dialog.top, most);
    case 'save':
      return saveBox(state, dialog, most);
    case 'export':
      return exportBox(state, dialog, most);
    case 'figure':
      return figureBox(state, dialog, most);
    case 'side':
      return sideBox(state, dialog, most);
    default:
      return askBox(state, dialog, most);
  }
}

function figureBox(state: State, { cursor }: Dialog & { kind: 'figure' }, most: number): Box {
  const { lang, policies, b, parameters } = state;
  const policy = policies[b];
  const present = figureKey(parameters.figure);
  const lines = figureChoices(state).map(
    (choice): Line => [
      text(figureKey(choice) === present ? '● ' : '○ '),
      text(policy ? figureWords(choice, policy)[lang] : ''),
    ],
  );
  return listBox(say(w.figure, lang), lines, cursor, dialogRows(state), lang, most);
}

function sideBox(state: State, { cursor }: Dialog & { kind: 'side' }, most: number): Box {
  const { lang, policies, b } = state;
  const lines = policies.map(
    ({ label, version, on }, at): Line => [
      text(at === b ? '● ' : '○ '),
      text(label[lang]),
      faint(`  ${[version, on].filter(each => each !== '').join(' · ')}`),
      ...(at === 0 ? [faint(`  ${say(w.isA, lang)}`)] : []),
    ],
  );
  return listBox(say(w.side, lang), lines, cursor, dialogRows(state), lang, most);
}

function saveBox(state: State, dialog: Dialog & { kind: 'save' }, most: number): Box {
  const { lang, policies, b, changes } = state;
  const columns = promptColumns(most);
  const inner = columns - 4;
  const { step, name, path, overwrite, awaited } = dialog;
  const about = say(w.saveOf, lang, {
    policy: policies[b]?.label[lang] ?? '',
    n: String(changes.present.length),
  });
  const nameLines =
    step === 'name'
      ? fieldLines(say(w.name, lang), name, lang, inner)
      : [[faint(`${say(w.name, lang)}  `), text(name.text)]];
  const pathLines = step === 'name' ? [] : fieldLines(say(w.path, lang), path, lang, inner);
  const lines = [
    ...noteLines(about, inner),
    [],
    ...nameLines,
    ...pathLines,
    ...(step === 'path' && !overwrite && path.problem.length === 0
      ? noteLines(say(w.pathNote, lang), inner)
      : []),
    ...writingLines(state, overwrite, awaited !== null, path.text, inner),
  ];
  return { title: say(w.save, lang), lines, columns };
}

function exportBox(state: State, dialog: Dialog & { kind: 'export' }, most: number): Box {
  const { lang } = state;
  const columns = promptColumns(most);
  const inner = columns - 4;
  const { format, path, overwrite, awaited } = dialog;
  const formats = (['csv', 'json', 'markdown'] as const).flatMap((each, at): Line => {
    const words = say(each === 'csv' && inner < 48 ? w.csvShort : w[each], lang);
    const isChosen = each === format;
    return [
      ...(at === 0 ? [] : [gap(inner < 48 ? 2 : 3)]),
      text(`${isChosen ? '●' : '○'} ${words}`, isChosen ? { bold: true } : { dim: true }),
    ];
  });
  const lines = [
    [faint(`${say(w.format, lang)}  `), ...formats],
    ...fieldLines(say(w.path, lang), path, lang, inner),
    ...writingLines(state, overwrite, awaited !== null, path.text, inner),
  ];
  return { title: say(w.export, lang), lines, columns };
}

/** Whether to write over a file, or that it is being written. */
function writingLines(
  { lang }: State,
  overwrite: boolean,
  waiting: boolean,
  path: string,
  columns: number,
): Line[] {
  if (waiting) return [[faint(say(w.saving, lang))]];
  if (!overwrite) return [];
  const ask = wrapped(say(w.overwrite, lang, { path: path.trim() }), columns);
  return [[], ...ask.map((each): Line => [strong(each)]), answers(lang)];
}

const answers = (lang: State['lang']): Line => [
  text(say(w.yes, lang), { bold: true }),
  gap(4),
  text(say(w.no, lang)),
];

function askBox(state: State, dialog: Dialog & { kind: 'reset' | 'quit' }, most: number): Box {
  const { lang, changes } = state;
  const n = String(
    changes.present.length + state.parked.reduce((sum, each) => sum + each.changes.present.length, 0),
  );
  const [title, asked] =
    dialog.kind === 'reset'
      ? [w.reset, say(w.resetAsk, lang, { n: String(changes.present.length) })]
      : dialog.to === 'start'
        ? [w.others, `${say(w.unsaved, lang, { n })} ${say(w.othersAsk, lang)}`]
        : [w.quit, `${n === '0' ? '' : `${say(w.unsaved, lang, { n })} `}${say(w.quitAsk, lang)}`];
  const columns = Math.min(most - 2, 60);
  const lines = wrapped(asked, columns - 4).map((each): Line => [text(each)]);
  return { title: say(title, lang), lines: [...lines, [], answers(lang)], columns };
}
