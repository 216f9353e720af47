import { Composer, type Document, Parser } from 'yaml';

/** Nesting beyond this is refused; a policy needs about ten levels. */
export const maxDepth = 64;

export interface YamlProblem {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface Composed {
  readonly document: Document.Parsed | null;
  readonly problems: readonly YamlProblem[];
  readonly documents: number;
  /** Where quotes open that go on over lines that look like keys. */
  readonly longQuotes: readonly number[];
  /** Where flow collections open that are never closed. */
  readonly unclosed: readonly number[];
  /** Where nesting passes `maxDepth`; the document is then not built, since building it is recursive. */
  readonly tooDeep: number | null;
}

const closers: ReadonlySet<string> = new Set(['flow-map-end', 'flow-seq-end']);
const quotes: ReadonlySet<string> = new Set(['double-quoted-scalar', 'single-quoted-scalar']);
type Token = { offset?: number } & Record<string, unknown>;

/** Walks the tokens without recursion: where they nest too deeply, and which brackets stay open. */
function inspect(tokens: readonly unknown[]): Pick<Composed, 'tooDeep' | 'unclosed' | 'longQuotes'> {
  const unclosed: number[] = [];
  const longQuotes: number[] = [];
  const stack: { token: Token; depth: number }[] = tokens.map(token => ({ token: token as Token, depth: 0 }));
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { token, depth } = top;
    if (depth > maxDepth) return { tooDeep: token.offset ?? 0, unclosed, longQuotes };
    if (
      token['type'] === 'flow-collection' &&
      !(token['end'] as Token[]).some(end => closers.has(end['type'] as string))
    )
      unclosed.push((token['start'] as Token).offset ?? 0);
    if (
      quotes.has(token['type'] as string) &&
      /\n[ \t]*(?:- +)*[^\s"'#:]+:(?:\s|$)/.test(token['source'] as string)
    )
      longQuotes.push(token.offset ?? 0);
    const children = [
      token['value'],
      ...((token['items'] as Record<string, unknown>[] | undefined) ?? []).flatMap(item => [
        item['key'],
        item['value'],
      ]),
    ];
    for (const child of children)
      if (typeof child === 'object' && child !== null)
        stack.push({ token: child as Token, depth: depth + 1 });
  }
  const rising = (a: number, b: number) => a - b;
  return { tooDeep: null, unclosed: unclosed.sort(rising), longQuotes: longQuotes.sort(rising) };
}

/** Where brackets nest beyond all reason, found before the parser builds anything. */
function bracketFlood(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5b || unit === 0x7b) {
      if (++depth > 1000) return at;
    } else if ((unit === 0x5d || unit === 0x7d) && depth > 0) depth--;
  }
  return null;
}

/** Runs the YAML parser; scalars stay text, duplicate keys and aliases are left to the caller. */
export function composeYaml(text: string): Composed {
  const flood = bracketFlood(text);
  if (flood !== null)
    return { document: null, problems: [], documents: 1, unclosed: [], longQuotes: [], tooDeep: flood };
  const tokens = [...new Parser().parse(text)];
  const found = inspect(tokens);
  if (found.tooDeep !== null) return { document: null, problems: [], documents: 1, ...found };
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents = [...composer.compose(tokens, true, text.length)];
  const document = (documents[0] ?? null) as Document.Parsed | null;
  const problems = documents
    .flatMap(({ errors, warnings }) => [...errors, ...warnings])
    .map(({ code, pos, message }) => ({ code, start: pos[0], end: pos[1], message }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return { document, problems, documents: documents.length, ...found };
}
