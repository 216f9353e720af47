import type { IToken } from 'chevrotain';
import { BoundsParser } from './parser-bounds.ts';
import * as t from './tokens.ts';
import { wordTypes as w } from './tokens.ts';
import type { Tree } from './tree.ts';

/**
 * The grammar, loosest first; capitals are words or signs, in either language. What stands between operators is in
 * `parser-atoms.ts` and `parser-calls.ts`, figures and units in `parser-base.ts`, the relations of comparisons in
 * `parser-relation.ts` and `parser-parts.ts`.
 *
 *   expression = amount
 *   amount     = choice { [','] ( CAP | FLOOR ) sum }
 *   choice     = IF condition [','] THEN choice { [','] OTHERWISE IF condition [','] THEN choice }
 *                [','] ( OTHERWISE | ELSE ) condition
 *              | condition
 *   condition  = conjunct { [','] AND further } | conjunct { [','] OR further }        never mixed
 *   further    = conjunct | relation                                        高于 3000 元 且 低于 5000 元
 *   conjunct   = { NOT } comparison
 *   comparison = fallback [ bounded ] | bounded                              满 60 周岁: of what can only be the age
 *   bounded    = relation [ relation ]                                       5000 元 以上 8000 元 以下
 *   relation   = [ IS ] COMPARE sum [ TO sum ] [ END ] [ part ]      低于 5000 元 · 超过 5000 元 的部分 × 50%
 *              | ( AT | BETWEEN ) sum [ ( TO | WITH | AND ) sum ] [ BETWEEN_END | AMONG | END [ part ] ]
 *              | IN sum
 *              | sum END [ part ]                                     人均纯收入 5000 元 以下
 *   part       = PART { OF primary | ( '×' | '÷' ) unary } { ( '+' | '-' ) product }
 *   fallback   = sum [ ELSE sum ]
 *   sum        = product { ( '+' | '-' ) product }
 *   product    = unary { ( '×' | '÷' ) unary }
 *   unary      = { '-' } postfix
 *   postfix    = primary { OF primary | '.' Word | "'s" Word }
 */
export class ExpressionParser extends BoundsParser {
  constructor(validate = false) {
    super(validate);
    this.performSelfAnalysis();
  }

  expression = this.RULE('expression', (): Tree => this.SUBRULE(this.amount), {
    recoveryValueFunc: this.failed,
  });

  override amount = this.RULE(
    'amount',
    (): Tree => {
      let tree = this.SUBRULE(this.choice);
      this.MANY({
        GATE: () => !this.isType(1, t.Comma) || this.isType(2, t.Limit),
        DEF: () => {
          this.OPTION(() => this.CONSUME(t.Comma));
          const word = this.CONSUME(t.Limit);
          const limit = this.SUBRULE(this.sum);
          tree = this.ACTION(() => {
            const kind = word.tokenType === w.cap ? 'cap' : 'floor';
            return { kind, arg: tree, limit, span: this.since(tree) };
          });
        },
      });
      return tree;
    },
    { recoveryValueFunc: this.failed },
  );

  protected choice = this.RULE(
    'choice',
    (): Tree =>
      this.OR([{ ALT: () => this.SUBRULE(this.branches) }, { ALT: () => this.SUBRULE(this.condition) }]),
    { recoveryValueFunc: this.failed },
  );

  protected branches = this.RULE(
    'branches',
    (): Tree => {
      const steps: { condition: Tree; then: Tree; word: IToken }[] = [];
      const before = this.inBranch;
      this.inBranch = true;
      const first = this.CONSUME1(w.if);
      steps.push({ word: first, ...this.SUBRULE1(this.step) });
      this.MANY({
        GATE: () => this.isOtherwise() && this.isType(this.isType(1, t.Comma) ? 3 : 2, w.if),
        DEF: () => {
          this.OPTION1(() => this.CONSUME1(t.Comma));
          this.SUBRULE1(this.otherwise);
          const word = this.CONSUME2(w.if);
          steps.push({ word, ...this.SUBRULE2(this.step) });
        },
      });
      this.OPTION2(() => this.CONSUME2(t.Comma));
      this.SUBRULE2(this.otherwise);
      this.inBranch = before;
      const last = this.SUBRULE(this.condition);
      return this.ACTION(() =>
        steps.reduceRight<Tree>(
          (otherwise, { word, condition, then }) => ({
            kind: 'if',
            condition,
            then,
            otherwise,
            span: this.since(word),
          }),
          last,
        ),
      );
    },
    { recoveryValueFunc: this.failed },
  );

