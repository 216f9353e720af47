/** What holds of every state, whatever was pressed or answered before: the tests ask after each step. */
import type { Change } from '../protocol.ts';
import { sameChanges, sameValue } from './changes.ts';
import { factRows } from './fact-rows.ts';
import { figureChoices, figureKey } from './figure-choices.ts';
import { filterRows, sortRows, valuesOf } from './filter-rows.ts';
import { flowsOf, occurring } from './matrix.ts';
import { overviewRows } from './overview-rows.ts';
import { pending } from './pending.ts';
import type { Cursor, Field, Page, Supplied } from './screen-state.ts';
import { parametersOf } from './select.ts';
import type { State } from './state.ts';
import { reasonRows } from './tree.ts';
import { villageColumns } from './village-columns.ts';
import { dialogRows, helpCount, menuRows, rowsOf } from './window.ts';

/** What is wrong with a state; nothing: it is one that there may be. */
export function consistent(state: State): readonly string[] {
  const checks = [screens, runs, changes, cursors, menus, lists, fields, dialogs];
  return checks.flatMap(check => {
    const wrong: string[] = [];
    check(state, (holds, what) => {
      if (!holds) wrong.push(what);
    });
    return wrong;
  });
}

type Must = (holds: boolean, what: string) => void;

function screens(state: State, must: Must): void {
  const { screen, back, figures, loading, household, village, policies, b, population, loaded } = state;
  must((screen === 'start') === (figures === null), 'screens but the first show figures');
  must(loading === null || figures === null, 'loading goes before figures');
  must(figures !== null || loading !== null || policies.length === 0, 'without figures they are awaited');
  must(!back.includes('start') && !back.includes(screen), 'escape leads to another screen');
  must(new Set(back).size === back.length, 'escape comes to an end');
  must(screen !== 'household' || household !== null, 'a household screen has its household');
  must(screen !== 'village' || village !== null, 'a village screen has its village');
  const any = policies.length > 0;
  must(any === (population !== null) && any === loaded > 0, 'policies and population are there together');
  must(b >= 0 && b < Math.max(1, policies.length), 'B is a policy');
  must(new Set(state.start.chosen).size === state.start.chosen.length, 'policies are chosen once');
}

function runs(state: State, must: Must): void {
  const { figures, run, loaded, next, policies, b, loading, busy } = state;
  const awaited = pending(state);
  must(
    awaited.every(each => each < next && each > 0),
    'requests rise',
  );
  must(
    awaited.every(each => each > loaded),
    'nothing is awaited of what was loaded before',
  );
  must(busy === null || awaited.includes(busy.request), 'what takes long is awaited');
  must(run === null || policies.length > 0, 'runs are of policies');
  must(loading === null || policies.length === 0 || loading.request === run, 'the first run is loaded');
  if (!figures) return;
  must(figures.run > loaded && (run ?? next) > figures.run, 'figures are no newer than the newest run');
  must(
    figures.sides.every(side => side.policy < policies.length),
    'figures are of policies',
  );
  if (run !== null) return;
  must(figures.sides[1].policy === b, 'figures not awaited are of B');
  must(sameChanges(figures.changes, state.changes.present), 'figures not awaited are of the changes');
}

function changes(state: State, must: Must): void {
  const { parked, b, policies, changes: history } = state;
  const everyOne: readonly (readonly [number, readonly (readonly Change[])[]])[] = [
    [b, [...history.past, history.present, ...history.future]],
    ...parked.map(each => [each.b, [each.changes.present]] as const),
  ];
  for (const [of, all] of everyOne) {
    const infos = new Map(policies[of]?.parameters.map(info => [info.key, info]));
    const keyOf = ({ parameter, cell }: Change) => (cell === null ? parameter : `${parameter}|${cell}`);
    for (const one of all) {
      const keys = one.map(keyOf);
      must(new Set(keys).size === keys.length, 'a parameter is changed once');
      must(
        one.every(change => {
          const info = infos.get(keyOf(change));
          return info !== undefined && !sameValue(info.value, change.value);
        }),
        'changes are of parameters of B, to another value',
      );
    }
  }
  must(history.past.length <= 1000, 'undo comes to an end');
  must(new Set([b, ...parked.map(each => each.b)]).size === parked.length + 1, 'a policy is parked once');
}

function within({ at, top }: Cursor, count: number, rows: number): boolean {
  const isLine = at >= 0 && at < Math.max(1, count);
  return isLine && top >= 0 && top <= at && at < top + rows && top <= Math.max(0, count - rows);
}

