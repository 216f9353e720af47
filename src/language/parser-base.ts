import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import { isGlued, rangeOf, readDate, segmentOf, spellingOf, unitOf } from './build.ts';
import type { Diagnostic, Param, Severity } from './diagnostic.ts';
import { vocabulary } from './lexer.ts';
import { type Excerpt, excerpt, type Span, spanOf } from './source.ts';
import * as t from './tokens.ts';
import { wordTypes as w } from './tokens.ts';
import type { NameTree, Tree, UnitText } from './tree.ts';

/** State, places and literals; the grammar proper follows in the classes built on this one. */
export class BaseParser extends EmbeddedActionsParser {
  protected source: Excerpt = excerpt('', '');
  /** What is wrong although it could be parsed. */
  problems: Diagnostic[] = [];
  /** Trees that were written in brackets, which end every doubt of how they bind. */
  protected bracketed = new WeakSet<Tree>();
  /** What age is called, where a comparison with years of age may leave it out; null where it may not. */
  protected age: string | null = null;
  /** Inside `在 … 至 …`, where 至 joins the ends instead of making a range of two numbers. */
  protected inBetween = false;
  /** Inside the branches of a choice, where `else` begins the next branch. */
  protected inBranch = false;
  /** Directly inside the brackets of `sum(…)` and its like, where `over` names the parts. */
  protected inParts = false;

  /** `validate`: also look for mistakes in the grammar itself, which takes a while. */
  constructor(validate: boolean) {
    super(vocabulary, {
      recoveryEnabled: true,
      maxLookahead: 1,
      skipValidations: !validate,
      errorMessageProvider: {
        buildMismatchTokenMessage: ({ expected }) => expected.name,
        buildNotAllInputParsedMessage: () => '',
        buildNoViableAltMessage: () => '',
        buildEarlyExitMessage: () => '',
      },
    });
  }

  /** Makes the parser ready for the tokens of one expression. */
  start(source: Excerpt, tokens: IToken[], age: string | null): void {
    this.input = tokens;
    this.age = age;
    this.source = source;
    this.problems = [];
    this.bracketed = new WeakSet();
    this.inBetween = false;
    this.inBranch = false;
    this.inParts = false;
  }

  /** Enters brackets, inside which nothing of what is outside matters; gives back what was. */
  protected enter(parts = false): readonly [boolean, boolean, boolean] {
    const flags = [this.inBetween, this.inBranch, this.inParts] as const;
    this.inBetween = false;
    this.inBranch = false;
    this.inParts = parts;
    return flags;
  }

  protected leave([inBetween, inBranch, inParts]: readonly [boolean, boolean, boolean]): void {
    this.inBetween = inBetween;
    this.inBranch = inBranch;
    this.inParts = inParts;
  }

  protected tokenSpan(token: IToken): Span {
    const start = Number.isNaN(token.startOffset) ? this.source.text.length : token.startOffset;
    return spanOf(this.source, start, start + token.image.length);
  }

  /** From a token or tree to the last token read. */
  protected since(first: IToken | Tree): Span {
    const start = 'span' in first ? first.span : this.tokenSpan(first);
    const end = this.tokenSpan(this.LA(0) ?? (first as IToken)).end;
    return { file: this.source.file, start: start.start, end: Math.max(start.end, end) };
  }

