/** What of the transitions the cursor can be on. */
import type { Figures, MatrixCell, OutcomeKey } from '../protocol.ts';
import { shownPolicies } from './select.ts';
import type { State } from './state.ts';

export interface Occurring {
  readonly rows: readonly OutcomeKey[];
  readonly columns: readonly OutcomeKey[];
}

/** Outcomes of A and of B that some household comes to, in the order of their policies. */
export function occurring(state: State): Occurring {
  const policies = shownPolicies(state);
  if (!state.figures || !policies) return { rows: [], columns: [] };
  const { matrix } = state.figures;
  const [from, to] = [new Set(matrix.map(cell => cell.from)), new Set(matrix.map(cell => cell.to))];
  return {
    rows: policies[0].outcomes.map(({ key }) => key).filter(key => from.has(key)),
    columns: policies[1].outcomes.map(({ key }) => key).filter(key => to.has(key)),
  };
}

export const cellOf = ({ matrix }: Figures, from: OutcomeKey, to: OutcomeKey): MatrixCell | null =>
  matrix.find(cell => cell.from === from && cell.to === to) ?? null;

/** Where households go: those that change first, the largest first. */
export function flowsOf(state: State): readonly MatrixCell[] {
  const { figures, transitions } = state;
  if (!figures) return [];
  const size = ({ households, people }: MatrixCell) =>
    transitions.count === 'people' ? (people ?? households) : households;
  return figures.matrix.toSorted(
    (one, other) => Number(one.same) - Number(other.same) || size(other) - size(one),
  );
}

/** The cell under the cursor; null: no household is there. */
export function chosenCell(state: State): MatrixCell | null {
  const { figures, transitions } = state;
  if (!figures) return null;
  if (transitions.mode === 'flows') return flowsOf(state)[transitions.cursor.at] ?? null;
  const { rows, columns } = occurring(state);
  const [from, to] = [rows[transitions.row], columns[transitions.column]];
  return from === undefined || to === undefined ? null : cellOf(figures, from, to);
}
