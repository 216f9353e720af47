/** Parameters as the panel shows them: texts and figures in their own units. */
import { type ParameterLine, parameterLines } from '../../analysis/parameters/lines.ts';
import { type Measure, stretchOf } from '../../analysis/parameters/steps.ts';
import type { Rational } from '../../language/expr.ts';
import type { Lang, Words } from '../../language/label.ts';
import { isRatio } from '../../language/units.ts';
import { cellWord } from '../../policy/draft/declared.ts';
import type { Parameter, Policy } from '../../policy/policy.ts';
import { OTHERWISE } from '../../policy/with-parameters.ts';
import { figureIn, unitFactor } from '../../policy/written-value.ts';
import { inert } from '../../report/inert.ts';
import { policyName } from '../../report/names.ts';
import { writtenUnit } from '../../report/units.ts';
import type { Named, ParameterInfo, ParameterKind, SettledText } from '../protocol.ts';
import { NO_WORDS, wordsFor } from './texts.ts';

/** A cell in keys of lines; what no cell speaks of goes by a name that no cell has. */
export const lineKey = (parameter: string, cell: string | null): string =>
  cell === null ? parameter : `${parameter}|${cell}`;

export function parameterInfos(policy: Policy): ParameterInfo[] {
  return parameterLines(policy).map(line => infoOf(policy, line));
}

const KINDS: Readonly<Record<Parameter['type']['kind'], ParameterKind>> = {
  number: 'number',
  bool: 'bool',
  enum: 'choice',
  date: 'date',
  text: 'text',
};

function infoOf(policy: Policy, line: ParameterLine): ParameterInfo {
  const { parameter, cell, value, usedBy } = line;
  const { vocabulary } = policy;
  const figure = (base: Rational): string =>
    figureIn(base, parameter, vocabulary) ?? approximately(base, line, policy);
  const stretch = stretchOfLine(policy, line);
  const kind = KINDS[parameter.type.kind];
  return {
    parameter: parameter.id,
    cell,
    key: lineKey(parameter.id, cell),
    label: wordsFor(parameter.label, parameter.id),
    cellLabel: cell === null ? null : cellLabel(policy, parameter, cell),
    unit: unitWords(policy, parameter),
    cite: inert(parameter.cite),
    clause: parameter.clause.map(inert),
    note: wordsFor(parameter.note, ''),
    kind,
    value: valueText(value, kind, figure),
    least: parameter.least === null ? null : figure(parameter.least),
    most: parameter.most === null ? null : figure(parameter.most),
    step: text(stretch.step),
    decimals: stretch.decimals,
    choices: choicesOf(policy, parameter),
    from: text(stretch.from),
    to: text(stretch.to),
    usedBy: usedBy.map(rule => wordsFor(rule.label, rule.id)),
    origin: originWords(policy, parameter),
    implicit: parameter.implicit,
  };
}

/** A figure as plain decimal text, never with an exponent. */
const text = (value: number): string => {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(6).replace(/\.?0+$/, '') : plain;
};

function approximately(base: Rational, { parameter }: ParameterLine, { vocabulary }: Policy): string {
  return text(Number((numberOf(base) / numberOf(unitFactor(parameter, vocabulary))).toFixed(6)));
}

function numberOf(value: Rational): number {
  const [top = '0', bottom = '1'] = value.split('/');
  return Number(top) / Number(bottom);
}

function valueText(
  value: ParameterLine['value'],
  kind: ParameterKind,
  figure: (base: Rational) => string,
): SettledText | null {
  if (value.kind === 'open') return null;
  if (value.kind === 'range') return [figure(value.low), figure(value.high)];
  if (typeof value.value === 'boolean') return String(value.value);
  return kind === 'number' ? figure(value.value) : inert(value.value);
}

function stretchOfLine({ vocabulary }: Policy, { parameter, value }: ParameterLine) {
  const factor = numberOf(unitFactor(parameter, vocabulary));
  const inUnit = (base: unknown) =>
    typeof base === 'string' && parameter.type.kind === 'number' ? numberOf(base) / factor : null;
  const [low, high] =
    value.kind === 'range'
      ? [value.low, value.high]
      : value.kind === 'set'
        ? [value.value, value.value]
        : [null, null];
  return stretchOf({
    measure: measureOf(parameter),
    low: inUnit(low),
    high: inUnit(high),
    least: inUnit(parameter.least),
    most: inUnit(parameter.most),
  });
}

function measureOf({ type, unit }: Parameter): Measure {
  if (type.kind !== 'number') return 'count';
  const { dimension } = type;
  if (isRatio(dimension)) return /[%％‰成]|percent/.test(unit) ? 'percent' : 'times';
  const bases = Object.keys(dimension);
  if (bases.includes('money') || bases.includes('area')) return 'amount';
  return bases.some(base => ['month', 'day', 'working-day'].includes(base)) ? 'time' : 'count';
}

export function unitWords(policy: Policy, { unit }: Parameter): Words {
  const label = writtenUnit(unit, policy)?.label;
  return label === undefined ? wordsFor({}, unit) : wordsFor(label, unit);
}

function cellLabel(policy: Policy, { by }: Parameter, cell: string): Words {
  if (cell === OTHERWISE) return { zh: '其余', en: 'all others' };
  const say = (lang: Lang) =>
    inert(
      cell
        .split('|')
        .map((id, axis) => cellWord(policy, by[axis] ?? '', id, lang))
        .join(lang === 'zh' ? '、' : ', '),
    );
  return { zh: say('zh'), en: say('en') };
}

function choicesOf(policy: Policy, { type }: Parameter): Named[] {
  if (type.kind === 'bool')
    return [
      { id: 'true', label: { zh: '是', en: 'yes' } },
      { id: 'false', label: { zh: '否', en: 'no' } },
    ];
  if (type.kind !== 'enum') return [];
  const values = policy.vocabulary.facts[type.of]?.values ?? [];
  return values.map(({ id, label }) => ({ id, label: wordsFor(label, id) }));
}

/** The policy itself goes by its name, drafts and bases by their ids. */
function originWords(policy: Policy, { origin }: Parameter): Words {
  if (origin.policy !== policy.id) return { ...NO_WORDS, zh: inert(origin.policy), en: inert(origin.policy) };
  return { zh: policyName(policy, 'zh'), en: policyName(policy, 'en') };
}
