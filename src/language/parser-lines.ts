import type { IToken } from 'chevrotain';
import { comparisonOf, endOperator, idOf } from './build.ts';
import type { CompareOp } from './expr.ts';
import { contradicts, decided, includes, isAboutLine, withInclusion } from './inclusion.ts';
import type { Words } from './label.ts';
import { CallParser } from './parser-calls.ts';
import type { Tree } from './tree.ts';

/** A word for each side of a line, with the line and without it. */
const signWords: Partial<Record<CompareOp, Words>> = {
  lt: { zh: '低于', en: 'below' },
  le: { zh: '不超过', en: 'at most' },
  gt: { zh: '超过', en: 'above' },
  ge: { zh: '不低于', en: 'at least' },
};

/** What the words around a line ask together, and whether they agree. */
export class LineParser extends CallParser {
  /** What a word before and a word after the line ask together; null after reporting that they disagree. */
  protected boundOperator(
    before: IToken | null,
    after: IToken | null,
    line: Tree,
    bracket: IToken | null = null,
  ): CompareOp | null {
    if (!bracket || line.kind === 'error') return this.wordedOperator(before, after, line);
    const shown = this.written({ kind: 'error', span: this.tokenSpan(bracket) });
    if (!isAboutLine(bracket, line)) {
      this.report('inclusion-of-another', this.tokenSpan(bracket), {
        bracket: shown,
        line: this.written(line),
      });
      return null;
    }
    const operator = decided(after, bracket) ?? this.wordedOperator(before, after, line);
    if (operator === null || operator === 'eq' || operator === 'ne') return operator;
    const meant = withInclusion(operator, includes(bracket));
    if (!contradicts(operator, after, bracket)) return meant;
    const reading = (one: CompareOp): Words => {
      const { zh, en } = signWords[one]!;
      return { zh: `${zh} ${this.written(line)}`, en: `${en} ${this.written(line)}` };
    };
    this.report('two-readings', this.since(before ?? line), {
      text: this.written({ kind: 'error', span: this.since(before ?? line) }),
      first: reading(operator),
      second: reading(meant),
    });
    return null;
  }

  private wordedOperator(before: IToken | null, after: IToken | null, line: Tree): CompareOp | null {
    const first = before ? comparisonOf(before) : null;
    if (!after) return first ?? 'le';
    const second = endOperator(after);
    const id = idOf(after);
    if (second === null && id !== 'beforeOrOn' && id !== 'afterOrOn') return first;
    const written = this.written(line);
    if (second === null) {
      const early = id === 'beforeOrOn';
      this.report('two-readings', this.tokenSpan(after), {
        text: `${written} ${after.image}`,
        first: early
          ? { zh: `早于 ${written}`, en: `before ${written}` }
          : { zh: `晚于 ${written}`, en: `after ${written}` },
        second: early
          ? { zh: `不晚于 ${written}`, en: `not after ${written}` }
          : { zh: `不早于 ${written}`, en: `not before ${written}` },
      });
      return null;
    }
    if (first === null || first === 'eq' || first === second) return second;
    this.report('two-readings', this.since(before!), {
      text: `${before!.image} ${written} ${after.image}`,
      first: `${before!.image} ${written}`,
      second: `${written} ${after.image}`,
    });
    return null;
  }
}
