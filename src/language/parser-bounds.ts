import type { IToken, ParserMethod } from 'chevrotain';
import { isBelow, isOrdering, spellingOf } from './build.ts';
import { RelationParser } from './parser-relation.ts';
import * as t from './tokens.ts';
import { wordTypes as w } from './tokens.ts';
import type { Tree } from './tree.ts';
import { ageSpellings } from './units.ts';

/** Comparisons with two ends, and those that need not say what they compare. */
export class BoundsParser extends RelationParser {
  declare protected fallback: ParserMethod<[], Tree>;
  /** Comparisons with two ends that stand side by side, so that they have one subject. */
  private doubled = new WeakSet<Tree>();

  protected comparison = this.RULE(
    'comparison',
    (): Tree =>
      this.OR([
        { GATE: () => this.isAge(), ALT: () => this.SUBRULE(this.aged), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.SUBRULE(this.stated) },
      ]),
    { recoveryValueFunc: this.failed },
  );

  protected stated = this.RULE(
    'stated',
    (): Tree => {
      let tree = this.SUBRULE(this.fallback);
      this.OPTION({
        GATE: () => this.isRelation(),
        DEF: () => {
          this.subject = tree;
          const related = this.SUBRULE(this.bounded);
          this.ACTION(() => {
            tree = related;
          });
        },
      });
      return tree;
    },
    { recoveryValueFunc: this.failed },
  );

  /** A comparison with years of age that names no subject follows: 年满 60 周岁, 不满 14 周岁, 60 周岁 以上. */
  private isAge(): boolean {
    if (this.age === null) return false;
    if (this.isType(1, t.NumberToken)) return this.isAgeUnit(2) && this.isFigureEnd();
    return isOrdering(this.LA(1)) && this.isType(2, t.NumberToken) && this.isAgeUnit(3);
  }

  private isAgeUnit(offset: number): boolean {
    return this.isType(offset, t.UnitWord) && ageSpellings.has(spellingOf(this.LA(offset)));
  }

  protected aged = this.RULE(
    'aged',
    (): Tree => {
      this.ACTION(() => {
        this.subject = { kind: 'name', name: this.age!, span: this.tokenSpan(this.LA(1)) };
      });
      return this.SUBRULE(this.bounded);
    },
    { recoveryValueFunc: this.failed },
  );

  /** Does a comparison follow whose subject is that of the one before: 高于 3000 元 且 低于 5000 元? */
  protected isElliptic(before: Tree | undefined): boolean {
    if (!before || this.subjectOf(before) === null || this.isType(1, w.isTrue)) return false;
    if (this.isAge()) return !this.isOfSomethingElse(before);
    if (this.isType(1, w.atLeast)) return ![w.items, w.of, t.Open].some(type => this.isType(3, type));
    return (
      [t.CompareWord, t.Membership, w.at, w.notAt, w.between].some(type => this.isType(1, type)) ||
      this.isFigureEnd()
    );
  }

  /** Is a comparison certainly not about an age: 劳动能力 = 弱劳动力, 家庭人口 超过 3 人? */
  private isOfSomethingElse(before: Tree): boolean {
    if (before.kind === 'and') return this.isOfSomethingElse(before.args[0]!);
    if (before.kind === 'in') return true;
    const line = before.kind === 'compare' ? before.right : before.kind === 'between' ? before.low : null;
    if (before.kind === 'compare' && (before.operator === 'eq' || before.operator === 'ne')) return true;
    return (
      line?.kind === 'number' && line.unit !== null && !line.unit.up.some(unit => ageSpellings.has(unit))
    );
  }

  /** What a comparison is about. */
  protected subjectOf(tree: Tree): Tree | null {
    if (tree.kind === 'compare') return tree.left;
    if (tree.kind === 'and' && this.doubled.has(tree)) return this.subjectOf(tree.args[0]!);
    return tree.kind === 'between' || tree.kind === 'in' ? tree.arg : null;
  }

  // bounded = relation [ [ TO ] ( COMPARE figure … | figure END ) ]          5000 元 以上 8000 元 以下 · 满 16 周岁 不满 60 周岁
  protected bounded = this.RULE(
    'bounded',
    (): Tree => {
      const subject = this.subject;
      const first = this.SUBRULE1(this.relation);
      const second = this.OPTION({
        GATE: () => this.isOtherEnd(first),
        DEF: () => {
          this.OPTION2(() => this.CONSUME(w.to));
          this.ACTION(() => {
            this.subject = subject;
          });
          const word = this.LA(1);
          const end = this.SUBRULE2(this.relation);
          return { word, end };
        },
      });
      return this.ACTION(() => (second ? this.bothEnds(first, second.word, second.end) : first));
    },
    { recoveryValueFunc: this.failed },
  );

  /** A comparison by its own place, where its subject stands further up. */
  protected from(start: IToken, tree: Tree): Tree {
    const moved = { ...tree, span: this.since(start) };
    if (this.doubled.has(tree)) this.doubled.add(moved);
    return moved;
  }

  /** Words of Chinese stand side by side; signs and English words join with `and`. */
  private isOtherEnd(first: Tree): boolean {
    const joined = this.isType(1, w.to);
    if (joined && first.kind !== 'compare') return false;
    const at = joined ? 2 : 1;
    if (this.isFigureEnd(at)) return true;
    const line = first.kind === 'compare' ? first.right : first;
    const plain = line.kind === 'number' || line.kind === 'error';
    return plain && isOrdering(this.LA(at)) && isHan(this.LA(at)) && this.isType(at + 1, t.NumberToken);
  }

  private bothEnds(first: Tree, word: IToken, second: Tree): Tree {
    const span = this.since(first);
    const one = first.kind === 'not' ? first.arg : first;
    if (one.kind === 'error' || second.kind === 'error') return { kind: 'error', span };
    if (!isEnd(one) || !isEnd(second) || isBelow(one.operator) === isBelow(second.operator)) {
      this.report('chained-comparison', this.tokenSpan(word), { word: word.image });
      return { kind: 'error', span };
    }
    const both: Tree = { kind: 'and', args: [one, this.from(word, second)], span };
    this.doubled.add(both);
    return first.kind === 'not' ? { ...first, arg: both, span } : both;
  }
}

function isEnd(tree: Tree): tree is Extract<Tree, { kind: 'compare' }> {
  return tree.kind === 'compare' && tree.operator !== 'eq' && tree.operator !== 'ne';
}

function isHan(token: IToken): boolean {
  return /[^\u0020-\u007e]/.test(token.image);
}
