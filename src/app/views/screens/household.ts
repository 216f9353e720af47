/** One household: who it is, what both sides decide, and below that its facts or the reasons. */
import type { Detail } from '../../protocol.ts';
import { isStale, shownPolicies } from '../../state/select.ts';
import type { Size, State } from '../../state/state.ts';
import { isWide, partsOf } from '../../state/window.ts';
import { householdWords as w } from '../../words/household.ts';
import { listWords } from '../../words/lists.ts';
import { say } from '../../words.ts';
import { answerLines, decisionLine } from '../answers.ts';
import { type Draw, sideName } from '../context.ts';
import { factLines } from '../facts.ts';
import {
  faint,
  filled,
  fitLine,
  headed,
  type Line,
  padLine,
  strong,
  styled,
  text,
  widthOf,
} from '../layout/line.ts';
import { markPiece, outcomeLabel } from '../layout/marks.ts';
import { columnsOf } from '../layout/width.ts';
import { listHead } from '../list-head.ts';
import { reasonFoot, reasonLines } from '../reasons.ts';

export const householdLines: Draw = (state, area) => {
  const open = state.household;
  const detail = open?.detail ?? null;
  if (!open || !detail) return [[faint(`  ${say(w.loading, state.lang)}`)]];
  const { head, list, foot } = partsOf(open.pane, state.size);
  const heads = [
    whoLine(state, detail, area.columns),
    ...sideLines(state, detail, area.columns),
    paneLine(state, area.columns),
  ];
  const body =
    open.pane === 'facts' ? factsPane(state, detail, area, list, foot) : reasonsPane(state, area, list, foot);
  const lines = isStale(state, 'household') ? body.map(line => styled(line, { dim: true })) : body;
  return [...heads.slice(0, head), ...lines];
};

/** Who it is; where it lies; whether anything was tried or is out of date. */
function whoLine(state: State, { instances, id }: Detail, columns: number): Line {
  const { lang, household } = state;
  const first = instances[0];
  const groups = new Map<string, { label: string; ids: string[] }>();
  for (const { entity, entityLabel, id: own } of instances.slice(1)) {
    const group = groups.get(entity) ?? { label: entityLabel, ids: [] };
    groups.set(entity, group);
    group.ids.push(own);
  }
  const around = [...groups.values()].map(({ label, ids }) =>
    ids.length === 1 ? `${label} ${ids[0]}` : `${label} × ${ids.length}`,
  );
  const left: Line = [
    strong(`${first?.entityLabel ?? say(w.household, lang)} ${id}`),
    ...around.map((each): Line[number] => faint(`  ${each}`)),
  ];
  const count = household!.edits.length;
  const stale = isStale(state, 'household');
  const edits = (words: typeof w.edits | typeof w.editsShort): Line[number][] =>
    count === 0 ? [] : [text(`* ${say(words, lang, { n: String(count) })}`, { tint: 'cyan', bold: true })];
  const old = (words: typeof listWords.stale): Line[number][] =>
    stale ? [text(say(words, lang), { bold: true })] : [];
  const gap = count > 0 && stale ? [text('  ')] : [];
  return listHead(
    left,
    [
      [...edits(w.edits), ...gap, ...old(listWords.stale)],
      [...edits(w.editsShort), ...gap, ...old(listWords.staleShort as typeof listWords.stale)],
      old(listWords.staleShort as typeof listWords.stale),
    ],
    columns,
  );
}

/** `甲  红 红卡   帮扶 2 项`, cards of both sides under each other. */
function sideLines(state: State, detail: Detail, columns: number): Line[] {
  const { lang } = state;
  const policies = shownPolicies(state);
  if (!policies) return [[], []];
  const { sides } = detail;
  const names = sides.map(({ outcome }, at) => outcomeLabel(policies[at]!, outcome, lang));
  const wide = Math.min(Math.max(...names.map(columnsOf)), Math.floor(columns / 3));
  const changed = sides[0].outcome !== sides[1].outcome;
  return ([0, 1] as const).map(at => {
    const sign = at === 1 && changed ? text('≠ ', { tint: 'magenta', bold: true }) : text('  ');
    const left: Line = [
      sign,
      strong(`${sideName(at, lang)} `),
      markPiece(policies[at], sides[at].outcome, lang),
      text(' '),
      ...padLine([text(names[at]!, { bold: true })], wide),
      text('  '),
    ];
    const room = columns - widthOf(left);
    return fitLine([...left, ...decisionLine(state, detail, at, room)], columns);
  });
}

/** Which pane it is, and what its signs mean. */
function paneLine(state: State, columns: number): Line {
  const { lang, household } = state;
  const facts = household!.pane === 'facts';
  const tab = (words: string, present: boolean): Line =>
    present
      ? [faint('┤'), text(` ${words} `, { bold: true, inverse: true }), faint('├')]
      : [text(` ${words} `)];
  const left: Line = [
    faint('─'),
    ...tab(say(w.facts, lang), facts),
    faint('─'),
    ...tab(say(w.reasons, lang), !facts),
    faint('─'),
  ];
  const signs = [facts ? w.factSigns : w.signs, facts ? w.factSignsShort : w.signsShort].map(each =>
    say(each, lang),
  );
  const room = columns - widthOf(left);
  const said = signs.find(each => columnsOf(each) + 2 <= room);
  if (said === undefined) return [...left, faint('─'.repeat(Math.max(0, room)))];
  return [...left, faint(`${'─'.repeat(room - columnsOf(said) - 1)} ${said}`)];
}

const RULE: Line = [faint(' │ ')];

/** Facts with what both sides come to beside them, or below where it is narrow. */
function factsPane(state: State, detail: Detail, area: Size, list: number, foot: number): Line[] {
  if (!isWide(state.size)) {
    const lines = filled(factLines(state, area.columns, list), list);
    if (foot === 0) return [...lines];
    return [
      ...lines,
      headed(say(w.benefits, state.lang), area.columns),
      ...answerLines(state, detail, area.columns, foot - 1),
    ];
  }
  const left = Math.floor((area.columns - 3) / 2);
  const right = area.columns - 3 - left;
  const facts = filled(factLines(state, left, list), list);
  const title: Line = [strong(say(w.benefits, state.lang))];
  const answers = filled([title, ...answerLines(state, detail, right, list - 1)], list);
  return facts.map((line, at) => [...padLine(line, left), ...RULE, ...(answers[at] ?? [])]);
}

function reasonsPane(state: State, area: Size, list: number, foot: number): Line[] {
  const lines = filled(reasonLines(state, area.columns, list), list);
  if (foot === 0) return [...lines];
  return [...lines, [faint('─'.repeat(area.columns))], ...reasonFoot(state, area.columns, foot - 1)];
}
