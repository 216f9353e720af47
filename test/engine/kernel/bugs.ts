/** Bugs that a kernel might have, planted into the code it generates. */
import { sourceOf } from '../../../src/engine/kernel/kernel.ts';
import type { Program } from '../../../src/engine/kernel/program.ts';

export interface Bug {
  readonly name: string;
  /** The code with the bug in one place, another one from turn to turn; the same text where there is no place for it. */
  readonly plant: (source: string, turn: number) => string;
}

export const bug = (name: string, pattern: RegExp, into: string): Bug => ({
  name,
  plant: (source, turn) => {
    const places = [...source.matchAll(new RegExp(pattern, 'g'))];
    if (places.length === 0) return source;
    const { index } = places[turn % places.length]!;
    return source.slice(0, index) + source.slice(index).replace(pattern, into);
  },
});

export const bugs: readonly Bug[] = [
  bug('a boundary flipped: below takes in the limit', / < (-?\d+|[tac]\d+\b)/, ' <= $1'),
  bug('a boundary flipped: at most leaves out the limit', / <= /, ' < '),
  bug('a mask dropped: missing facts count as recorded', /\bv\d+\[\w+\] === 1/, 'true'),
  bug('a mask dropped: a missing truth value is false', / \| v\d+\[\w+\] \^ 1/, ''),
  bug('the first part left out', /(for \(let j\d+ = )([^;]+);/, '$1$2 + 1;'),
  bug('the last part left out', /(for \(let j\d+ = [^;]+; j\d+ < )([^;]+)/, '$1$2 - 1'),
  bug('a denominator lost', / \* (t\d+|\(t\d+ - t\d+\))(?= |;|\))/, ''),
  bug('every begins as false', /let (a\d+) = 3;/, 'let $1 = 0;'),
  bug('any forgets all parts but the last', /\b(a\d+) \|= /, '$1 = '),
  bug('not of unknown is true', /\b7 >> \(/, '15 >> ('),
  bug('another exclusion named', /(barred\d+\[\w+\] = )(t\d+)/, '$1$2 + 1'),
  bug('a cap taken for a floor', /Math\.min/, 'Math.max'),
  bug('rounded up instead of down', /Math\.floor/, 'Math.ceil'),
  bug('an undetermined claim called due', /(state\d+\[\w+\] = .*)\b2\b/, '$11'),
  bug('an unset claim called undetermined', /(state\d+\[\w+\] = .*)\b3\b/, '$12'),
  bug('the high end left at the low', /high(\d+)\[\w+\] = .*;/, ''),
  bug(
    'no claim under one hypothesis counts for nothing',
    / !== 0 \? 0 : (Infinity|t\d+)/,
    ' !== 0 ? $1 : $1',
  ),
  bug('the first village for everybody', /\bu(\d+)\[\w+\]/, 'u$1[0]'),
  bug('a card given although one before it is', / & \(?t\d+ >> 1 \^ 1\)?/, ''),
  bug('a set of values read from the wrong end', /(\d+) >> ([tc]\d+)/, '$1 >> 3 - $2'),
  bug('scope unknown forgotten', /(possible\[i\] = t\d+ \? t\d+) \| \d+/, '$1'),
  bug('the least of no parts is 0', /(let a\d+ = )-?Infinity;/, '$10;'),
  bug('the day of the month ignored', /\bh(\d+)\((\w+(?:\[\w+\])?), /, 'h$1($2 + 1, '),
  bug('a sum that counts parts not meant', /(a\d+ \+= [^;]*?) \? ([^:;]+) : 0;/, '$1 ? $2 : $2;'),
  bug('one unit too many after scaling', / \* (\d+)/, ' * ($1 + 1)'),
  bug('what is inapplicable taken as it is recorded', /!(t\d+) && |\b(t\d+) && (?=t\d)/, ''),
  bug('the highest of a choice taken for the lowest', /Math\.max\((?=[ta]\d+, )/, 'Math.min('),
];

/** A program with the bug in each of its functions; null where it has no place. */
export function planted({ plant }: Bug, program: Program, turn: number): Program | null {
  const change = <F extends { readonly source: string }>(made: F): F => ({
    ...made,
    source: plant(made.source, turn),
  });
  const { above, decide, pay, weigh, owe, owePerhaps } = program;
  const changed: Program = {
    ...program,
    above: above.map(change),
    decide: { ...decide, decide: change(decide.decide) },
    pay: pay.map(change),
    weigh: weigh.map(change),
    owe: owe.map(change),
    owePerhaps: owePerhaps.map(change),
  };
  return sourceOf(changed) === sourceOf(program) ? null : changed;
}