  protected report(
    code: string,
    span: Span,
    params: Record<string, Param> = {},
    severity: Severity = 'error',
    suggestion?: string,
  ): void {
    this.problems.push({ code, severity, params, span, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  /** The text of a tree as written, blanks dropped between Han. */
  protected written(tree: Tree): string {
    const { offsets, text } = this.source;
    const start = offsets.indexOf(tree.span.start);
    let end = start;
    while (end < text.length && offsets[end]! < tree.span.end) end++;
    return text.slice(start, end).replace(/\s+/g, ' ').trim();
  }

  protected isType(offset: number, type: TokenType): boolean {
    const token = this.LA(offset);
    return (
      token !== undefined &&
      (token.tokenType === type || (token.tokenType?.CATEGORIES?.includes(type) ?? false))
    );
  }

  protected nameOf(token: IToken): NameTree {
    return { kind: 'name', name: spellingOf(token), span: this.tokenSpan(token) };
  }

  protected override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    return type === t.Close || type === t.CloseSquare;
  }

  protected failed = (): Tree => ({ kind: 'error', span: this.tokenSpan(this.LA(1)) });

  // number = [ PERCENT_OF ] NUMBER [ unit ]
  protected number = this.RULE(
    'number',
    (): Tree => {
      const percent = this.OPTION1(() => this.CONSUME(w.percentOf));
      const token = this.CONSUME(t.NumberToken);
      const unit = this.OPTION2({
        GATE: () => !percent && this.isType(1, t.UnitWord),
        DEF: () => this.SUBRULE(this.unit),
      });
      return this.ACTION(() =>
        this.makeNumber(token, percent ? { text: '%', up: ['%'], down: [] } : (unit ?? null)),
      );
    },
    { recoveryValueFunc: this.failed },
  );

  private makeNumber(token: IToken, unit: UnitText | null): Tree {
    const span = this.since(token);
    const numeral = segmentOf(token)?.numeral;
    if (numeral) return { kind: 'number', value: numeral, unit, span };
    if (token.tokenType === t.BadNumber) {
      const plain = token.image.replaceAll(',', '');
      const grouped = plain !== token.image;
      this.report(
        grouped ? 'number-with-separators' : 'number-with-exponent',
        this.tokenSpan(token),
        { number: token.image },
        'error',
        ...(grouped ? [plain] : []),
      );
      return { kind: 'error', span };
    }
    const [top, bottom] = token.image.split('/');
    const tooLong = token.image.length > 40;
    if (tooLong) this.report('number-too-long', this.tokenSpan(token), { digits: token.image.length });
    else if (bottom !== undefined && /^0+$/.test(bottom))
      this.report('number-over-zero', this.tokenSpan(token), { number: token.image });
    else if (bottom !== undefined && top!.includes('.'))
      this.report('number-with-exponent', this.tokenSpan(token), { number: token.image });
    else return { kind: 'number', value: token.image, unit, span };
    return { kind: 'error', span };
  }

  // unit = UNIT { [ '·' ] UNIT } { '/' UNIT { [ '·' | '-' ] UNIT } | PER UNIT }
  // No blank before a further unit: a blank ends a word.
  protected unit = this.RULE('unit', (): UnitText => {
    const up: string[] = [];
    const down: string[] = [];
    const first = this.CONSUME1(t.UnitWord);
    this.ACTION(() => up.push(spellingOf(first)));
    this.MANY1({
      GATE: () => this.joinsUnit(),
      DEF: () => {
        this.OPTION1(() => this.CONSUME1(t.MiddleDot));
        const next = this.CONSUME2(t.UnitWord);
        this.ACTION(() => up.push(spellingOf(next)));
      },
    });
    this.MANY2({
      GATE: () => this.isType(2, t.UnitWord) && (this.isType(1, t.Slash) || this.isType(1, w.per)),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(t.Slash) }, { ALT: () => this.CONSUME(w.per) }]);
        const under = this.CONSUME3(t.UnitWord);
        this.ACTION(() => down.push(spellingOf(under)));
        this.MANY3({
          GATE: () =>
            this.joinsUnit() ||
            (this.isType(1, t.Minus) && isGlued(this.LA(0), this.LA(1)) && this.isType(2, t.UnitWord)),
          DEF: () => {
            this.OPTION3(() =>
              this.OR2([{ ALT: () => this.CONSUME3(t.MiddleDot) }, { ALT: () => this.CONSUME3(t.Minus) }]),
            );
            const further = this.CONSUME4(t.UnitWord);
            this.ACTION(() => down.push(spellingOf(further)));
          },
        });
      },
    });
    return this.ACTION(() => unitOf(this.written({ kind: 'error', span: this.since(first) }), up, down)!);
  });

  private joinsUnit(): boolean {
    if (this.isType(1, t.MiddleDot)) return this.isType(2, t.UnitWord);
    return this.isType(1, t.UnitWord) && isGlued(this.LA(0), this.LA(1));
  }

  // figure = number [ ( TO | '~' ) number ]
  // 每人每年 5000 元 = { PER UNIT } number
  protected figure = this.RULE('figure', (): Tree => {
    const start = this.LA(1);
    const down: string[] = [];
    this.MANY(() => {
      this.CONSUME(w.per);
      const unit = this.CONSUME(t.UnitWord);
      this.ACTION(() => down.push(spellingOf(unit)));
    });
    const low = this.SUBRULE(this.number);
    const high = this.OPTION({
      GATE: () =>
        !this.inBetween && (this.isType(1, w.to) || this.isType(1, t.Tilde)) && this.isType(2, t.NumberToken),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(w.to) }, { ALT: () => this.CONSUME(t.Tilde) }]);
        return this.SUBRULE2(this.number);
      },
    });
    return this.ACTION(() => {
      const per = (one: Tree): Tree =>
        one.kind !== 'number' || down.length === 0
          ? one
          : { ...one, unit: perUnits(one.unit, down), span: this.since(start) };
      if (!high) return per(low);
      if (low.kind !== 'number' || high.kind !== 'number') return { kind: 'error', span: this.since(start) };
      return rangeOf(per(low), per(high), this.since(start));
    });
  });

  protected date = this.RULE('date', (): Tree => {
    const token = this.CONSUME(t.DateToken);
    return this.ACTION(() => {
      const value = readDate(token.image);
      const span = this.tokenSpan(token);
      if (value !== null) return { kind: 'date', value, span };
      this.report('no-such-date', span, { date: token.image });
      return { kind: 'error', span };
    });
  });
}

function perUnits(unit: UnitText | null, down: readonly string[]): UnitText {
  const { up = [], down: under = [] } = unit ?? {};
  return { text: `${up.join('')}/${[...down, ...under].join('')}`, up, down: [...down, ...under] };
}
