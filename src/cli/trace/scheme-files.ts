import { basename, dirname } from 'node:path';
import { loadCases } from '../../policy/cases.ts';
import { ledgerFor } from '../../policy/clauses/load.ts';
import { diskReader, type Reader, readText } from '../../policy/file.ts';
import { policyFile } from '../../policy/paths.ts';
import { isDraft, type Kind, kindOf } from '../kind.ts';
import { yamlFiles } from '../yaml-files.ts';

function textOf(reader: Reader, path: string): string | null {
  const read = readText(reader, path, path);
  return 'text' in read ? read.text : null;
}

const ofKind = (folder: string, kind: Kind) =>
  yamlFiles(folder).filter(path => {
    const text = textOf(diskReader, path);
    return text !== null && kindOf(text) === kind;
  });

/** Whether a file is a draft that changes another policy. */
export function isDraftFile(reader: Reader, path: string): boolean {
  const text = textOf(reader, path);
  return text !== null && kindOf(text) === 'policy' && isDraft(text);
}

/** Policies below a folder that are no drafts; in each folder its `policy.yaml` first. */
function policiesBelow(folder: string): string[] {
  const files = ofKind(folder, 'policy').filter(path => !isDraftFile(diskReader, path));
  const later = (path: string) => (basename(path) === 'policy.yaml' ? 0 : 1);
  const folders = [...new Set(files.map(path => dirname(path)))];
  return folders.flatMap(at =>
    files.filter(path => dirname(path) === at).sort((a, b) => later(a) - later(b)),
  );
}

/** The policies that an argument means: a file, a folder that holds a draft, or all policies below a folder but drafts. */
export function policiesMeant(reader: Reader, path: string): string[] {
  if (reader.kind(path) !== 'folder') return [path];
  const own = policyFile(reader, path);
  return isDraftFile(reader, own) ? [own] : policiesBelow(path);
}

/** Policies below the folder of a ledger that belong to it rather than to one further in. */
export function policiesUnder(ledger: string): string[] {
  return policiesBelow(dirname(ledger)).filter(path => ledgerFor(path) === ledger);
}

/** Files of cases below a folder that are about one of these policies. */
export function casesAbout(policies: readonly string[], folder: string): string[] {
  const real = new Set(policies.flatMap(path => realPath(path)));
  return ofKind(folder, 'cases').filter(path => {
    const { cases } = loadCases(path);
    return cases !== null && realPath(cases.policy).some(one => real.has(one));
  });
}

function realPath(path: string): string[] {
  try {
    return [diskReader.real(path)];
  } catch {
    return [];
  }
}
