import type { IToken, ParserMethod } from 'chevrotain';
import { isBelow } from './build.ts';
import type { CompareOp } from './expr.ts';
import { AtomParser } from './parser-atoms.ts';
import * as t from './tokens.ts';
import { wordTypes as w } from './tokens.ts';
import type { Tree } from './tree.ts';

/** Parts of a sum above or below a line, and the arithmetic that follows them. */
export class PartParser extends AtomParser {
  declare protected unary: ParserMethod<[], Tree>;
  declare protected product: ParserMethod<[], Tree>;

  private partOfSum(subject: Tree, operator: CompareOp | null, line: Tree, word: IToken): Tree {
    const span = this.since(subject);
    if (operator === null) return { kind: 'error', span };
    if (operator === 'eq' || operator === 'ne') {
      this.report('part-of-what', span, { word: word.image });
      return { kind: 'error', span };
    }
    if (this.isOpenSum(subject))
      this.report('part-needs-brackets', subject.span, { text: this.written(subject) });
    return { kind: isBelow(operator) ? 'shortfall' : 'excess', arg: subject, line, span };
  }

  /** Arithmetic that no brackets hold together. */
  protected isOpenSum(tree: Tree): boolean {
    return (tree.kind === 'arithmetic' || tree.kind === 'negate') && !this.bracketed.has(tree);
  }

  // part = PART { OF primary | ( '×' | '÷' ) unary } { ( '+' | '-' ) product }      超过 5000 元 的部分 的 50% + 200 元
  protected part = this.RULE(
    'part',
    (subject: Tree, operator: CompareOp | null, line: Tree): Tree => {
      const word = this.CONSUME(w.part);
      let tree = this.ACTION(() => this.partOfSum(subject, operator, line, word));
      this.MANY1(() =>
        this.OR1([
          {
            ALT: () => {
              this.CONSUME(w.of);
              const arg = this.SUBRULE(this.primary);
              tree = this.ACTION(() => ({ kind: 'of', owner: tree, arg, span: this.since(tree) }));
            },
          },
          {
            ALT: () => {
              const sign = this.CONSUME(t.MultiplySign);
              const right = this.SUBRULE(this.unary);
              tree = this.ACTION(() => this.scaled(tree, sign, right));
            },
          },
        ]),
      );
      this.MANY2(() => {
        const sign = this.CONSUME(t.AddSign);
        const right = this.SUBRULE(this.product);
        tree = this.ACTION(() => this.added(tree, sign, right));
      });
      return tree;
    },
    { recoveryValueFunc: this.failed },
  );

  protected scaled(left: Tree, sign: IToken, right: Tree): Tree {
    const divides = sign.tokenType === t.Slash || sign.tokenType === t.Divide || sign.tokenType === w.divide;
    return {
      kind: 'arithmetic',
      operator: divides ? 'divide' : 'multiply',
      left,
      right,
      span: this.since(left),
    };
  }

  protected added(left: Tree, sign: IToken, right: Tree): Tree {
    const subtracts = sign.tokenType === t.Minus || sign.tokenType === w.minus;
    return {
      kind: 'arithmetic',
      operator: subtracts ? 'subtract' : 'add',
      left,
      right,
      span: this.since(left),
    };
  }
}
