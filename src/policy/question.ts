import { dirname, join } from 'node:path';
import { type Diagnostic, isError } from '../language/diagnostic.ts';
import type { Expr } from '../language/expr.ts';
import type { Span } from '../language/source.ts';
import { diskReader, type Reader } from './file.ts';
import { type LoadedPolicy, type LoadOptions, loadPolicy } from './load.ts';
import { policyFile } from './paths.ts';

export interface Question {
  /** The policy with the question as a definition; null where the question (or the policy) has errors. */
  readonly policy: LoadedPolicy['policy'];
  /** True or false, on the entity asked about; null also where the question is no condition. */
  readonly condition: Expr | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The question stands under `name`. */
  readonly sources: ReadonlyMap<string, string>;
}

const ID = 'question-from-outside';
/** Above any text that a question may be. */
const MOST = 10_000;

/**
 * A condition written outside of a policy (on the command line), read as the policy's own conditions are: by a draft that
 * adds it as a definition. `name` stands for the place where it was written.
 */
export function loadQuestion(
  path: string,
  question: string,
  name: string,
  entity: string,
  options: LoadOptions = {},
): Question {
  const reader = options.read ?? diskReader;
  const base = policyFile(reader, path);
  const file = join(dirname(base), `.${ID}.yaml`);
  const text = question.slice(0, MOST).replace(/\s+/g, ' ').trim();
  const head = [
    `extends: ${JSON.stringify(relativeTo(base))}`,
    'definitions:',
    `  ${ID}:`,
    `    of: ${JSON.stringify(entity)}`,
    '    value: |-',
    '      ',
  ].join('\n');
  const loaded = loadPolicy(file, { ...options, read: withFile(reader, file, `${head}${text}\n`) });
  const definition = loaded.policy?.definitions[`${entity}.${ID}`] ?? null;
  const isCondition = definition?.type.kind === 'bool';
  const move = (span: Span): Span =>
    span.file === file
      ? { file: name, start: clamp(span.start - head.length, text), end: clamp(span.end - head.length, text) }
      : span;
  const diagnostics = loaded.diagnostics
    .filter(isError)
    .map(one => ({ ...one, ...(one.span ? { span: move(one.span) } : {}) }));
  return {
    policy: loaded.policy,
    condition: isCondition ? definition.expr : null,
    diagnostics,
    sources: new Map([...loaded.sources, [name, text]]),
  };
}

const relativeTo = (base: string) => base.split(/[\\/]/).at(-1) ?? base;
const clamp = (offset: number, text: string) => Math.max(0, Math.min(offset, text.length));

/** A reader for which one more file stands beside the others. */
function withFile(reader: Reader, file: string, text: string): Reader {
  const real = () => join(reader.real(dirname(file)), relativeTo(file));
  const isIt = (path: string) => path === file || (path.endsWith(relativeTo(file)) && path === real());
  return {
    read: (path, most) => (isIt(path) ? new TextEncoder().encode(text) : reader.read(path, most)),
    real: path => (isIt(path) ? real() : reader.real(path)),
    kind: path => (isIt(path) ? 'file' : reader.kind(path)),
  };
}
