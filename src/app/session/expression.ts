/** What a drafter types to filter or sort households: read and checked as if it stood in a draft of the policy. */
import { basename, dirname, join } from 'node:path';
import { visitThrough } from '../../analysis/conditions.ts';
import { isError } from '../../language/diagnostic.ts';
import type { Expr } from '../../language/expr.ts';
import type { Lang } from '../../language/label.ts';
import { printExpression } from '../../language/print.ts';
import type { Span } from '../../language/source.ts';
import { diskReader, type Reader } from '../../policy/file.ts';
import { loadPolicy } from '../../policy/load.ts';
import type { Policy } from '../../policy/policy.ts';
import { inert } from '../../report/inert.ts';
import { nameOf } from '../../report/names.ts';
import { unitsOf } from '../../report/units.ts';
import { fault, SessionFault } from './fault.ts';
import type { LoadedFile } from './world.ts';

/** The name of what is typed, which no policy uses. */
const NAME = 'zz_typed_here';
/** Longer than this is no condition anybody typed. */
const LONGEST = 2000;

/** A condition may ask for the card and for benefits; what is sorted by is any value of the household's facts. */
export type Wanted = 'condition' | 'value';

const read = new WeakMap<Policy, Map<string, Expr>>();

/** The expression, by the names of the policy; ends the request with its place and what may be meant. */
export function readExpression(file: LoadedFile, text: string, wanted: Wanted): Expr {
  const known = read.get(file.policy) ?? new Map<string, Expr>();
  read.set(file.policy, known);
  const key = `${wanted} ${text}`;
  const expr = known.get(key) ?? readAnew(file, text, wanted);
  known.set(key, expr);
  return expr;
}

function readAnew({ policy, file }: LoadedFile, text: string, wanted: Wanted): Expr {
  const quoted = JSON.stringify(text.slice(0, LONGEST));
  const before = draftOf(basename(file), wanted);
  const path = join(dirname(file), `${NAME}.yaml`);
  const reader = withFile(path, `${before}${quoted}}}\n`);
  const { policy: made, diagnostics } = loadPolicy(path, { on: policy.on, read: reader });
  const errors = diagnostics.filter(isError);
  if (errors.length > 0 || made === null) {
    const offsets = offsetsOf(quoted, before.length);
    const own = errors.map(each => ({ ...each, span: inText(each.span, path, offsets) }));
    const [first] = own;
    throw new SessionFault(
      own.map(({ span, related, ...rest }) => rest),
      new Map(),
      first?.span ? { start: first.span.start, end: first.span.end } : null,
    );
  }
  const expr =
    wanted === 'value'
      ? made.definitions[`${policy.entity}.${NAME}`]?.expr
      : made.benefits.find(({ id }) => id === NAME)?.when;
  if (!expr) throw fault('session-expression-truth');
  refuseUnknown(policy, expr);
  return expr;
}

function draftOf(base: string, wanted: Wanted): string {
  const head = `extends: ${JSON.stringify(base)}\n`;
  return wanted === 'value'
    ? `${head}definitions: {${NAME}: {value: `
    : `${head}benefits: {${NAME}: {kind: service, when: `;
}

/** An open figure would be a parameter that the policy does not have. */
function refuseUnknown(policy: Policy, expr: Expr): void {
  visitThrough(policy, expr, part => {
    const isNew = part.op === 'parameter' && !Object.hasOwn(policy.parameters, part.id);
    if (isNew) throw fault('session-expression-open');
  });
}

function withFile(path: string, text: string): Reader {
  const bytes = new TextEncoder().encode(text);
  return {
    kind: file => (file === path ? 'file' : diskReader.kind(file)),
    real: file => (file === path ? path : diskReader.real(file)),
    read: (file, most) => (file === path ? bytes : diskReader.read(file, most)),
  };
}

/** By offset in the file, the offset in the text that was quoted. */
function offsetsOf(quoted: string, start: number): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>();
  let unit = 0;
  for (let at = 1; at < quoted.length; unit++) {
    offsets.set(start + at, unit);
    at += quoted[at] !== '\\' ? 1 : quoted[at + 1] === 'u' ? 6 : 2;
  }
  return offsets;
}

function inText(
  span: Span | undefined,
  path: string,
  offsets: ReadonlyMap<number, number>,
): Span | undefined {
  if (span === undefined || span.file !== path) return undefined;
  const start = offsets.get(span.start);
  if (start === undefined) return undefined;
  const end = offsets.get(span.end) ?? (offsets.get(span.end - 1) ?? start) + 1;
  return { file: '', start, end };
}

/** The expression as the reader's language writes it. */
export function writeExpression(policy: Policy, expr: Expr, lang: Lang): string {
  return inert(printExpression(expr, lang, name => nameOf(name, policy, lang), unitsOf(policy)));
}