function cursors(state: State, must: Must): void {
  const { start, overview, transitions, parameters, households, villages, village, household } = state;
  const rows = (of: Parameters<typeof rowsOf>[0]) => rowsOf(of, state);
  must(within(start.policyCursor, start.policies.length, rows('start')), 'cursor of policies');
  must(within(start.populationCursor, start.populations.length, rows('start')), 'cursor of populations');
  const lines = overviewRows(state).length;
  must(overview.top >= 0 && overview.top <= Math.max(0, lines - rows('overview')), 'overview');
  const { rows: from, columns: to } = occurring(state);
  must(transitions.row >= 0 && transitions.row < Math.max(1, from.length), 'row of transitions');
  must(transitions.column >= 0 && transitions.column < Math.max(1, to.length), 'column of transitions');
  must(within(transitions.cursor, flowsOf(state).length, rows('flows')), 'cursor of flows');
  must(within(parameters.cursor, parametersOf(state).length, rows('parameters')), 'cursor of parameters');
  must(within(households.cursor, households.page?.total ?? 0, rows('households')), 'cursor of households');
  must(within(villages.cursor, villages.page?.total ?? 0, rows('villages')), 'cursor of villages');
  if (village)
    must(
      within(village.cursor, village.detail?.displaced.length ?? 0, rows('village')),
      'cursor of a village',
    );
  if (!household || state.screen !== 'household') return;
  must(within(household.facts, factRows(household).length, rows('facts')), 'cursor of facts');
  must(within(household.reasons, reasonRows(household).length, rows('reasons')), 'cursor of reasons');
}

function menus(state: State, must: Must): void {
  const { screen, households, villages, policies, b } = state;
  const { menu, filter } = households;
  const rows = menuRows(state);
  must(
    menu === null || (screen === 'households' && households.editing === null),
    'filters lie over households',
  );
  must(villages.menu === null || screen === 'villages', 'what to sort by lies over villages');
  must(villages.menu === null || within(villages.menu, villageColumns.length, rows), 'cursor of a menu');
  if (menu) {
    const count = { filter: filterRows.length, sort: sortRows.length, values: 0 }[menu.kind];
    const lines = menu.kind === 'values' ? valuesOf(state, menu.of).length : count;
    must(within(menu.cursor, lines, rows), 'cursor of a menu');
  }
  const has = (at: number, key: string | null | undefined) =>
    key == null || policies[at]?.outcomes.some(each => each.key === key) === true;
  must(has(0, filter.a) && has(b, filter.b), 'filters are of outcomes that there are');
}

function lists(state: State, must: Must): void {
  const { figures, households, household, villages, village, parameters, policies } = state;
  const ofRun = (run: number | null, what: string) =>
    must(run === null || (figures !== null && run <= figures.run), `${what}: of a run that was shown`);
  const page = (list: Page<unknown> | null, what: string): void => {
    if (!list) return;
    ofRun(list.run, what);
    must(list.offset >= 0 && list.offset + list.rows.length <= list.total, `${what}: lines within all`);
  };
  page(households.page, 'households');
  page(villages.page, 'villages');
  for (const [part, what] of [
    [household, 'household'],
    [village, 'village'],
  ] as const) {
    if (!part) continue;
    must((part.detail === null) === (part.run === null), `${what}: of a run`);
    ofRun(part.run, what);
  }
  must(!household?.detail || household.detail.row === household.row, 'the household that was opened');
  must((parameters.curve === null) === (parameters.curveRun === null), 'a curve is of a run');
  ofRun(parameters.curveRun, 'curve');
  const supplied: readonly (Supplied | null)[] = [parameters, households, household, villages, village];
  must(
    supplied.every(part => !part || part.awaited === null || part.asked !== null),
    'what is awaited was asked',
  );
  const figure = figureKey(parameters.figure);
  must(
    policies.length === 0 || figureChoices(state).some(each => figureKey(each) === figure),
    'the figure of the curve can be chosen',
  );
}

function fields(state: State, must: Must): void {
  const { dialog, screen, parameters, households, household } = state;
  must(parameters.editing === null || screen === 'parameters', 'values are typed among the parameters');
  must(households.editing === null || screen === 'households', 'filters are typed among the households');
  must(!household?.editing || screen === 'household', 'facts are typed in a household');
  const all: readonly (Field | null | undefined)[] = [
    parameters.editing,
    households.editing,
    household?.editing,
    ...(dialog?.kind === 'save' ? [dialog.name, dialog.path] : []),
    ...(dialog?.kind === 'export' ? [dialog.path] : []),
  ];
  for (const field of all) {
    if (!field) continue;
    must(field.caret >= 0 && field.caret <= [...field.text].length, 'caret within its line');
    const { mark } = field;
    must(
      mark === null || (mark.start >= 0 && mark.start <= mark.end && mark.end <= field.text.length),
      'mark within its line',
    );
  }
}

function dialogs(state: State, must: Must): void {
  const { dialog, figures, saving, exporting } = state;
  if (!dialog) return;
  const rows = dialogRows(state);
  must(figures !== null || ['help', 'quit'].includes(dialog.kind), 'dialogs are about figures');
  if (dialog.kind === 'help')
    must(dialog.top >= 0 && dialog.top <= Math.max(0, helpCount(state) - rows), 'help within its lines');
  if (dialog.kind === 'figure')
    must(within(dialog.cursor, figureChoices(state).length, rows), 'cursor of figures');
  if (dialog.kind === 'side') must(within(dialog.cursor, state.policies.length, rows), 'cursor of policies');
  if (dialog.kind === 'save') {
    must(!dialog.overwrite || dialog.step === 'path', 'files are asked about after their path');
    must(dialog.awaited === null || dialog.awaited === saving?.request, 'a draft is being written');
  }
  if (dialog.kind === 'export')
    must(dialog.awaited === null || dialog.awaited === exporting, 'an export is being written');
}
