import { nearest } from '../language/nearest.ts';
import { nameKey } from '../language/normal.ts';
import { type Excerpt, excerpt, type Span } from '../language/source.ts';
import { isRatio } from '../language/units.ts';
import type { Desk } from './desk.ts';
import type { YEntry, YScalar } from './node.ts';
import { isWithin, sameType } from './parameters.ts';
import type { Parameter, ParameterValue, Use } from './policy.ts';
import { type Settled, settleText } from './settle.ts';

/** The name under which settings from outside are shown as a source of their own. */
export const settingsFile = '--set';

/** A value from outside for a parameter, as it was written. */
export interface Setting {
  readonly name: YScalar;
  readonly value: YScalar;
}

function scalar(source: Excerpt): YScalar {
  const start = source.offsets[0] ?? 0;
  const span: Span = { file: source.file, start, end: start + source.text.length };
  return { kind: 'scalar', text: source.text, plain: true, source, span };
}

/** Settings as lines of a text, so that what is wrong in one can be shown like anything else. */
export function settingsText(set: Readonly<Record<string, string>>): string {
  return Object.entries(set)
    .map(([name, value]) => `${name}=${value.replace(/[\r\n]+/g, ' ')}`)
    .join('\n');
}

/** Settings that a file gives, as they stand there, by name. */
export type WrittenSettings = ReadonlyMap<string, YEntry>;

/** Settings with their places: in the file that gives them, else in `settingsText`. */
export function settingsOf(set: Readonly<Record<string, string>>, written?: WrittenSettings): Setting[] {
  let at = 0;
  return Object.entries(set).map(([name, value]) => {
    const text = value.replace(/[\r\n]+/g, ' ');
    const entry = written?.get(name);
    const inFile = entry?.value.kind === 'scalar' ? { name: entry.key, value: entry.value } : null;
    const setting = inFile ?? {
      name: scalar(excerpt(settingsFile, name, at)),
      value: scalar(excerpt(settingsFile, text, at + name.length + 1)),
    };
    at += name.length + text.length + 2;
    return setting;
  });
}

/** The value with the parameter's own unit where it gives none, or leaves the denominators out. */
function completed(written: YScalar, parameter: Parameter): YScalar | null {
  const text = written.text.trimEnd();
  const bare = /^[-+－＋]?[\d０-９.,，]+$/.test(text.trim());
  const { unit, type } = parameter;
  if (unit === '' || /[/／]/.test(text)) return written;
  // 0.2 of a percentage: twenty per cent or one fifth of one?
  if (bare && type.kind === 'number' && isRatio(type.dimension))
    return unit === '倍' || unit === 'times' ? written : null;
  const slash = unit.search(/[/／]/);
  const tail = bare ? ` ${unit}` : slash >= 0 && !/待定|open/.test(text) ? unit.slice(slash) : '';
  const last = written.source.offsets[text.length] ?? written.span.end;
  const source: Excerpt = {
    file: written.source.file,
    text: text + tail,
    offsets: [
      ...written.source.offsets.slice(0, text.length),
      ...Array.from({ length: tail.length + 1 }, () => last),
    ],
  };
  return { ...written, text: source.text, source };
}

/** `name`: what the setting calls the parameter. */
function settled(desk: Desk, parameter: Parameter, name: string, written: YScalar): Settled | null {
  const whole = parameter.type.kind === 'number' ? completed(written, parameter) : written;
  if (whole === null) {
    const params = { name, text: written.text, unit: parameter.unit };
    desk.report({ code: 'set-needs-unit', severity: 'error', params, span: written.span });
    return null;
  }
  const value = settleText(desk, whole);
  if (value === null) return null;
  if (value.value.kind !== 'open' && (value.type === null || !sameType(value.type, parameter.type))) {
    const params = { name, text: written.text, unit: parameter.unit };
    const isPlain = parameter.type.kind === 'number' && parameter.unit === '';
    const code = isPlain ? 'set-plain' : 'set-unit';
    desk.report({ code, severity: 'error', params, span: written.span });
    return null;
  }
  if (isWithin(value.value, parameter)) return value;
  const params = { name, text: written.text };
  desk.report({
    code: 'set-outside-range',
    severity: 'error',
    params,
    span: written.span,
    related: [parameter.span],
  });
  return null;
}

type Everything = Extract<ParameterValue, { kind: 'cells' }>;

function withCell(value: Everything, cell: string | null, to: ParameterValue): ParameterValue {
  if (cell === null) return to.kind === 'cells' ? to : { kind: 'cells', cells: {}, otherwise: to };
  return { ...value, cells: { ...value.cells, [cell]: to } };
}

/** A parameter with a value from outside; one that is not dated had it last year too. */
export function overridden(parameter: Parameter, cell: string | null, to: ParameterValue): Parameter {
  const { value } = parameter;
  const next = value.kind === 'cells' ? withCell(value, cell, to) : to;
  const steady = JSON.stringify(parameter.lastYear) === JSON.stringify(value);
  return { ...parameter, value: next, lastYear: steady ? next : parameter.lastYear, overridden: true };
}

/** Each name of a parameter, and `name.cell` for each cell of one that differs by facts. */
function targets(
  desk: Desk,
  parameters: ReadonlyMap<string, Parameter>,
): Map<string, { id: string; cell: string | null }> {
  const found = new Map<string, { id: string; cell: string | null }>();
  for (const [name, list] of desk.referents) {
    const parameter = list.find(({ kind }) => kind === 'parameter');
    if (parameter === undefined || !parameters.has(parameter.id) || name.startsWith('#')) continue;
    found.set(name, { id: parameter.id, cell: null });
    const { value, by } = parameters.get(parameter.id) as Parameter;
    for (const cell of value.kind === 'cells' ? Object.keys(value.cells) : [])
      for (const word of cellNames(desk, by, cell)) found.set(`${name}.${word}`, { id: parameter.id, cell });
  }
  for (const [name, id] of desk.implicit) found.set(name, { id, cell: null });
  return found;
}

function cellNames(desk: Desk, by: readonly string[], cell: string): string[] {
  if (by.length > 1) return [cell];
  const labels = [...desk.referents].filter(([, list]) =>
    list.some(
      one =>
        one.id === cell &&
        ((one.kind === 'value' && one.of === by[0]) || (one.kind === 'card' && by[0] === '#card')),
    ),
  );
  return [cell, ...labels.map(([name]) => name)];
}

/** How parameters of a policy that is used are set: `registration.line`. */
function namesOfSettings({ id, label, policy }: Use): string[] {
  const parameters = Object.values(policy.parameters).flatMap(one => [one.id, ...Object.values(one.label)]);
  return [id, ...Object.values(label)].flatMap(name => parameters.map(parameter => `${name}.${parameter}`));
}

/** Sets parameters from outside, by id or label; changes `parameters` in place. */
export function applySettings(
  desk: Desk,
  parameters: Map<string, Parameter>,
  settings: readonly Setting[],
  uses: Readonly<Record<string, Use>> = {},
): void {
  const known = targets(desk, parameters);
  const ofUses = Object.values(uses).flatMap(namesOfSettings);
  for (const { name, value } of settings) {
    const target = known.get(nameKey(name.text));
    const parameter = target && parameters.get(target.id);
    if (!target || !parameter) {
      const suggestion = nearest(name.text, [...known.keys(), ...ofUses]);
      desk.report({
        code: 'set-unknown',
        severity: 'error',
        params: { name: name.text },
        span: name.span,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
      continue;
    }
    const to = settled(desk, parameter, name.text, value);
    if (to !== null) parameters.set(target.id, overridden(parameter, target.cell, to.value));
  }
}
