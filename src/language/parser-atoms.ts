import type { IToken, ParserMethod } from 'chevrotain';
import { comparisonOf, idOf, isBelow } from './build.ts';
import type { Arguments } from './parser-calls.ts';
import { LineParser } from './parser-lines.ts';
import * as t from './tokens.ts';
import { wordTypes as w } from './tokens.ts';
import type { Tree } from './tree.ts';

type Rule = ParserMethod<[], Tree>;

/** What stands between operators: names, figures, calls, brackets. */
export class AtomParser extends LineParser {
  declare protected sum: Rule;

  // primary = figure | DATE | TEXT | open | bracket | listed | quantified | call | atLeast | span | partOf | word
  protected primary = this.RULE(
    'primary',
    (): Tree =>
      this.OR([
        {
          GATE: () => !this.isType(1, w.per) || this.isPerFigure(),
          ALT: () => this.SUBRULE(this.figure),
        },
        { ALT: () => this.SUBRULE(this.date) },
        { ALT: () => this.SUBRULE(this.text) },
        { ALT: () => this.SUBRULE(this.open) },
        { ALT: () => this.SUBRULE(this.bracket) },
        { GATE: () => this.isListed(), ALT: () => this.SUBRULE(this.listed) },
        { GATE: () => this.isQuantified(), ALT: () => this.SUBRULE(this.quantified) },
        { GATE: () => this.isCall(), ALT: () => this.SUBRULE(this.call) },
        { ALT: () => this.SUBRULE(this.atLeast) },
        { ALT: () => this.SUBRULE(this.span) },
        { ALT: () => this.SUBRULE(this.within) },
        { ALT: () => this.SUBRULE(this.partOf) },
        { ALT: () => this.SUBRULE(this.exactlyOneCard) },
        { ALT: () => this.SUBRULE(this.word) },
      ]),
    { recoveryValueFunc: this.failed },
  );

  private isPerFigure(): boolean {
    return (
      this.isType(1, w.per) &&
      this.isType(2, t.UnitWord) &&
      (this.isType(3, t.NumberToken) || this.isType(3, w.per))
    );
  }

  protected text = this.RULE('text', (): Tree => {
    const token = this.CONSUME(t.TextToken);
    return this.ACTION(() => {
      const inside = this.source.text.slice(
        token.startOffset + 1,
        token.startOffset + token.image.length - 1,
      );
      return { kind: 'text', value: inside, span: this.tokenSpan(token) };
    });
  });

  // open = OPEN [ unit ]
  protected open = this.RULE('open', (): Tree => {
    const token = this.CONSUME(w.open);
    const unit = this.OPTION({ GATE: () => this.isType(1, t.UnitWord), DEF: () => this.SUBRULE(this.unit) });
    return this.ACTION(() => ({ kind: 'open', unit: unit ?? null, span: this.since(token) }));
  });

  // bracket = '(' amount { separator amount } ')' | '[' amount { separator amount } ']'
  protected bracket = this.RULE(
    'bracket',
    (): Tree => {
      const start = this.LA(1);
      const flags = this.enter();
      const opening = this.OR([
        { ALT: () => this.CONSUME(t.Open) },
        { ALT: () => this.CONSUME(t.OpenSquare) },
      ]);
      const items: Tree[] = [];
      const first = this.SUBRULE1(this.amount);
      this.ACTION(() => items.push(first));
      this.MANY(() => {
        this.SUBRULE(this.separator);
        const next = this.SUBRULE2(this.amount);
        this.ACTION(() => items.push(next));
      });
      this.OR2([
        { GATE: () => opening.tokenType !== t.OpenSquare, ALT: () => this.CONSUME(t.Close) },
        { GATE: () => opening.tokenType === t.OpenSquare, ALT: () => this.CONSUME(t.CloseSquare) },
      ]);
      this.leave(flags);
      return this.ACTION(() => {
        const span = this.since(start);
        if (opening.tokenType === t.OpenSquare || items.length > 1) return { kind: 'list', items, span };
        const inside = { ...items[0]!, span };
        this.bracketed.add(inside);
        return inside;
      });
    },
    { recoveryValueFunc: this.failed },
  );

