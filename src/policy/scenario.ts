import type { Diagnostic } from '../language/diagnostic.ts';
import * as keys from '../language/keys.ts';
import type { Label } from '../language/label.ts';
import type { Span } from '../language/source.ts';
import { dayOf } from './day.ts';
import { fieldOf, fieldsOf, labelOf, type Report, scalarOf, scalarsOf } from './fields.ts';
import type { Reader } from './file.ts';
import type { YEntry, YNode, YScalar } from './node.ts';
import { projectRoot, resolveReference } from './paths.ts';
import { openDocument, type Session, startSession } from './session.ts';
import { tellings } from './tellings.ts';

/** Where the households come from; paths as they can be opened. */
export type ScenarioPopulation =
  | { readonly kind: 'folder'; readonly path: string; readonly span: Span }
  | {
      readonly kind: 'generated';
      readonly spec: string;
      readonly households: number | null;
      readonly seed: number | null;
      readonly span: Span;
    };

export interface Setting {
  /** Only for this policy (id, label or path as written); null: wherever there is such a parameter. */
  readonly policy: string | null;
  readonly name: string;
  readonly value: string;
  /** As it stands in the file. */
  readonly written: YEntry;
  readonly span: Span;
}

export interface Scenario {
  readonly file: string;
  readonly label: Label;
  /** Files or folders of policies, in the order of comparison. */
  readonly policies: readonly { readonly path: string; readonly span: Span }[];
  readonly population: ScenarioPopulation | null;
  readonly set: readonly Setting[];
  readonly on: string | null;
  /** What of the comparison is wanted, as written; empty: everything. */
  readonly compare: readonly YScalar[];
}

export interface LoadedScenario {
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

type Find = (written: YScalar) => string | null;

/** Paths inside the project, as they can be opened; `null` where one cannot be used, which is reported. */
function finder(session: Session, file: string): Find {
  const { reader, report } = session;
  const root = projectRoot(reader, reader.real(file));
  return written => {
    const found = resolveReference(reader, root, file, written.text, false);
    if (!('code' in found)) return found.file;
    report({ code: found.code, severity: 'error', params: { path: written.text }, span: written.span });
    return null;
  };
}

function wholeOf(scalar: YScalar | undefined): number | null {
  return scalar !== undefined && /^\d{1,15}$/.test(scalar.text) ? Number(scalar.text) : null;
}

function populationOf(node: YNode | undefined, find: Find, report: Report): ScenarioPopulation | null {
  if (node === undefined || node.kind === 'list') return null;
  if (node.kind === 'scalar') {
    const path = find(node);
    return path === null ? null : { kind: 'folder', path, span: node.span };
  }
  const fields = fieldsOf(node, keys.scenarioPopulationKeys, report);
  const written = scalarOf(fields, 'spec');
  const spec = written === undefined ? null : find(written);
  if (written === undefined || spec === null) return null;
  return {
    kind: 'generated',
    spec,
    households: wholeOf(scalarOf(fields, 'households')),
    seed: wholeOf(scalarOf(fields, 'seed')),
    span: written.span,
  };
}

/** Stands in a scenario where a figure has yet to be written. */
export const PLACE_TO_FILL = '____';

/** One setting; one that has yet to be filled in is reported. */
function settingOf(policy: string | null, written: YEntry, report: Report): Setting[] {
  const { key, value } = written;
  if (value.kind !== 'scalar') return [];
  const mark = /^\s*[_＿]{2,}\s*/.exec(value.text);
  if (mark !== null) {
    const unit = value.text.slice(mark[0].length).trim();
    const params = { name: key.text, unit };
    report({
      code: unit === '' ? 'setting-to-fill' : 'setting-to-fill-unit',
      severity: 'error',
      params,
      span: value.span,
    });
    return [];
  }
  return [{ policy, name: key.text, value: value.text, written, span: value.span }];
}

function settingsOf(node: YNode | undefined, report: Report): Setting[] {
  return (node?.kind === 'map' ? node.entries : []).flatMap(entry => {
    if (entry.value.kind === 'map')
      return entry.value.entries.flatMap(one => settingOf(entry.key.text, one, report));
    return settingOf(null, entry, report);
  });
}

/** Reads a scenario: policies and a population, by paths relative to it, with what to change in them. */
export function loadScenario(path: string, options: { readonly read?: Reader } = {}): LoadedScenario {
  const session = startSession(options.read);
  const root = openDocument(session, path, path, 'scenario');
  let scenario: Scenario | null = null;
  if (root !== null) {
    const { report } = session;
    const fields = fieldsOf(root, keys.scenarioKeys, report);
    const find = finder(session, path);
    scenario = {
      file: path,
      label: labelOf(fieldOf(fields, 'scenario')),
      policies: scalarsOf(fieldOf(fields, 'policies')).flatMap(written => {
        const found = find(written);
        return found === null ? [] : [{ path: found, span: written.span }];
      }),
      population: populationOf(fieldOf(fields, 'population'), find, report),
      set: settingsOf(fieldOf(fields, 'set'), report),
      on: dayOf(fields, 'on', report),
      compare: scalarsOf(fieldOf(fields, 'compare')),
    };
  }
  return { scenario, diagnostics: tellings(session), sources: session.sources };
}
