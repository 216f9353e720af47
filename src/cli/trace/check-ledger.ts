import { type TracedClause, traceScheme } from '../../analysis/trace/trace.ts';
import type { Diagnostic } from '../../language/diagnostic.ts';
import type { Words } from '../../language/label.ts';
import { nearest } from '../../language/nearest.ts';
import { loadClauses } from '../../policy/clauses/load.ts';
import { diskReader, type Reader } from '../../policy/file.ts';
import { loadPolicy } from '../../policy/load.ts';
import { sectionNames } from '../../report/trace/words.ts';
import { policiesUnder } from './scheme-files.ts';
import { schemesOf } from './schemes.ts';

interface LedgerFindings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** The mistakes of a ledger, and where it and the rules of its policies do not meet. */
export function checkLedger(path: string, reader: Reader): LedgerFindings {
  const { ledger, diagnostics, sources } = loadClauses(path, reader);
  // What stands on standard input belongs to no policies; of mistaken policies nothing can be said.
  if (ledger === null || diagnostics.length > 0 || reader !== diskReader) return { diagnostics, sources };
  const texts = new Map(sources);
  let sound = true;
  const load = (file: string) => {
    const { policy, ...told } = loadPolicy(file);
    for (const [name, text] of told.sources) texts.set(name, text);
    sound &&= policy !== null;
    return policy && { policy, ...told, path: file, set: {}, reader: diskReader };
  };
  const [scheme] = schemesOf(policiesUnder(path), diskReader, load);
  if (!scheme || !sound) return { diagnostics, sources };
  const policies = scheme.loaded.map(({ policy }) => policy);
  const known = ledger.clauses.map(({ id }) => id);
  const found = traceScheme(ledger, policies, []).clauses.flatMap(one => findingsOf(one, known));
  return { diagnostics: found, sources: texts };
}

function findingsOf({ id, clause, state, rules }: TracedClause, known: readonly string[]): Diagnostic[] {
  if (state === 'missing' && clause)
    return [{ code: 'clause-without-rule', severity: 'warning', params: { clause: id }, span: clause.span }];
  if (state !== 'unlisted') return [];
  const suggestion = nearest(id, known);
  return rules.map(({ section, rule }) => {
    const name: Words = {
      zh: `${sectionNames[section].zh}“${rule.label.zh ?? rule.label.en ?? rule.id}”`,
      en: `The ${sectionNames[section].en} "${rule.label.en ?? rule.label.zh ?? rule.id}"`,
    };
    return {
      code: 'clause-unlisted',
      severity: 'warning',
      params: { clause: id, rule: name },
      span: rule.span,
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  });
}
