import type { IToken } from 'chevrotain';
import { comparisonOf, dashedRange, endOf, isBelow, isIncluding, isOrdering, opposite } from './build.ts';
import type { CompareOp } from './expr.ts';
import { PartParser } from './parser-parts.ts';
import { decimalOf, rational, textOf } from './rational.ts';
import * as t from './tokens.ts';
import { wordTypes as w } from './tokens.ts';
import type { Tree, Wording } from './tree.ts';

const orEqual: Readonly<Partial<Record<CompareOp, CompareOp>>> = { lt: 'le', gt: 'ge' };

/** What a comparison asks, in all the ways in which people word it. */
export class RelationParser extends PartParser {
  /** What the relation now being read is about. */
  protected subject: Tree = { kind: 'error', span: { file: '', start: 0, end: 0 } };

  protected isRelation(): boolean {
    if (this.inParts && this.isType(1, w.over)) return false;
    return (
      this.isType(1, t.CompareWord) ||
      this.isType(1, w.at) ||
      this.isType(1, w.notAt) ||
      this.isType(1, w.between) ||
      this.isType(1, t.Membership) ||
      (this.isType(1, w.among) && this.isType(2, t.CompareWord)) ||
      (this.isType(1, t.NumberToken) && !this.isType(0, t.NumberToken))
    );
  }

  /** Does a figure follow with a word after it that compares: 6000 元/人年 以下? */
  protected isFigureEnd(from = 1): boolean {
    let at = from + 1;
    while (at < from + 13 && [t.UnitWord, t.Slash, t.MiddleDot, w.per].some(type => this.isType(at, type)))
      at++;
    if (this.isType(at, t.Inclusion)) at++;
    return this.isType(from, t.NumberToken) && this.isType(at, t.EndWord);
  }

  protected relation = this.RULE(
    'relation',
    (): Tree => {
      this.OPTION1({ GATE: () => this.isType(1, w.among), DEF: () => this.CONSUME1(w.among) });
      const is = this.OPTION2({ GATE: () => this.isCopula(), DEF: () => this.CONSUME2(t.CompareWord) });
      const tree = this.OR([
        { ALT: () => this.SUBRULE(this.worded) },
        { ALT: () => this.SUBRULE(this.placed) },
        { ALT: () => this.SUBRULE(this.membership) },
        // A line may begin with 至少 2 项(…), which a comparison may begin with too; the comparison is tried first.
        { ALT: () => this.SUBRULE(this.bare), IGNORE_AMBIGUITIES: true },
      ]);
      return this.ACTION(() => (is && comparisonOf(is) === 'ne' ? this.negated(tree) : tree));
    },
    { recoveryValueFunc: this.failed },
  );

  /** `is below`, `为 5000 元 以下`'s 为 before another relation. */
  private isCopula(): boolean {
    if (!this.isType(1, t.CompareWord)) return false;
    const operator = comparisonOf(this.LA(1));
    if (operator !== 'eq' && operator !== 'ne') return false;
    return (
      [t.CompareWord, t.Membership, w.at, w.between].some(type => this.isType(2, type)) &&
      !this.isType(2, w.isTrue)
    );
  }

  private negated(tree: Tree): Tree {
    if (tree.kind === 'compare') return { ...tree, operator: opposite[tree.operator] };
    return { kind: 'not', arg: tree, span: tree.span };
  }

