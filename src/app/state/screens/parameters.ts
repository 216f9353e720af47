/** What if: parameters of B, changed by arrow keys or typed. */
import type { ParameterInfo, SettledText } from '../../protocol.ts';
import { changing, saying, still } from '../ask.ts';
import { changeOf, pushed, sameValue, settingOf, withValue } from '../changes.ts';
import { moved } from '../cursor.ts';
import { fieldOf, typed } from '../field.ts';
import { figureChoices, figureKey } from '../figure-choices.ts';
import { plain, says } from '../messages.ts';
import { parametersOf, selectedParameter } from '../select.ts';
import type { Key, State, Step } from '../state.ts';
import { cycled, stepped } from '../step-value.ts';
import { readTyped, typeable } from '../value-text.ts';
import { rowsOf } from '../window.ts';
import { anywhere } from './anywhere.ts';
import { type Handler, type Handlers, moves } from './handlers.ts';

/** With the parameter under the cursor and what it stands at. */
const onParameter =
  (act: (state: State, info: ParameterInfo, value: SettledText | null, key: Key) => Step): Handler =>
  (state, key) => {
    const info = selectedParameter(state);
    return info
      ? act(state, info, settingOf(state.changes.present, info), key)
      : saying(state, plain(says.nothingHere));
  };

function setting(state: State, info: ParameterInfo, value: SettledText | null): Step {
  const { changes } = state;
  return changing(state, pushed(changes, withValue(changes.present, info, value)));
}

const isCycled = ({ kind }: ParameterInfo): boolean => kind === 'bool' || kind === 'choice';

const step = (steps: number): Handler =>
  onParameter((state, info, value) => {
    const next = stepped(value, info, steps, state.parameters.end);
    if (!sameValue(next, value)) return setting(state, info, next);
    const arrows = info.kind === 'number' || isCycled(info) || value !== null;
    return saying(state, plain(arrows && info.kind !== 'text' ? says.atBound : says.onlyTyped));
  });

const movingEnd = (end: 0 | 1): Handler =>
  onParameter((state, _info, value) => {
    if (value === null || typeof value === 'string') return saying(state, plain(says.notARange));
    const message = plain(end === 0 ? says.movesLow : says.movesHigh);
    return saying({ ...state, parameters: { ...state.parameters, end } }, message);
  });

export const parameters: Handlers<'parameters'> = {
  ...anywhere,
  ...moves((state, move) => {
    const { parameters: panel } = state;
    const count = parametersOf(state).length;
    const cursor = moved(panel.cursor, move, count, rowsOf('parameters', state));
    return { ...state, parameters: { ...panel, cursor, end: cursor.at === panel.cursor.at ? panel.end : 0 } };
  }),
  less: step(-1),
  more: step(1),
  'much-less': step(-10),
  'much-more': step(10),
  edit: onParameter((state, info, value) => {
    if (isCycled(info)) return setting(state, info, cycled(value, info, 1));
    const editing = fieldOf(typeable(value, info, state.lang));
    return still({ ...state, parameters: { ...state.parameters, editing } });
  }),
  type: onParameter((state, info, _value, { text }) => {
    if (isCycled(info)) return saying(state, plain(says.chosenByArrows));
    const editing = typed(fieldOf(''), text.normalize('NFKC'));
    return still({ ...state, parameters: { ...state.parameters, editing } });
  }),
  'low-end': movingEnd(0),
  'high-end': movingEnd(1),
  open: onParameter((state, info, value) =>
    value === null ? saying(state, plain(says.openAlready)) : setting(state, info, null),
  ),
  restore: onParameter((state, info) =>
    changeOf(state.changes.present, info)
      ? setting(state, info, info.value)
      : saying(state, plain(says.asPolicyHasIt)),
  ),
  figure(state) {
    const key = figureKey(state.parameters.figure);
    const at = Math.max(
      0,
      figureChoices(state).findIndex(each => figureKey(each) === key),
    );
    return still({ ...state, dialog: { kind: 'figure', cursor: { at, top: 0 } } });
  },
};

/** What was typed becomes the value, or is said to be none. */
export function submitValue(state: State): Step {
  const { parameters: panel, changes } = state;
  const info = selectedParameter(state);
  const closed: State = { ...state, parameters: { ...panel, editing: null } };
  if (!info || !panel.editing) return still(closed);
  const reading = readTyped(panel.editing.text, info);
  if ('problem' in reading) {
    const editing = { ...panel.editing, problem: [reading.problem], mark: null };
    return still({ ...state, parameters: { ...panel, editing } });
  }
  if (sameValue(reading.value, settingOf(changes.present, info))) return still(closed);
  return setting(closed, info, reading.value);
}
