/** Specs of synthetic populations from their files. */
import { basename } from 'node:path';
import type { Diagnostic } from '../../language/diagnostic.ts';
import { isError } from '../../language/diagnostic.ts';
import * as keys from '../../language/keys.ts';
import { fieldOf, fieldsOf, labelOf, type Report, scalarOf } from '../../policy/fields.ts';
import type { Reader } from '../../policy/file.ts';
import { loadVocabulary } from '../../policy/load-vocabulary.ts';
import type { YMap, YNode } from '../../policy/node.ts';
import { projectRoot, resolveReference } from '../../policy/paths.ts';
import { openDocument, startSession } from '../../policy/session.ts';
import { tellings } from '../../policy/tellings.ts';
import type { Vocabulary } from '../../policy/vocabulary.ts';
import { VALUES_USED } from './raw-facts.ts';
import type { PopulationSpec, SpecSource } from './spec.ts';
import { readFiguresNode } from './spec-figures.ts';

export interface LoadedSpec {
  readonly spec: PopulationSpec | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** Loads a spec with its vocabulary; every mistake of the file in one go. */
export function loadPopulationSpec(path: string, options: { readonly read?: Reader } = {}): LoadedSpec {
  const session = startSession(options.read);
  const root = openDocument(session, path, path, 'population');
  if (root?.kind !== 'map') return { spec: null, diagnostics: tellings(session), sources: session.sources };
  const { report, reader } = session;
  const fields = fieldsOf(root, keys.populationKeys, report);
  const sources = readSources(fieldOf(fields, 'sources'), report);
  const at = { ...root.span, end: Math.min(root.span.end, root.span.start + 1) };
  const figures = readFiguresNode(fieldOf(fields, 'figures'), sources, at, report);
  const named = scalarOf(fields, 'vocabulary');
  let vocabulary: Vocabulary | null = null;
  let further: readonly Diagnostic[] = [];
  if (named !== undefined) {
    const found = resolveReference(reader, projectRoot(reader, reader.real(path)), path, named.text, false);
    if ('code' in found)
      report({ code: found.code, severity: 'error', params: { path: named.text }, span: named.span });
    else {
      const loaded = loadVocabulary(found.file, options);
      ({ vocabulary, diagnostics: further } = loaded);
      for (const [file, text] of loaded.sources) (session.sources as Map<string, string>).set(file, text);
    }
  }
  const lacking = vocabulary === null ? [] : lackingValues(vocabulary);
  if (named && lacking.length > 0)
    report({
      code: 'spec-vocabulary-values',
      severity: 'error',
      params: { values: lacking },
      span: named.span,
    });
  const diagnostics = [...tellings(session), ...further];
  const on = scalarOf(fields, 'on')?.text ?? '';
  if (vocabulary === null || diagnostics.some(isError))
    return { spec: null, diagnostics, sources: session.sources };
  const spec = {
    id: scalarOf(fields, 'id')?.text ?? basename(path).replace(/\.ya?ml$/i, ''),
    label: labelOf(fieldOf(fields, 'population')),
    version: scalarOf(fields, 'version')?.text ?? '',
    file: path,
    on,
    vocabulary,
    figures,
  };
  return { spec, diagnostics, sources: session.sources };
}

/** Values that synthetic households bear and the vocabulary does not know; facts it does not declare are left out. */
function lackingValues(vocabulary: Vocabulary): string[] {
  return Object.entries(VALUES_USED).flatMap(([key, values]) => {
    const fact = vocabulary.facts[key];
    return fact
      ? values.filter(id => !fact.values.some(value => value.id === id)).map(id => `${key}: ${id}`)
      : [];
  });
}

function readSources(node: YNode | undefined, report: Report): Record<string, SpecSource> {
  const sources: Record<string, SpecSource> = Object.create(null);
  for (const { key, value } of (node as YMap | undefined)?.entries ?? []) {
    const fields = fieldsOf(value, keys.populationSourceKeys, report);
    const year = scalarOf(fields, 'year');
    sources[key.text] = {
      id: key.text,
      title: labelOf(fieldOf(fields, 'title')),
      year: year === undefined ? null : Number(year.text),
    };
  }
  return sources;
}
