/** The trace for programs (JSON) and for spreadsheets (CSV). */
import {
  hasFindings,
  type SchemeTrace,
  type TracedClause,
  type TracedRule,
} from '../../analysis/trace/trace.ts';
import { type Lang, wordOf } from '../../language/label.ts';
import { clauseKindWords } from '../../language/words-clauses.ts';
import { csvRecord } from '../csv.ts';
import { fileName } from '../diagnostics.ts';
import { policyName } from '../names.ts';
import { say, sectionNames, stateWords } from './words.ts';

type Json = Record<string, unknown>;

export function traceJson(traces: readonly SchemeTrace[], cwd: string): Json {
  const total = (state: keyof SchemeTrace['counts']) =>
    traces.reduce((sum, { counts }) => sum + counts[state], 0);
  return {
    schemes: traces.map(trace => schemeJson(trace, cwd)),
    total: {
      clauses: total('computed') + total('partly') + total('noted') + total('missing'),
      computed: total('computed') + total('partly'),
      partly: total('partly'),
      noted: total('noted'),
      missing: total('missing'),
      unlisted: total('unlisted'),
    },
  };
}

function schemeJson(trace: SchemeTrace, cwd: string): Json {
  const { ledger, policies, clauses } = trace;
  return {
    ledger: ledger === null ? null : fileName(ledger.file, cwd),
    policies: policies.map(({ id, version, on, file }) => ({ id, version, on, file: fileName(file, cwd) })),
    findings: hasFindings(trace),
    clauses: clauses.map(({ id, clause, state, rules, cases }) => ({
      id,
      state,
      kind: clause?.kind ?? null,
      cite: clause?.cite ?? '',
      says: clause?.says ?? {},
      rules: rules.map(({ section, rule, policy }) => ({
        policy: policy.id,
        section,
        id: rule.id,
        label: rule.label,
        cite: rule.cite,
        change: rule.origin.policy === policy.id ? rule.origin.change : 'original',
      })),
      cases: cases.map(({ file, name, by }) => ({ file: fileName(file, cwd), name, by })),
      not_computed: clause?.notComputed ?? null,
    })),
  };
}

/** One record per clause under a head, in the reader's language. */
export function traceCsv(traces: readonly SchemeTrace[], lang: Lang): string[] {
  const heads = [
    'scheme',
    'clause',
    'kind',
    'cite',
    'says',
    'state',
    'rules',
    'cases',
    'notComputed',
  ] as const;
  return [
    csvRecord(heads.map(head => say(head, lang))),
    ...traces.flatMap(trace => trace.clauses.map(one => record(trace, one, lang))),
  ];
}

function record({ policies }: SchemeTrace, { id, clause, state, rules, cases }: TracedClause, lang: Lang) {
  const apart = lang === 'zh' ? '；' : '; ';
  const rule = ({ section, rule, policy }: TracedRule) => {
    const whose = policies.length > 1 ? `${policyName(policy, lang)} ` : '';
    return `${whose}${sectionNames[section][lang]} ${wordOf(rule.label, lang, rule.id)}`;
  };
  return csvRecord([
    policies[0] ? policyName(policies[0], lang) : '',
    id,
    clause === null ? '' : clauseKindWords[clause.kind][lang][0]!,
    clause?.cite ?? '',
    clause === null ? '' : wordOf(clause.says, lang, ''),
    stateWords[state][lang],
    rules.map(rule).join(apart),
    cases.map(({ name }) => name).join(apart),
    clause?.notComputed ? wordOf(clause.notComputed, lang, '') : '',
  ]);
}