  // worded = COMPARE sum [ INCLUSION ] [ END ] [ INCLUSION ] [ part ]
  protected worded = this.RULE(
    'worded',
    (): Tree => {
      const subject = this.subject;
      const word = this.CONSUME(t.CompareWord);
      const equal = this.OPTION4({
        GATE: () => this.isOrEqual(word),
        DEF: () => this.CONSUME2(t.CompareWord),
      });
      const line = this.SUBRULE1(this.sum);
      const multiple = this.OPTION1({
        GATE: () => this.isType(1, t.NumberToken) && !this.isFigureEnd(),
        DEF: () => this.SUBRULE(this.number),
      });
      const before = this.OPTION5({
        GATE: () => isOrdering(word) || this.isType(2, t.EndWord),
        DEF: () => this.CONSUME1(t.Inclusion),
      });
      const end = this.OPTION2(() => this.CONSUME(t.EndWord));
      const after = this.OPTION6({
        GATE: () => !before && end !== undefined,
        DEF: () => this.CONSUME2(t.Inclusion),
      });
      const bracket = before ?? after ?? null;
      const operator = this.ACTION(() => {
        if (multiple) return this.byMultiple(word, line, multiple);
        const bound = this.boundOperator(word, end ?? null, line, bracket);
        return equal && bound !== null ? (orEqual[bound] ?? bound) : bound;
      });
      const part = this.OPTION3(() => this.SUBRULE(this.part, { ARGS: [subject, operator, line] }));
      return this.ACTION(
        () => part ?? this.compared(subject, operator, line, end ? this.endWith(end, bracket) : word),
      );
    },
    { recoveryValueFunc: this.failed },
  );

  /** 大于 等于 in two words. */
  private isOrEqual(word: IToken): boolean {
    return this.isType(1, w.eq) && Object.hasOwn(orEqual, comparisonOf(word));
  }

  /** `高于 B 一倍`: more than one or more than two times B? */
  private byMultiple(word: IToken, line: Tree, multiple: Tree): null {
    if (multiple.kind !== 'number') return null;
    const base = this.written(line);
    const more = decimalOf(textOf(rational(multiple.value).add(1))) ?? `(${multiple.value} + 1)`;
    const reading = (count: string) => ({
      zh: `${word.image} ${base} 的 ${count} 倍`,
      en: `${word.image} ${count} × ${base}`,
    });
    this.report('two-readings', this.since(word), {
      text: `${word.image} ${base} ${this.written(multiple)}`,
      first: reading(multiple.value),
      second: reading(more),
    });
    return null;
  }

  // placed = ( AT | BETWEEN ) sum [ ( TO | WITH | AND ) sum ] [ BETWEEN_END | AMONG | END [ part ] ]
  protected placed = this.RULE(
    'placed',
    (): Tree => {
      const subject = this.subject;
      const word = this.OR1([
        { ALT: () => this.CONSUME(w.at) },
        { ALT: () => this.CONSUME(w.notAt) },
        { ALT: () => this.CONSUME(w.between) },
      ]);
      this.inBetween = true;
      const low = this.SUBRULE1(this.sum);
      const high = this.OPTION1(() => {
        this.OR2([
          { ALT: () => this.CONSUME(w.to) },
          { ALT: () => this.CONSUME(t.Tilde) },
          { ALT: () => this.CONSUME(w.with) },
          { ALT: () => this.CONSUME(w.and) },
        ]);
        return this.SUBRULE2(this.sum);
      });
      this.inBetween = false;
      const before = this.OPTION4({
        GATE: () => !high && this.isType(2, t.EndWord),
        DEF: () => this.CONSUME1(t.Inclusion),
      });
      const end = this.OPTION2(() =>
        this.OR3([
          { ALT: () => this.CONSUME(w.betweenEnd) },
          { ALT: () => this.CONSUME(w.among) },
          { ALT: () => this.CONSUME(t.EndWord) },
        ]),
      );
      const after = this.OPTION5({
        GATE: () => !before && !high && this.isType(0, t.EndWord),
        DEF: () => this.CONSUME2(t.Inclusion),
      });
      const bracket = before ?? after ?? null;
      const operator = this.ACTION(() => {
        const isBound = end && !high && end.tokenType !== w.betweenEnd && end.tokenType !== w.among;
        return isBound ? this.boundOperator(null, end, low, bracket) : 'eq';
      });
      const part = this.OPTION3(() => this.SUBRULE(this.part, { ARGS: [subject, operator, low] }));
      return this.ACTION((): Tree => {
        if (part) return part;
        const placed = this.place(
          subject,
          word,
          low,
          high ?? null,
          end ? this.endWith(end, bracket) : null,
          operator,
        );
        return word.tokenType === w.notAt ? { kind: 'not', arg: placed, span: placed.span } : placed;
      });
    },
    { recoveryValueFunc: this.failed },
  );

