import { type Diagnostic, isError } from '../language/diagnostic.ts';
import type { Span } from '../language/source.ts';
import type { Report } from './fields.ts';
import { diskReader, type Reader, readText } from './file.ts';
import { validate as casesForm } from './generated/cases.js';
import { validate as policyForm } from './generated/policy.js';
import { validate as populationForm } from './generated/population.js';
import { validate as scenarioForm } from './generated/scenario.js';
import { validate as vocabularyForm } from './generated/vocabulary.js';
import type { YNode } from './node.ts';
import { checkShape, type SchemaName } from './shape.ts';
import { readYaml } from './yaml-document.ts';

/** One loading: the files it has read and what there is to tell about them. */
export interface Session {
  readonly reader: Reader;
  readonly report: Report;
  readonly diagnostics: Diagnostic[];
  /** Text of every file by the name people see. */
  readonly sources: Map<string, string>;
  readonly doubtful: Span[];
}

export function startSession(reader: Reader = diskReader): Session {
  const diagnostics: Diagnostic[] = [];
  return {
    reader,
    diagnostics,
    report: diagnostic => diagnostics.push(diagnostic),
    sources: new Map(),
    doubtful: [],
  };
}

const forms = {
  policy: policyForm,
  vocabulary: vocabularyForm,
  cases: casesForm,
  scenario: scenarioForm,
  population: populationForm,
};

/** Reads a file and checks its form; null where there is nothing to go on with. Parts of a wrong form stay in it. */
export function openDocument(session: Session, path: string, file: string, form: SchemaName): YNode | null {
  const content = readText(session.reader, path, file);
  if ('diagnostic' in content) {
    session.report(content.diagnostic);
    if (content.diagnostic.span !== undefined && !session.sources.has(file)) session.sources.set(file, '');
    return null;
  }
  session.sources.set(file, content.text);
  const document = readYaml(file, content.text);
  session.diagnostics.push(...document.diagnostics);
  session.doubtful.push(...document.doubtful);
  if (document.root === null) return null;
  session.diagnostics.push(...checkShape(document.root, forms[form]));
  return document.root.kind === 'map' ? document.root : null;
}

const isYaml = ({ code }: Diagnostic) => code.startsWith('yaml-');

function inside(span: Span, other: Span): boolean {
  return span.file === other.file && span.start >= other.start && span.start <= other.end;
}

/** What a loading has to tell: by file and place, without what only follows from a guess about broken YAML. */
export function tellings(session: Session): Diagnostic[] {
  const files = [...session.sources.keys()];
  const rank = ({ span }: Diagnostic) => (span === undefined ? -1 : files.indexOf(span.file));
  const seen = new Set<string>();
  return session.diagnostics
    .filter(one => {
      const { span } = one;
      if (span !== undefined && !isYaml(one) && session.doubtful.some(line => inside(span, line)))
        return false;
      const mark = `${one.code} ${span?.file} ${span?.start} ${span?.end} ${JSON.stringify(one.params)}`;
      if (seen.has(mark)) return false;
      seen.add(mark);
      return true;
    })
    .sort((a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0));
}

export function hasErrors(session: Session): boolean {
  return session.diagnostics.some(isError);
}
