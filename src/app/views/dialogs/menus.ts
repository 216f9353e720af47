/** Menus and lines to type in that belong to one screen: filters, orders, expressions, facts. */
import type { Words } from '../../../language/label.ts';
import { factRows } from '../../state/fact-rows.ts';
import { type FilterRow, filterRows, isPicked, sortRows, valuesOf } from '../../state/filter-rows.ts';
import type { Cursor, ExpressionField } from '../../state/screen-state.ts';
import type { State } from '../../state/state.ts';
import { villageColumns } from '../../state/village-columns.ts';
import { menuRows } from '../../state/window.ts';
import { householdWords } from '../../words/household.ts';
import { householdsWords as w } from '../../words/households.ts';
import { listWords } from '../../words/lists.ts';
import { villagesWords } from '../../words/villages.ts';
import { say } from '../../words.ts';
import { padded, wrapped } from '../layout/cells.ts';
import { faint, type Line, text } from '../layout/line.ts';
import { columnsOf } from '../layout/width.ts';
import type { Box } from './box.ts';
import { listBox } from './list.ts';
import { fieldLines, noteLines, promptColumns } from './prompt.ts';

export function menuBox(state: State, most: number): Box | null {
  const { screen, households, household, villages, loading } = state;
  if (loading) return null;
  if (screen === 'households' && households.editing) return expressionBox(state, households.editing, most);
  if (screen === 'households' && households.menu) return householdsMenu(state, most);
  if (screen === 'household' && household?.editing) return factBox(state, most);
  if (screen === 'villages' && villages.menu) return villagesMenu(state, villages.menu, most);
  return null;
}

const FIELDS: Readonly<Record<FilterRow, Words>> = {
  a: w.fieldA,
  b: w.fieldB,
  shift: w.fieldShift,
  changed: w.fieldChanged,
  barred: w.fieldBarred,
  undetermined: w.fieldUndetermined,
  township: w.fieldTownship,
  village: w.fieldVillage,
  expression: w.fieldExpression,
};

function householdsMenu(state: State, most: number): Box {
  const { lang, households } = state;
  const menu = households.menu!;
  const rows = menuRows(state);
  switch (menu.kind) {
    case 'filter':
      return listBox(say(w.filters, lang), filterLines(state), menu.cursor, rows, lang, most);
    case 'values': {
      const present = households.filter[menu.of] ?? null;
      const lines = valuesOf(state, menu.of).map(
        ({ id, label }): Line => [
          text(id === present ? '● ' : '○ '),
          text(label[lang]),
          ...(id === null || label[lang] === id || menu.of === 'a' || menu.of === 'b' || menu.of === 'shift'
            ? []
            : [faint(`  ${id}`)]),
        ],
      );
      return listBox(say(FIELDS[menu.of], lang), lines, menu.cursor, rows, lang, most);
    }
    case 'sort':
      return listBox(say(w.sort, lang), sortLines(state), menu.cursor, rows, lang, most);
  }
}

/** What each condition is set to; those that hold are bold. */
function filterLines(state: State): Line[] {
  const { lang } = state;
  const names = filterRows.map(row => say(FIELDS[row], lang));
  const wide = Math.max(...names.map(columnsOf));
  return filterRows.map((row, at) => {
    const value = filterValue(state, row);
    const set = value !== null;
    return [
      text(padded(names[at]!, wide), { bold: set }),
      text('  '),
      set ? text(value, { bold: true }) : faint(say(w.anyValue, lang)),
      ...(row === 'expression' && !set ? [faint(` ${say(w.typeIt, lang)}`)] : []),
    ];
  });
}

function filterValue(state: State, row: FilterRow): string | null {
  const { lang, households } = state;
  const value = households.filter[row];
  if (value === undefined || value === null || value === false || value === '') return null;
  if (value === true) return say(w.yesValue, lang);
  if (!isPicked(row)) return value;
  return valuesOf(state, row).find(({ id }) => id === value)?.label[lang] ?? value;
}

function sortLines({ lang, households }: State): Line[] {
  const { sort } = households;
  const names: Readonly<Record<(typeof sortRows)[number], Words>> = {
    id: w.id,
    people: w.peopleHead,
    a: w.sortA,
    b: w.sortB,
    gain: w.sortGain,
    township: listWords.township,
    village: listWords.village,
    expression: w.sortExpression,
  };
  return sortRows.map(row => [
    text(row !== sort.by ? '  ' : sort.descending ? '▼ ' : '▲ '),
    text(say(names[row], lang)),
    ...(row === 'expression' && sort.expression !== undefined ? [faint(`  ${sort.expression}`)] : []),
  ]);
}

function villagesMenu(state: State, cursor: Cursor, most: number): Box {
  const { lang, villages } = state;
  const { sort } = villages;
  const lines = villageColumns.map(
    (column): Line => [
      text(column !== sort.by ? '  ' : sort.descending ? '▼ ' : '▲ '),
      text(say(column === 'township' ? listWords.township : villagesWords.sortNames[column], lang)),
    ],
  );
  return listBox(say(villagesWords.sort, lang), lines, cursor, menuRows(state), lang, most);
}

/** A condition or a value in the policy language; what could not be read is marked in it. */
function expressionBox(state: State, field: ExpressionField, most: number): Box {
  const { lang } = state;
  const columns = promptColumns(most);
  const inner = columns - 4;
  const filter = field.of === 'filter';
  const lines = [
    ...fieldLines('', field, lang, inner),
    ...(field.awaited === null ? [] : [[faint(say(w.trying, lang))]]),
    ...(field.problem.length > 0
      ? []
      : noteLines(say(filter ? w.filterExample : w.sortExample, lang), inner)),
  ];
  return { title: say(filter ? w.typeFilter : w.typeSort, lang), lines, columns };
}

/** Another value of the fact under the cursor, to see what it would lead to. */
function factBox(state: State, most: number): Box | null {
  const { lang, household } = state;
  const row = factRows(household!)[household!.facts.at];
  if (row?.kind !== 'fact') return null;
  const { fact, instance } = row;
  const columns = promptColumns(most);
  const inner = columns - 4;
  const now = fact.missing ? say(householdWords.missing, lang) : fact.text;
  const choices = fact.choices.map(({ label }) => label).join(say(listWords.joiner, lang));
  const lines = [
    ...wrapped(
      `${instance.entityLabel} ${instance.id}  ${fact.label}${say(listWords.colon, lang)}${now}`,
      inner,
    ).map((each): Line => [text(each)]),
    ...fieldLines('', household!.editing!, lang, inner),
    ...(choices === '' ? [] : noteLines(`${say(householdWords.choices, lang)} ${choices}`, inner)),
    ...noteLines(say(householdWords.untouched, lang), inner),
  ];
  return { title: say(householdWords.editing, lang), lines, columns };
}
