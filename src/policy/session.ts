import type { Diagnostic } from '../language/diagnostic.ts';
import type { Span } from '../language/source.ts';
import type { Report } from './fields.ts';
import { diskReader, type Reader, readText } from './file.ts';
import { validate as casesForm } from './generated/cases.js';
import { validate as clausesForm } from './generated/clauses.js';
import { validate as policyForm } from './generated/policy.js';
import { validate as populationForm } from './generated/population.js';
import { validate as scenarioForm } from './generated/scenario.js';
import { validate as vocabularyForm } from './generated/vocabulary.js';
import type { YNode } from './node.ts';
import { checkShape, type SchemaName, type ShapeFindings } from './shape.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';
import type { Flaw } from './yaml-nodes.ts';

/** One loading: the files it has read and what there is to tell about them. */
export interface Session {
  readonly reader: Reader;
  readonly report: Report;
  readonly diagnostics: Diagnostic[];
  /** Text of every file by the name people see. */
  readonly sources: Map<string, string>;
  readonly doubtful: Span[];
  readonly flaws: Flaw[];
  /** Where each rule stands. */
  readonly rules: Span[];
}

export function startSession(reader: Reader = diskReader): Session {
  const diagnostics: Diagnostic[] = [];
  return {
    reader,
    diagnostics,
    report: diagnostic => diagnostics.push(diagnostic),
    sources: new Map(),
    doubtful: [],
    flaws: [],
    rules: [],
  };
}

const forms = {
  policy: policyForm,
  vocabulary: vocabularyForm,
  cases: casesForm,
  scenario: scenarioForm,
  population: populationForm,
  clauses: clausesForm,
};

interface Read {
  readonly document: YamlDocument;
  readonly shape: ShapeFindings;
}

/** The last few documents: policies share a vocabulary, and cases load one policy again and again. */
const recent = new Map<string, Read>();
const kept = 8;

function readDocument(file: string, text: string, form: SchemaName): Read {
  const key = `${form} ${file}\n${text}`;
  const fresh = (): Read => {
    const document = readYaml(file, text);
    const nothing = { diagnostics: [], flaws: [] };
    return { document, shape: document.root === null ? nothing : checkShape(document.root, forms[form]) };
  };
  const read = recent.get(key) ?? fresh();
  recent.delete(key);
  recent.set(key, read);
  if (recent.size > kept) recent.delete(recent.keys().next().value as string);
  return read;
}

/** Reads a file and checks its form; null where there is nothing to go on with. Parts of a wrong form stay in it. */
export function openDocument(session: Session, path: string, file: string, form: SchemaName): YNode | null {
  const content = readText(session.reader, path, file);
  if ('diagnostic' in content) {
    session.report(content.diagnostic);
    if (content.diagnostic.span !== undefined && !session.sources.has(file)) session.sources.set(file, '');
    return null;
  }
  session.sources.set(file, content.text);
  const { document, shape } = readDocument(file, content.text, form);
  session.diagnostics.push(...document.diagnostics, ...shape.diagnostics);
  session.doubtful.push(...document.doubtful);
  session.flaws.push(...document.flaws, ...shape.flaws);
  return document.root?.kind === 'map' ? document.root : null;
}