  private isOtherwise(): boolean {
    const at = this.isType(1, t.Comma) ? 2 : 1;
    return this.isType(at, w.otherwise) || this.isType(at, w.else);
  }

  protected otherwise = this.RULE('otherwise', () => {
    this.OR([{ ALT: () => this.CONSUME(w.otherwise) }, { ALT: () => this.CONSUME(w.else) }]);
  });

  protected step = this.RULE(
    'step',
    (): { condition: Tree; then: Tree } => {
      const condition = this.SUBRULE(this.condition);
      this.OPTION(() => this.CONSUME(t.Comma));
      this.CONSUME(w.then);
      return { condition, then: this.SUBRULE(this.choice) };
    },
    { recoveryValueFunc: () => ({ condition: this.failed(), then: this.failed() }) },
  );

  override condition = this.RULE(
    'condition',
    (): Tree => {
      const args: Tree[] = [];
      const joints: IToken[] = [];
      const first = this.SUBRULE1(this.conjunct);
      this.ACTION(() => args.push(first));
      this.MANY({
        GATE: () => !this.isType(1, t.Comma) || this.isType(2, w.and) || this.isType(2, w.or),
        DEF: () => {
          this.OPTION(() => this.CONSUME(t.Comma));
          const joint = this.OR([{ ALT: () => this.CONSUME(w.and) }, { ALT: () => this.CONSUME(w.or) }]);
          const next = this.OR2([
            {
              GATE: () => this.isElliptic(args.at(-1)),
              ALT: () => this.SUBRULE(this.elliptic, { ARGS: [args.at(-1)!] }),
            },
            { ALT: () => this.SUBRULE2(this.conjunct) },
          ]);
          this.ACTION(() => {
            joints.push(joint);
            args.push(next);
          });
        },
      });
      return this.ACTION(() => this.joined(args, joints));
    },
    { recoveryValueFunc: this.failed },
  );

  protected elliptic = this.RULE(
    'elliptic',
    (before: Tree): Tree => {
      this.ACTION(() => {
        this.subject = this.subjectOf(before)!;
      });
      const start = this.LA(1);
      const tree = this.SUBRULE(this.bounded);
      return this.ACTION(() => this.from(start, tree));
    },
    { recoveryValueFunc: this.failed },
  );

  private joined(args: readonly Tree[], joints: readonly IToken[]): Tree {
    if (args.length === 1) return args[0]!;
    const span = this.since(args[0]!);
    const isOr = joints.map(joint => joint.tokenType === w.or);
    if (isOr.every(one => one === isOr[0])) return { kind: isOr[0] ? 'or' : 'and', args, span };
    const groups: Tree[][] = [[args[0]!]];
    for (const [i, or] of isOr.entries()) {
      if (or) groups.push([args[i + 1]!]);
      else groups.at(-1)!.push(args[i + 1]!);
    }
    const at = isOr.findIndex(one => one !== isOr[0]);
    const [a, b, c] = [args[at - 1]!, args[at]!, args[at + 1]!].map(arg => this.written(arg));
    const [one, two] = [joints[at - 1]!.image, joints[at]!.image];
    this.report('mixed-and-or', this.tokenSpan(joints[at]!), {
      first: `(${a} ${one} ${b}) ${two} ${c}`,
      second: `${a} ${one} (${b} ${two} ${c})`,
    });
    const parts = groups.map<Tree>(group =>
      group.length === 1 ? group[0]! : { kind: 'and', args: group, span },
    );
    return { kind: 'or', args: parts, span };
  }

