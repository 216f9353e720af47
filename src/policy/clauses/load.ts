import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../language/diagnostic.ts';
import { clauseKeys, ledgerKeys } from '../../language/keys-clauses.ts';
import type { Label } from '../../language/label.ts';
import { type ClauseKind, clauseKindWords } from '../../language/words-clauses.ts';
import { fieldOf, fieldsOf, labelOf, type Report, scalarOf, wordOf } from '../fields.ts';
import { diskReader, type Reader } from '../file.ts';
import { deepFreeze } from '../freeze.ts';
import type { YEntry, YNode } from '../node.ts';
import { projectRoot } from '../paths.ts';
import { openDocument, startSession } from '../session.ts';
import { tellings } from '../tellings.ts';
import type { Clause, Ledger } from './ledger.ts';

export const LEDGER_FILE = 'clauses.yaml';

export interface LoadedLedger {
  /** Null where the file cannot be read at all; clauses with mistakes are left out of it. Frozen, plain data. */
  readonly ledger: Ledger | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads a ledger of clauses, `policies/<scheme>/clauses.yaml`; see `clausesSchema` for the format. */
export function loadClauses(path: string, reader?: Reader): LoadedLedger {
  const session = startSession(reader);
  const root = openDocument(session, path, path, 'clauses');
  let ledger: Ledger | null = null;
  if (root !== null) {
    const fields = fieldsOf(root, ledgerKeys, session.report);
    const entries = fieldOf(fields, 'clauses');
    ledger = {
      file: path,
      notes: notesOf(fieldOf(fields, 'notes')),
      clauses: (entries?.kind === 'map' ? entries.entries : []).flatMap(entry =>
        clauseOf(entry, session.report),
      ),
    };
  }
  return { ledger: deepFreeze(ledger), diagnostics: tellings(session), sources: session.sources };
}

function notesOf(node: YNode | undefined): Label[] {
  if (node === undefined) return [];
  return (node.kind === 'list' ? node.items : [node])
    .map(labelOf)
    .filter(label => Object.keys(label).length > 0);
}

/** One clause; none where it lacks what it needs, which the schema has told. */
function clauseOf({ key, value }: YEntry, report: Report): Clause[] {
  const fields = fieldsOf(value, clauseKeys, report);
  const kind = wordOf(scalarOf(fields, 'kind'), clauseKindWords);
  const says = labelOf(fieldOf(fields, 'says'));
  if (kind === null || isBlank(says)) return [];
  const notComputed = labelOf(fieldOf(fields, 'not_computed'));
  return [
    {
      id: key.text.trim(),
      kind: kind as ClauseKind,
      says,
      cite: scalarOf(fields, 'cite')?.text ?? '',
      note: labelOf(fieldOf(fields, 'note')),
      notComputed: isBlank(notComputed) ? null : notComputed,
      span: key.span,
    },
  ];
}

const isBlank = (label: Label) => Object.values(label).every(text => text.trim() === '');

/**
 * The ledger that a policy belongs to: `clauses.yaml` in its folder or in the nearest one around it within the project;
 * null where there is none.
 */
export function ledgerFor(policyFile: string, reader: Reader = diskReader): string | null {
  let real: string;
  try {
    real = reader.real(policyFile);
  } catch {
    return null;
  }
  const root = projectRoot(reader, real);
  for (let folder = dirname(policyFile), at = dirname(real); ; ) {
    const ledger = join(folder, LEDGER_FILE);
    if (reader.kind(ledger) === 'file') return ledger;
    if (at === root || at === dirname(at)) return null;
    folder = dirname(folder);
    at = dirname(at);
  }
}
