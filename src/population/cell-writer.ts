/** Fills one typed column from the texts of a file. */
import type { Fact } from '../policy/vocabulary.ts';
import {
  looseDate,
  looseNumber,
  looseTruth,
  looseValue,
  numberWithin,
  plainDate,
  plainNumber,
  TRUTHS,
  valueWords,
} from './cell.ts';
import { withoutGuard } from './cell-text.ts';
import {
  bytes,
  type Cells,
  doubles,
  finishCells,
  integers,
  makeCells,
  missCell,
  narrowed,
  setCell,
} from './cells.ts';
import type { Column } from './columns.ts';
import { numberForm } from './number-form.ts';
import { type Problem, problem } from './problem.ts';

export interface CellWriter {
  /**
   * Puts the cell's value at `row`, or says what is wrong with it. Rows come in ascending order; the last one may be
   * written again.
   */
  put(row: number, text: string): Problem | null;
  /** The same for what a typed file holds: 1 or 0, a value's index, days, a figure in the fact's unit; NaN: not known. */
  take(row: number, value: number): Problem | null;
  finish(rows: number): Column;
}

/** Most columns hold few different texts, each of which is read once. Bounded: a column of notes holds many. */
const CACHED = 4096;
const BLANK = /^\s*$/;

export function makeWriter(fact: Fact): CellWriter {
  if (fact.type.kind === 'number') return numberWriter(fact);
  if (fact.type.kind === 'text') return textWriter();
  if (fact.type.kind === 'date') return dateWriter();
  if (fact.type.kind === 'bool') {
    const cache = new Map([...TRUTHS].map(([word, truth]) => [word, truth ? 1 : 0]));
    return cachedWriter('bool', bytes, raw => truthByte(looseTruth(raw)), cache);
  }
  const words = valueWords(fact);
  return cachedWriter('enum', bytes, raw => looseValue(raw, fact, words), new Map(words));
}

function truthByte(truth: boolean | Problem): number | Problem {
  return typeof truth === 'boolean' ? Number(truth) : truth;
}

function cachedWriter(
  kind: 'bool' | 'enum' | 'date',
  make: (length: number) => Uint8Array | Int32Array,
  read: (raw: string) => number | Problem,
  cache = new Map<string, number>(),
): CellWriter & { readonly cells: Cells<Uint8Array | Int32Array> } {
  const cells = makeCells<Uint8Array | Int32Array>(make);
  return {
    cells,
    put(row, text) {
      let value = cache.get(text);
      if (value === undefined) {
        if (text === '' || BLANK.test(text)) {
          missCell(cells, row);
          return null;
        }
        const found = read(text);
        if (typeof found !== 'number') return found;
        if (cache.size < CACHED) cache.set(flat(text), found);
        value = found;
      }
      setCell(cells, row, value);
      return null;
    },
    take(row, value) {
      if (Number.isNaN(value)) missCell(cells, row);
      else setCell(cells, row, value);
      return null;
    },
    finish(rows) {
      return { kind, ...finishCells(cells, rows) } as Column;
    },
  };
}

function dateWriter(): CellWriter {
  const loose = cachedWriter('date', integers, looseDate);
  const { cells } = loose;
  return {
    put(row, text) {
      const days = plainDate(text);
      if (Number.isNaN(days)) return loose.put(row, text);
      setCell(cells, row, days);
      return null;
    },
    take: loose.take,
    finish: loose.finish,
  };
}

function numberWriter(fact: Fact): CellWriter {
  const cells = makeCells(doubles);
  const form = numberForm(fact);
  const { decimals, least, most } = form;
  return {
    put(row, text) {
      let value = plainNumber(text, decimals);
      if (!(value >= least && value <= most)) {
        if (text === '' || BLANK.test(text)) {
          missCell(cells, row);
          return null;
        }
        const found = numberWithin(looseNumber(text, form), form, text);
        if (typeof found !== 'number') return found;
        value = found;
      }
      setCell(cells, row, value);
      return null;
    },
    take(row, value) {
      if (Number.isNaN(value)) {
        missCell(cells, row);
        return null;
      }
      const found = numberWithin(wholeNumber(value, decimals), form, String(value));
      if (typeof found !== 'number') return found;
      setCell(cells, row, found);
      return null;
    },
    finish(rows) {
      const { values, valid } = finishCells(cells, rows);
      return { kind: 'number', ...narrowed(values), valid, factor: form.factor };
    },
  };
}

/** A binary fraction as the decimal it stands for: the nearest one, if it is near enough to be no other. */
function wholeNumber(value: number, decimals: number): number | Problem {
  const scaled = value * 10 ** decimals;
  const whole = Math.round(scaled);
  if (!Number.isSafeInteger(whole)) return problem('cell-too-large', { value: String(value) });
  if (Math.abs(scaled - whole) > 1e-6 * Math.max(1, Math.abs(scaled) * 1e-6))
    return problem('cell-too-precise', { value: String(value), decimals });
  return whole === 0 ? 0 : whole;
}

function textWriter(): CellWriter {
  const cells = makeCells(integers);
  const places = new Map<string, number>();
  const dictionary: string[] = [];
  return {
    put(row, text) {
      const word = withoutGuard(text.trim());
      if (word === '') {
        missCell(cells, row);
        return null;
      }
      let place = places.get(word);
      if (place === undefined) {
        if (word.length > LONGEST_TEXT) return problem('cell-too-long', { length: word.length });
        place = dictionary.length;
        const kept = flat(word);
        dictionary.push(kept);
        places.set(kept, place);
      }
      setCell(cells, row, place);
      return null;
    },
    take(row, value) {
      return this.put(row, Number.isNaN(value) ? '' : String(value));
    },
    finish(rows) {
      return { kind: 'text', dictionary, ...finishCells(cells, rows) };
    },
  };
}

/** Longer than any address or note; what is longer is a lost quote. */
export const LONGEST_TEXT = 4096;

/** A copy that does not keep alive the whole block of text it was cut from. */
export function flat(text: string): string {
  return Buffer.from(text).toString();
}