  // span = SINCE sum [ ONWARD ] ( COMPARE sum | sum END )        自 脱贫日期 起 24 个月 内
  protected span = this.RULE('span', (): Tree => {
    const word = this.CONSUME(w.from);
    const start = this.SUBRULE1(this.sum);
    this.OPTION1(() => this.CONSUME(w.onward));
    const compare = this.OPTION2(() => this.CONSUME(t.CompareWord));
    const duration = this.SUBRULE2(this.sum);
    const end = this.OPTION3(() => this.CONSUME(t.EndWord));
    return this.ACTION(() => {
      const operator = this.boundOperator(compare ?? null, end ?? null, duration);
      return operator === null
        ? { kind: 'error', span: this.since(word) }
        : { kind: 'since', start, operator, duration, span: this.since(word) };
    });
  });

  // within = WITHIN figure ( OF | SINCE | AFTER ) primary          within 24 months of exit_date
  protected within = this.RULE('within', (): Tree => {
    const word = this.CONSUME(w.withinSpan);
    const duration = this.SUBRULE(this.figure);
    this.OR([
      { ALT: () => this.CONSUME(w.of) },
      { ALT: () => this.CONSUME(w.from) },
      { ALT: () => this.CONSUME(w.after) },
    ]);
    const start = this.SUBRULE(this.primary);
    return this.ACTION(() => ({ kind: 'since', start, operator: 'le', duration, span: this.since(word) }));
  });

  // partOf = ( PART_OF | SHORTFALL_OF ) primary COMPARE primary    the part of costs above 5000 yuan
  protected partOf = this.RULE('partOf', (): Tree => {
    const word = this.OR([{ ALT: () => this.CONSUME(w.partOf) }, { ALT: () => this.CONSUME(w.shortfallOf) }]);
    const arg = this.SUBRULE1(this.primary);
    const compare = this.CONSUME(t.CompareWord);
    const line = this.SUBRULE2(this.primary);
    return this.ACTION(() => {
      const below = isBelow(comparisonOf(compare));
      const span = this.since(word);
      const shortfall = word.tokenType === w.shortfallOf;
      if (shortfall !== below) {
        this.report('part-of-what', span, { word: compare.image });
        return { kind: 'error', span };
      }
      return { kind: below ? 'shortfall' : 'excess', arg, line, span };
    });
  });

  protected exactlyOneCard = this.RULE('exactlyOneCard', (): Tree => {
    const word = this.CONSUME(w.exactlyOneCard);
    return this.ACTION(() => ({ kind: 'exactlyOneCard', span: this.tokenSpan(word) }));
  });

  // word = Word [ arguments ]
  protected word = this.RULE('word', (): Tree => {
    const token = this.CONSUME(t.Word);
    const inside = this.OPTION(() => this.SUBRULE(this.arguments));
    return this.ACTION(() => (inside ? this.apply(token, inside) : this.makeWord(token)));
  });

  private apply(token: IToken, { args, where }: Arguments): Tree {
    const span = this.since(token);
    if (where) this.report('where-without-parts', where.span, { name: token.image });
    return { kind: 'apply', name: this.nameOf(token), args, span };
  }

  private makeWord(token: IToken): Tree {
    const span = this.tokenSpan(token);
    const declared = (token.payload as { word?: { name?: boolean } } | undefined)?.word?.name === true;
    if (declared) return this.nameOf(token);
    const id = idOf(token);
    switch (id) {
      case 'isTrue':
      case 'true':
        return { kind: 'bool', value: true, span };
      case 'false':
      case 'none':
        return { kind: 'bool', value: false, span };
      case 'today':
      case 'card':
      case 'noCard':
      case 'allCards':
        return { kind: id, span };
      case 'households':
      case 'people':
        return { kind: 'total', what: id, card: null, span };
      case 'up':
      case 'down':
        return { kind: 'roundMode', mode: id, span };
      case 'halfUp':
        return { kind: 'roundMode', mode: 'half-up', span };
      default:
        return this.nameOf(token);
    }
  }
}
