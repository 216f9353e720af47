/** The fields by which a draft gives a declared parameter another value. */
import { parameterKeys } from '../../language/keys.ts';
import { type Lang, wordOf } from '../../language/label.ts';
import type { Parameter, ParameterValue, Policy } from '../policy.ts';
import { writeValue } from '../written-value.ts';

/** Plain data as YAML has it; maps, since keys are words of a policy. */
export type Plain = string | ReadonlyMap<string, Plain>;
type Growing = Map<string, Plain>;

/** Where a policy writes its cells: under `表`, or under `值` itself. */
export type CellsIn = 'cells' | 'value';

/** A day before all others on which policies are looked at. */
const EVER = '1900-01-01';

type Leaf = Exclude<ParameterValue, { kind: 'cells' }>;
const isLeaf = (value: ParameterValue): value is Leaf => value.kind !== 'cells';
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The value fields of a parameter as it now stands; what it was worth last year stays. */
export function valueFields(
  policy: Policy,
  parameter: Parameter,
  lang: Lang,
  cellsIn: CellsIn,
): Map<string, Plain> {
  const key = (name: keyof typeof parameterKeys) => parameterKeys[name][lang][0]!;
  const { value, lastYear } = parameter;
  const leaf = (now: Leaf, before: Leaf): Plain => {
    const text = writeValue(now, parameter, policy.vocabulary, lang);
    if (same(now, before)) return text;
    const day = `${policy.on.slice(0, 4)}-01-01`;
    if (before.kind === 'open') return new Map([[day, text]]);
    const earlier = writeValue(before, parameter, policy.vocabulary, lang);
    return new Map([
      [EVER, earlier],
      [day, text],
    ]);
  };
  if (isLeaf(value)) return new Map([[key('value'), leaf(value, isLeaf(lastYear) ? lastYear : value)]]);
  const past = (cell: string, now: Leaf): Leaf => {
    if (isLeaf(lastYear)) return now;
    const found = Object.hasOwn(lastYear.cells, cell) ? lastYear.cells[cell]! : lastYear.otherwise;
    return isLeaf(found) ? found : now;
  };
  const table: Growing = new Map();
  for (const [cell, now] of Object.entries(value.cells)) {
    if (!isLeaf(now)) continue;
    const path = cell.split('|').map((id, axis) => cellWord(policy, parameter.by[axis] ?? '', id, lang));
    setAt(table, path, leaf(now, past(cell, now)));
  }
  const fields: Growing = new Map([[key(cellsIn), table]]);
  if (isLeaf(value.otherwise)) {
    const before = isLeaf(lastYear) || !isLeaf(lastYear.otherwise) ? value.otherwise : lastYear.otherwise;
    fields.set(key('otherwise'), leaf(value.otherwise, before));
  }
  return fields;
}

function setAt(table: Growing, path: readonly string[], value: Plain): void {
  let at = table;
  for (const step of path.slice(0, -1)) {
    const below = (at.get(step) ?? new Map()) as Growing;
    at.set(step, below);
    at = below;
  }
  at.set(path.at(-1)!, value);
}

/** What the value of a key is called where cells are written down. */
export function cellWord(policy: Policy, axis: string, id: string, lang: Lang): string {
  const fact = Object.hasOwn(policy.vocabulary.facts, axis) ? policy.vocabulary.facts[axis] : undefined;
  if (fact?.type.kind === 'bool')
    return { zh: ['否', '是'], en: ['no', 'yes'] }[lang][Number(id === 'true')]!;
  if (axis === '#card') return wordOf(policy.cards.find(card => card.id === id)?.label ?? {}, lang, id);
  const value = fact?.values.find(each => each.id === id);
  return wordOf(value?.label ?? {}, lang, id);
}