  private place(
    subject: Tree,
    word: IToken,
    low: Tree,
    high: Tree | null,
    end: IToken | null,
    operator: CompareOp | null,
  ): Tree {
    const span = this.since(subject);
    const dashed = high || end?.tokenType !== w.betweenEnd ? null : dashedRange(low);
    if (dashed) return { kind: 'between', arg: subject, low: dashed.low, high: dashed.high, span };
    if (high) {
      const shared =
        low.kind === 'number' && !low.unit && high.kind === 'number' ? { ...low, unit: high.unit } : low;
      return { kind: 'between', arg: subject, low: shared, high, span };
    }
    if (low.kind === 'list' || end?.tokenType === w.among)
      return { kind: 'in', arg: subject, values: low.kind === 'list' ? low.items : [low], span };
    if (end && end.tokenType !== w.betweenEnd) return this.compared(subject, operator, low, end);
    if (word.tokenType !== w.between && !end) return this.compared(subject, 'eq', low, word);
    this.report('between-one-end', this.since(word), { text: this.written(low) });
    return this.error(word);
  }

  // membership = IN sum
  protected membership = this.RULE(
    'membership',
    (): Tree => {
      const subject = this.subject;
      const word = this.CONSUME(t.Membership);
      const values = this.SUBRULE(this.sum);
      return this.ACTION(() => {
        const span = this.since(subject);
        const tree: Tree =
          values.kind === 'range'
            ? { kind: 'between', arg: subject, low: values.low, high: values.high, span }
            : { kind: 'in', arg: subject, values: values.kind === 'list' ? values.items : [values], span };
        return word.tokenType === w.notIn ? { kind: 'not', arg: tree, span } : tree;
      });
    },
    { recoveryValueFunc: this.failed },
  );

  // bare = sum [ INCLUSION ] END [ INCLUSION ] [ part ]
  protected bare = this.RULE(
    'bare',
    (): Tree => {
      const subject = this.subject;
      const line = this.SUBRULE(this.sum);
      const before = this.OPTION1(() => this.CONSUME1(t.Inclusion));
      const end = this.CONSUME(t.EndWord);
      const after = this.OPTION2({
        GATE: () => !before,
        DEF: () => this.CONSUME2(t.Inclusion),
      });
      const bracket = before ?? after ?? null;
      const operator = this.ACTION(() => this.boundOperator(null, end, line, bracket));
      const part = this.OPTION3(() => this.SUBRULE(this.part, { ARGS: [subject, operator, line] }));
      return this.ACTION(() => part ?? this.compared(subject, operator, line, this.endWith(end, bracket)));
    },
    { recoveryValueFunc: this.failed },
  );

  /** The word after the line with the bracket that goes with it, as one: （不含）以下. */
  private endWith(end: IToken, bracket: IToken | null): IToken {
    if (!bracket) return end;
    const startOffset = Math.min(end.startOffset, bracket.startOffset);
    const stop = Math.max(endOf(end), endOf(bracket));
    return { ...end, startOffset, image: this.source.text.slice(startOffset, stop) };
  }

  private error(from: IToken): Tree {
    return { kind: 'error', span: this.since(from) };
  }

  /** `operator` null: its error has been reported. */
  private compared(subject: Tree, operator: CompareOp | null, line: Tree, word: IToken): Tree {
    const span = this.since(subject);
    if (operator === null) return { kind: 'error', span };
    if (line.kind === 'range' && operator === 'eq')
      return { kind: 'between', arg: subject, low: line.low, high: line.high, span };
    return {
      kind: 'compare',
      operator,
      left: subject,
      right: line,
      wording: this.wordingOf(subject, operator, line, word),
      span,
    };
  }

  private wordingOf(subject: Tree, operator: CompareOp, line: Tree, word: IToken): Wording | null {
    if (operator === 'eq' || operator === 'ne') return null;
    return {
      word: word.image,
      inclusive: isIncluding(operator),
      side: isBelow(operator) ? 'below' : 'above',
      subject: subject.kind === 'name' ? subject.name : this.written(subject),
      line: this.written(line),
      span: this.tokenSpan(word),
    };
  }
}
