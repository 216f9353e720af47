/** One household: its facts, and why it comes to what it does under both sides. */
import { saying, still } from '../ask.ts';
import { moved } from '../cursor.ts';
import { type FactRow, factRows, withEdit } from '../fact-rows.ts';
import { fieldOf } from '../field.ts';
import { plain, says } from '../messages.ts';
import type { HouseholdState } from '../screen-state.ts';
import type { State, Step } from '../state.ts';
import { nextDifference, type ReasonRow, reasonRows, toggledWith } from '../tree.ts';
import { rowsOf } from '../window.ts';
import { anywhere } from './anywhere.ts';
import { type Handler, type Handlers, moves } from './handlers.ts';

const withHousehold = (state: State, household: Partial<HouseholdState>): State =>
  state.household ? { ...state, household: { ...state.household, ...household } } : state;

/** With the line under the cursor of the pane that has the keys. */
function onLine(
  fact: (state: State, open: HouseholdState, row: FactRow) => Step,
  reason: (state: State, open: HouseholdState, row: ReasonRow) => Step,
): Handler {
  return state => {
    const open = state.household;
    const none = () => saying(state, plain(open?.detail ? says.nothingHere : says.notLoadedYet));
    if (!open) return none();
    if (open.pane === 'facts') {
      const row = factRows(open)[open.facts.at];
      return row ? fact(state, open, row) : none();
    }
    const row = reasonRows(open)[open.reasons.at];
    return row ? reason(state, open, row) : none();
  };
}

const turned = (state: State, { toggled }: HouseholdState, key: string): Step =>
  still(withHousehold(state, { toggled: toggledWith(toggled, key) }));

const noFold = (state: State): Step => saying(state, plain(says.noFold));

const folding = (state: State, open: HouseholdState, row: ReasonRow): Step =>
  row.foldable ? turned(state, open, row.key) : noFold(state);

/** Of a fact's values the next one or the one before, counted from what was last chosen, which may not have come back yet. */
function cycled(state: State, open: HouseholdState, row: FactRow & { kind: 'fact' }, by: 1 | -1): Step {
  const { fact } = row;
  if (fact.edit === 'none') return saying(state, plain(says.notEditable));
  const { choices } = fact;
  if (choices.length === 0) return saying(state, plain(says.onlyTyped));
  const edit = open.edits.find(
    ({ entity, id, fact: of }) => entity === fact.entity && id === fact.id && of === fact.fact,
  );
  const now = edit === undefined ? fact.written : edit.value;
  // A fact is written with the words of its value.
  const at = choices.findIndex(({ id, label }) => id === now || label === now);
  const next = at < 0 ? choices.at(by < 0 ? -1 : 0)! : choices[(at + by + choices.length) % choices.length]!;
  return still(withHousehold(state, { edits: withEdit(open.edits, fact, next.id) }));
}

const folds = (by: 1 | -1): Handler =>
  onLine(
    (state, open, row) => {
      if (row.kind === 'fact') return cycled(state, open, row, by);
      return row.folded === by > 0 ? turned(state, open, row.key) : noFold(state);
    },
    (state, open, row) => {
      if (row.foldable && row.folded === by > 0) return turned(state, open, row.key);
      if (by > 0) return noFold(state);
      const above = reasonRows(open).findLastIndex(
        (each, at) => at < open.reasons.at && each.depth < row.depth,
      );
      return above < 0
        ? noFold(state)
        : still(withHousehold(state, { reasons: { ...open.reasons, at: above } }));
    },
  );

export const household: Handlers<'household'> = {
  ...anywhere,
  ...moves((state, move) => {
    const open = state.household;
    if (!open) return state;
    const { pane } = open;
    const count = pane === 'facts' ? factRows(open).length : reasonRows(open).length;
    return withHousehold(state, { [pane]: moved(open[pane], move, count, rowsOf(pane, state)) });
  }),
  pane: state =>
    still(withHousehold(state, { pane: state.household?.pane === 'facts' ? 'reasons' : 'facts' })),
  fold: onLine((state, open, row) => {
    const { entity, id } = row.instance;
    const head = factRows(open).findIndex(
      each => each.kind === 'instance' && each.instance.entity === entity && each.instance.id === id,
    );
    const key = factRows(open)[head]!.key;
    return turned(withHousehold(state, { facts: { ...open.facts, at: head } }), open, key);
  }, folding),
  enter: onLine((state, open, row) => {
    if (row.kind === 'instance') return turned(state, open, row.key);
    const { fact } = row;
    if (fact.edit === 'bool' || fact.edit === 'choice') return cycled(state, open, row, 1);
    if (fact.edit === 'none') return saying(state, plain(says.notEditable));
    const of = { entity: fact.entity, id: fact.id, fact: fact.fact };
    return still(withHousehold(state, { editing: { ...fieldOf(fact.written), of } }));
  }, folding),
  less: folds(-1),
  more: folds(1),
  missing: onLine(
    (state, open, row) => {
      if (row.kind === 'instance') return saying(state, plain(says.nothingHere));
      if (row.fact.edit === 'none') return saying(state, plain(says.notEditable));
      if (row.fact.missing) return saying(state, plain(says.missingAlready));
      return still(withHousehold(state, { edits: withEdit(open.edits, row.fact, null) }));
    },
    state => saying(state, plain(says.onlyFacts)),
  ),
  difference(state) {
    const open = state.household;
    if (!open?.detail) return saying(state, plain(says.notLoadedYet));
    const from = open.pane === 'reasons' ? (reasonRows(open)[open.reasons.at]?.key ?? null) : null;
    const found = nextDifference(open, from);
    if (!found) return saying(state, plain(says.noDifference));
    const { key, toggled } = found;
    const at = reasonRows({ ...open, toggled }).findIndex(each => each.key === key);
    return still(withHousehold(state, { pane: 'reasons', toggled, reasons: { ...open.reasons, at } }));
  },
  'drop-edits'(state) {
    if (!state.household?.edits.length) return saying(state, plain(says.noEdits));
    return still(withHousehold({ ...state, message: plain(says.editsDropped) }, { edits: [] }));
  },
};

/** What was typed becomes the fact, nothing: the fact is missing. Whether it makes sense, the session says. */
export function submitFact(state: State): Step {
  const open = state.household;
  if (!open?.editing) return still(state);
  const { of, text } = open.editing;
  const value = text.trim() === '' ? null : text.trim();
  const line = factRows({ ...open, toggled: [] })
    .flatMap(row => (row.kind === 'fact' ? [row.fact] : []))
    .find(fact => fact.entity === of.entity && fact.id === of.id && fact.fact === of.fact);
  const same = line !== undefined && (line.missing ? value === null : value === line.written);
  const edits = same ? open.edits : withEdit(open.edits, of, value);
  return still(withHousehold(state, { editing: null, edits }));
}
