import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml';
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Span } from '../language/source.ts';
import { mostMistakes } from './fields.ts';
import type { YEntry, YNode, YScalar } from './node.ts';
import { originOf, type Patched } from './patch.ts';
import { scalarExcerpt } from './yaml-scalar.ts';

/** An entry of a map that could not be taken up: the map lacks it, and what it would have named is not known. */
export interface Flaw {
  readonly map: Span;
  readonly entry: Span;
}

interface Build {
  readonly file: string;
  readonly patched: Patched;
  readonly diagnostics: Diagnostic[];
  readonly flaws: Flaw[];
  refusedAlias: boolean;
}
type Ranged = { range?: readonly [number, number, number] | null; anchor?: string };

function spanIn(build: Build, start: number, end: number): Span {
  const from = originOf(build.patched, start);
  return { file: build.file, start: from, end: Math.max(from, originOf(build.patched, end)) };
}

function error(build: Build, code: string, params: Diagnostic['params'], span: Span, related?: Span): void {
  build.diagnostics.push({
    code,
    severity: 'error',
    params,
    span,
    ...(related ? { related: [related] } : {}),
  });
}

/** Anchors and aliases are refused once: each further one is the same mistake. */
function refuseAlias(build: Build, span: Span, text: string): void {
  if (!build.refusedAlias) error(build, 'yaml-alias', { text }, span);
  build.refusedAlias = true;
}

function unbalanced(text: string): boolean {
  let depth = 0;
  for (const unit of text) {
    if (/[(（]/.test(unit)) depth++;
    else if (/[)）]/.test(unit)) depth--;
  }
  return depth > 0;
}

/** Warns where the text of a value seems to go on behind a ` #`. */
function checkComment(build: Build, text: string, end: number): void {
  const comment = /^[ \t]+(#)([^ \t\r\n#!]?)/.exec(build.patched.text.slice(end, end + 200));
  if (comment === null || (comment[2] === '' && !unbalanced(text))) return;
  const at = end + comment[0].indexOf('#');
  build.diagnostics.push({
    code: 'yaml-comment-cut',
    severity: 'warning',
    params: { text: text.slice(-20) },
    span: spanIn(build, at, at + 1),
  });
}

function scalarNode(build: Build, scalar: Scalar, at: number): YScalar {
  const [start, end] = scalar.range ?? [at, at];
  const text = typeof scalar.value === 'string' ? scalar.value : '';
  const plain = scalar.type === 'PLAIN' || scalar.type === undefined || text === '';
  if (plain && text !== '') checkComment(build, text, end);
  const source = scalarExcerpt(build.file, build.patched.text, start, end, text, k =>
    originOf(build.patched, k),
  );
  return { kind: 'scalar', text, plain, source, span: spanIn(build, start, end) };
}

function entryOf(build: Build, pair: Pair, at: number): YEntry | null {
  if (!isScalar(pair.key)) {
    const range = (pair.key as Ranged | null)?.range ?? [at, at];
    error(build, 'yaml-complex-key', {}, spanIn(build, range[0] as number, range[1] as number));
    return null;
  }
  const key = scalarNode(build, pair.key, at);
  const value = nodeOf(build, pair.value, pair.key.range?.[1] ?? at);
  if (key.text === '') {
    error(build, 'yaml-empty-key', {}, key.span);
    return null;
  }
  if (key.text in Object.prototype) {
    error(build, 'reserved-name', { name: key.text }, key.span);
    return null;
  }
  return { key, value };
}

function nodeOf(build: Build, node: unknown, at: number): YNode {
  const ranged = node as Ranged | null;
  const [start, end] = ranged?.range ?? [at, at];
  if (ranged?.anchor !== undefined) {
    const from = build.patched.text.lastIndexOf(`&${ranged.anchor}`, start);
    refuseAlias(build, spanIn(build, from, from + 1 + ranged.anchor.length), `&${ranged.anchor}`);
  }
  if (isAlias(node)) refuseAlias(build, spanIn(build, start, end), `*${node.source}`);
  if (isMap(node)) {
    const seen = new Map<string, YEntry>();
    for (const pair of node.items) {
      const entry = entryOf(build, pair, start);
      const first = entry === null ? undefined : seen.get(entry.key.text);
      if (entry !== null && first === undefined) {
        seen.set(entry.key.text, entry);
        continue;
      }
      const from = (pair.key as Ranged | null)?.range?.[0] ?? start;
      const to = (pair.value as Ranged | null)?.range?.[1] ?? from;
      if (build.flaws.length < 10 * mostMistakes)
        build.flaws.push({ map: spanIn(build, start, end), entry: spanIn(build, from, to) });
      if (entry !== null && first !== undefined)
        error(build, 'duplicate-key', { key: entry.key.text }, entry.key.span, first.key.span);
    }
    return { kind: 'map', entries: [...seen.values()], span: spanIn(build, start, end) };
  }
  if (isSeq(node))
    return {
      kind: 'list',
      items: node.items.map(item => nodeOf(build, item, start)),
      span: spanIn(build, start, end),
    };
  if (isScalar(node)) return scalarNode(build, node, at);
  const span = spanIn(build, at, at);
  return {
    kind: 'scalar',
    text: '',
    plain: true,
    source: { file: build.file, text: '', offsets: [span.start] },
    span,
  };
}

/** A composed document as plain data with positions in the file as it was before any mending. */
export function nodesOf(
  file: string,
  patched: Patched,
  document: Document.Parsed,
): { root: YNode; diagnostics: Diagnostic[]; flaws: Flaw[] } {
  const build: Build = { file, patched, diagnostics: [], flaws: [], refusedAlias: false };
  return { root: nodeOf(build, document.contents, 0), diagnostics: build.diagnostics, flaws: build.flaws };
}
