import type { IToken, ParserMethod } from 'chevrotain';
import { idOf } from './build.ts';
import { BaseParser } from './parser-base.ts';
import * as t from './tokens.ts';
import { wordTypes as w } from './tokens.ts';
import type { FunctionName, NameTree, Tree } from './tree.ts';

type Rule = ParserMethod<[], Tree>;

export interface Arguments {
  readonly args: readonly Tree[];
  readonly over: NameTree | null;
  readonly where: Tree | null;
}

const nothing: Arguments = { args: [], over: null, where: null };

/** Whatever takes arguments in brackets: lists of conditions, questions about parts, functions. */
export class CallParser extends BaseParser {
  declare protected amount: Rule;
  declare protected condition: Rule;
  /** The brackets that come next belong to a function of parts. */
  private ofParts = false;

  protected isQuantified(): boolean {
    return (
      (this.isType(1, t.Quantifier) || this.isType(1, w.per)) &&
      this.isType(2, t.Word) &&
      this.isType(3, t.Open)
    );
  }

  protected isCall(): boolean {
    return (
      this.isType(1, t.FunctionWord) &&
      (this.isType(2, t.Open) || (this.isType(2, w.of) && this.LA(2).image.toLowerCase() === 'of'))
    );
  }

  // separator = ',' | '、' | WITH
  protected separator = this.RULE('separator', () => {
    this.OR([{ ALT: () => this.CONSUME(t.Separator) }, { ALT: () => this.CONSUME(w.with) }]);
  });

  protected isListed(): boolean {
    return [w.anyOf, w.allOf, w.noneOf].some(type => this.isType(1, type)) || this.isEvery();
  }

  /** 全部（甲、乙） */
  private isEvery(): boolean {
    return this.isType(1, w.every) && this.isType(2, t.Open);
  }

  // listed = ( ANY_OF | ALL_OF | NONE_OF | EVERY ) [ ITEMS ] arguments          任一项（甲、乙）
  protected listed = this.RULE('listed', (): Tree => {
    const word = this.OR([
      { ALT: () => this.CONSUME(w.anyOf) },
      { ALT: () => this.CONSUME(w.allOf) },
      { ALT: () => this.CONSUME(w.noneOf) },
      { ALT: () => this.CONSUME(w.every) },
    ]);
    this.OPTION(() => this.CONSUME(w.items));
    const { args, where } = this.SUBRULE(this.arguments) ?? nothing;
    return this.ACTION(() => {
      const span = this.since(word);
      if (where) this.report('where-without-parts', where.span, { name: word.image });
      if (args.length === 0) return this.wrongArguments(word, 2, 0);
      const all = word.tokenType === w.allOf || word.tokenType === w.every;
      const tree: Tree = args.length === 1 ? args[0]! : { kind: all ? 'and' : 'or', args, span };
      this.bracketed.add(tree);
      return word.tokenType === w.noneOf ? { kind: 'not', arg: tree, span } : tree;
    });
  });

  // quantified = ( ANY | EVERY | NO | PER ) Word '(' condition [ WHERE condition ] ')'
  protected quantified = this.RULE('quantified', (): Tree => {
    const word = this.OR([{ ALT: () => this.CONSUME(t.Quantifier) }, { ALT: () => this.CONSUME(w.per) }]);
    const over = this.CONSUME(t.Word);
    const { args, where } = this.SUBRULE(this.arguments) ?? nothing;
    return this.ACTION(() => {
      const span = this.since(word);
      const id = idOf(word);
      const quantifier = id === 'none' ? 'none' : id === 'any' ? 'any' : 'every';
      if (args.length !== 1) return this.wrongArguments(word, 1, args.length);
      return { kind: 'quantifier', quantifier, over: this.nameOf(over), where, body: args[0]!, span };
    });
  });

  protected wrongArguments(word: IToken, wanted: number, given: number): Tree {
    this.report('wrong-arguments', this.since(word), { name: word.image, wanted, given });
    return { kind: 'error', span: this.since(word) };
  }

  // arguments = '(' [ amount { separator amount } ] [ OVER Word ] [ [ separator ] WHERE condition ] ')'
  protected arguments = this.RULE(
    'arguments',
    (): Arguments => {
      const flags = this.enter(this.ofParts);
      this.ofParts = false;
      const args: Tree[] = [];
      let over: NameTree | null = null;
      let where: Tree | null = null;
      this.CONSUME(t.Open);
      this.OPTION1({
        GATE: () => !this.isType(1, t.Close) && !this.isType(1, w.where),
        DEF: () => {
          const first = this.SUBRULE1(this.amount);
          this.ACTION(() => args.push(first));
          this.MANY({
            GATE: () => !this.isType(2, w.where),
            DEF: () => {
              this.SUBRULE(this.separator);
              const next = this.SUBRULE2(this.amount);
              this.ACTION(() => args.push(next));
            },
          });
        },
      });
      this.OPTION4(() => {
        this.CONSUME(w.over);
        const parts = this.CONSUME(t.Word);
        over = this.ACTION(() => this.nameOf(parts));
      });
      this.OPTION2(() => {
        this.OPTION3(() => this.CONSUME(t.Separator));
        this.CONSUME(w.where);
        this.inParts = false;
        where = this.SUBRULE(this.condition);
      });
      this.CONSUME(t.Close);
      this.leave(flags);
      return { args, over, where };
    },
    { recoveryValueFunc: () => nothing },
  );

  // call = FUNCTION arguments | FUNCTION OF Word [ arguments ]
  protected call = this.RULE('call', (): Tree => {
    const word = this.CONSUME(t.FunctionWord);
    this.ofParts = true;
    let over: NameTree | null = null;
    const inside = this.OR([
      { ALT: () => this.SUBRULE1(this.arguments) },
      {
        ALT: () => {
          this.CONSUME(w.of);
          const name = this.CONSUME(t.Word);
          over = this.ACTION(() => this.nameOf(name));
          return this.OPTION(() => this.SUBRULE2(this.arguments));
        },
      },
    ]);
    return this.ACTION(() => ({
      kind: 'call',
      name: idOf(word) as FunctionName,
      args: inside?.args ?? [],
      over: over ?? inside?.over ?? null,
      where: inside?.where ?? null,
      span: this.since(word),
    }));
  });

  // atLeast = AT_LEAST NUMBER [ ITEMS | OF ] '(' … ')'
  protected atLeast = this.RULE('atLeast', (): Tree => {
    const word = this.CONSUME(w.atLeast);
    const count = this.SUBRULE(this.number);
    this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(w.items) }, { ALT: () => this.CONSUME(w.of) }]));
    const { args } = this.SUBRULE(this.arguments) ?? nothing;
    return this.ACTION(() => {
      const span = this.since(word);
      if (count.kind !== 'number' || count.unit || !/^\d{1,4}$/.test(count.value)) {
        this.report('count-not-whole', count.span, { count: this.written(count) });
        return { kind: 'error', span };
      }
      return { kind: 'atLeast', count: Number(count.value), args, span };
    });
  });
}
