import type { Diagnostic } from '../language/diagnostic.ts';
import type { Span } from '../language/source.ts';
import type { YNode } from './node.ts';
import { applyEdits, originOf, type Patched } from './patch.ts';
import { type Composed, composeYaml, maxDepth } from './yaml-compose.ts';
import { silentTraps } from './yaml-flow.ts';
import { type Flaw, nodesOf } from './yaml-nodes.ts';
import { lineAt, type Trap } from './yaml-trap.ts';
import { trapOf } from './yaml-traps.ts';

/** Longest file that is read, in UTF-16 units; the shipped policies have about 30,000. */
export const maxLength = 1 << 19;
const maxMendings = 60;
/** Text to go through again after mendings, at most. */
const mendingBudget = 2 << 20;

/** What going through one more complaint costs, as text. */
const problemCost = 1000;

export interface YamlDocument {
  readonly file: string;
  readonly text: string;
  /** Null where the YAML cannot be made sense of. */
  readonly root: YNode | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Lines that were mended by a guess: what else is found on them may be the guess's fault. */
  readonly doubtful: readonly Span[];
  readonly flaws: readonly Flaw[];
}

interface Mending {
  readonly file: string;
  readonly text: string;
  readonly diagnostics: Diagnostic[];
  readonly doubtful: Span[];
  readonly lines: Set<number>;
  /** End of the last line that stood out of line: the lines right below it are part of the same mistake. */
  indented: number;
}

/** Notes a trap, once per line and code, at its place in the file as it was. */
function note(mending: Mending, patched: Patched, trap: Trap): void {
  const start = originOf(patched, trap.start);
  const line = lineAt(mending.text, Math.min(start, Math.max(0, mending.text.length - 1)));
  const sameBlock =
    trap.code === 'yaml-indent' &&
    mending.indented >= 0 &&
    mending.indented <= line.start &&
    mending.text.slice(mending.indented, line.start).trim() === '';
  if (trap.code === 'yaml-indent') mending.indented = line.end;
  if (!mending.lines.has(line.start) && !sameBlock) {
    const span = { file: mending.file, start, end: Math.max(start + 1, originOf(patched, trap.end)) };
    mending.diagnostics.push({
      code: trap.code,
      severity: 'error',
      params: trap.params,
      span,
      ...(trap.suggestion === undefined ? {} : { suggestion: trap.suggestion }),
    });
  }
  if (trap.covers !== undefined) {
    const [from, to] = trap.covers.map(at => originOf(patched, at)) as [number, number];
    mending.doubtful.push({ file: mending.file, start: from, end: to });
  }
  if (trap.lossy) {
    mending.lines.add(line.start);
    mending.doubtful.push({ file: mending.file, start: line.start, end: line.end });
  }
}

function trapsOf(patched: Patched, composed: Composed): Trap[] {
  const [first] = composed.problems;
  if (first !== undefined) return [trapOf(patched.text, first, composed)];
  return composed.document === null ? [] : silentTraps(patched.text, composed.document);
}

function refuse(
  file: string,
  text: string,
  code: string,
  params: Diagnostic['params'],
  at: number,
): YamlDocument {
  const span = { file, start: at, end: Math.min(at + 1, text.length) };
  return {
    file,
    text,
    root: null,
    diagnostics: [{ code, severity: 'error', params, span }],
    doubtful: [],
    flaws: [],
  };
}

/**
 * Reads YAML into plain data with positions. Whatever is wrong with the YAML is reported and, where it can be guessed
 * what was meant, mended, so that the rest of the file is read too.
 */
export function readYaml(file: string, text: string): YamlDocument {
  if (text.length > maxLength)
    return refuse(file, text, 'file-too-large', { size: text.length, most: maxLength }, 0);
  const mending: Mending = { file, text, diagnostics: [], doubtful: [], lines: new Set(), indented: -1 };
  let patched: Patched = { text, origin: null };
  let composed = composeYaml(text);
  let budget = mendingBudget;
  for (let round = 0; composed.tooDeep === null; round++) {
    const traps = trapsOf(patched, composed);
    for (const trap of traps) note(mending, patched, trap);
    const edits = traps.flatMap(trap => trap.edits);
    budget -= patched.text.length + composed.problems.length * problemCost;
    if (edits.length === 0 || round === maxMendings || budget < 0) {
      if (traps.length > 0) return { ...mending, root: null, flaws: [] };
      break;
    }
    patched = applyEdits(patched, edits);
    composed = composeYaml(patched.text);
  }
  if (composed.tooDeep !== null)
    return refuse(file, text, 'yaml-too-deep', { most: maxDepth }, originOf(patched, composed.tooDeep));
  const { diagnostics } = mending;
  if (composed.documents > 1)
    return refuse(file, text, 'yaml-documents', {}, originOf(patched, composed.document?.range[2] ?? 0));
  if (composed.document?.contents == null) return refuse(file, text, 'yaml-empty', {}, 0);
  const built = nodesOf(file, patched, composed.document);
  return {
    file,
    text,
    root: built.root,
    diagnostics: [...diagnostics, ...built.diagnostics],
    doubtful: mending.doubtful,
    flaws: built.flaws,
  };
}