  protected conjunct = this.RULE(
    'conjunct',
    (): Tree => {
      const words: IToken[] = [];
      this.MANY(() => {
        const word = this.CONSUME(w.not);
        this.ACTION(() => words.push(word));
      });
      const tree = this.SUBRULE(this.comparison);
      return this.ACTION(() =>
        words.reduceRight<Tree>((arg, word) => ({ kind: 'not', arg, span: this.since(word) }), tree),
      );
    },
    { recoveryValueFunc: this.failed },
  );

  override fallback = this.RULE(
    'fallback',
    (): Tree => {
      const arg = this.SUBRULE1(this.sum);
      const other = this.OPTION({
        GATE: () => !this.inBranch,
        DEF: () => {
          this.CONSUME(w.else);
          return this.SUBRULE2(this.sum);
        },
      });
      return this.ACTION(() => {
        if (!other) return arg;
        const span = this.since(arg);
        if (this.isOpenSum(arg) || this.isOpenSum(other)) this.report('else-needs-brackets', span, {});
        return { kind: 'else', arg, fallback: other, span };
      });
    },
    { recoveryValueFunc: this.failed },
  );

  override sum = this.RULE(
    'sum',
    (): Tree => {
      let tree = this.SUBRULE1(this.product);
      this.MANY(() => {
        const sign = this.CONSUME(t.AddSign);
        const right = this.SUBRULE2(this.product);
        tree = this.ACTION(() => this.added(tree, sign, right));
      });
      return tree;
    },
    { recoveryValueFunc: this.failed },
  );

  override product = this.RULE(
    'product',
    (): Tree => {
      let tree = this.SUBRULE1(this.unary);
      this.MANY(() => {
        const sign = this.CONSUME(t.MultiplySign);
        const right = this.SUBRULE2(this.unary);
        tree = this.ACTION(() => this.scaled(tree, sign, right));
      });
      return tree;
    },
    { recoveryValueFunc: this.failed },
  );

  override unary = this.RULE(
    'unary',
    (): Tree => {
      const signs: IToken[] = [];
      this.MANY(() => {
        const sign = this.CONSUME(t.Minus);
        this.ACTION(() => signs.push(sign));
      });
      const tree = this.SUBRULE(this.postfix);
      return this.ACTION(() =>
        signs.reduceRight<Tree>((arg, sign) => ({ kind: 'negate', arg, span: this.since(sign) }), tree),
      );
    },
    { recoveryValueFunc: this.failed },
  );

  protected postfix = this.RULE(
    'postfix',
    (): Tree => {
      const parts: Tree[] = [];
      const english: boolean[] = [];
      const first = this.SUBRULE1(this.primary);
      this.ACTION(() => parts.push(first));
      this.MANY(() =>
        this.OR([
          {
            ALT: () => {
              const word = this.CONSUME(w.of);
              const next = this.SUBRULE2(this.primary);
              this.ACTION(() => {
                english.push(word.image.toLowerCase() === 'of');
                parts.push(next);
              });
            },
          },
          {
            ALT: () => {
              this.OR2([{ ALT: () => this.CONSUME(t.Dot) }, { ALT: () => this.CONSUME(t.Possessive) }]);
              const word = this.CONSUME(t.Word);
              this.ACTION(() => {
                const owner = parts.pop()!;
                parts.push({ kind: 'dot', owner, name: this.nameOf(word), span: this.since(owner) });
              });
            },
          },
        ]),
      );
      return this.ACTION(() => this.owned(parts, english));
    },
    { recoveryValueFunc: this.failed },
  );

  /** Chinese 的 puts the owner first and groups to the left, English `of` the other way round. */
  private owned(parts: readonly Tree[], english: readonly boolean[]): Tree {
    const span = this.since(parts[0]!);
    if (english.length > 0 && english.every(Boolean))
      return parts
        .slice(0, -1)
        .reduceRight<Tree>((owner, arg) => ({ kind: 'of', owner, arg, span }), parts.at(-1)!);
    return parts.slice(1).reduce<Tree>((owner, arg, i) => {
      const tree: Tree = english[i]
        ? { kind: 'of', owner: arg, arg: owner, span }
        : { kind: 'of', owner, arg, span };
      return tree;
    }, parts[0]!);
  }
}
