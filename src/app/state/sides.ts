/** Another policy becomes B; the changes of the one before are kept for when it is B again. */
import { figureChoices, figureKey } from './figure-choices.ts';
import { parametersOf, selectedParameter } from './select.ts';
import type { Parked, State } from './state.ts';

export function withSide(state: State, b: number): State {
  if (b === state.b) return state;
  const known = state.parked.find(each => each.b === b);
  const { changes, saved } = known ?? {
    changes: { past: [], present: [], future: [] },
    saved: [],
  };
  const leaving: Parked = { b: state.b, changes: state.changes, saved: state.saved };
  const parked = [...state.parked.filter(each => each.b !== b), leaving];
  const next: State = { ...state, b, changes, saved, parked };
  return { ...next, parameters: fitting(state, next), households: withoutOutcome(next) };
}

/** The same parameter and figure, where the policy has them too. */
function fitting(before: State, { parameters, ...after }: State): State['parameters'] {
  const key = selectedParameter(before)?.key;
  const at = parametersOf({ ...after, parameters }).findIndex(each => each.key === key);
  const choices = figureChoices({ ...after, parameters });
  const has = choices.some(each => figureKey(each) === figureKey(parameters.figure));
  return {
    ...parameters,
    cursor: at < 0 ? { at: 0, top: 0 } : { ...parameters.cursor, at },
    end: 0,
    figure: has ? parameters.figure : { kind: 'money' },
    curve: null,
    curveRun: null,
    asked: null,
    awaited: null,
  };
}

/** Outcomes mean something only within one policy. */
function withoutOutcome({ households, policies, b }: State): State['households'] {
  const { filter } = households;
  const has = policies[b]?.outcomes.some(({ key }) => key === filter.b) ?? false;
  return filter.b == null || has ? households : { ...households, filter: { ...filter, b: null } };
}
