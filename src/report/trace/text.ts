import type { SchemeTrace, TracedCase, TracedClause, TracedRule } from '../../analysis/trace/trace.ts';
import { wordOf } from '../../language/label.ts';
import { clauseKindWords } from '../../language/words-clauses.ts';
import { fileName } from '../diagnostics.ts';
import { inert } from '../inert.ts';
import { quote } from '../message.ts';
import { policyName, versionText } from '../names.ts';
import type { Look } from '../overview-view.ts';
import { foldLines, padEnd } from '../table.ts';
import { width } from '../width.ts';
import { countsLine, say, sectionNames, stateWords } from './words.ts';

export interface TraceLook extends Look {
  /** Files below it are named from here. */
  readonly cwd: string;
}

const COLUMNS = 80;
/** Cases that are named; of more, their number is told. */
const NAMED = 3;

/** The table of one scheme for people: clause, rules, cases, what is not computed and why. */
export function traceLines(trace: SchemeTrace, look: TraceLook): string[] {
  const { lang, paint, cwd } = look;
  const { ledger, policies, clauses, counts } = trace;
  const listed = clauses.filter(({ state }) => state !== 'unlisted' || ledger === null);
  return [
    ...policies.map(policy => `${paint.strong(policyName(policy, lang))}${versionText(policy, lang)}`),
    ledger === null
      ? paint.warning(say('noLedger', lang))
      : paint.faint(`${say('ledger', lang)}  ${fileName(ledger.file, cwd)}`),
    '',
    ...(listed.length === 0 && ledger === null ? [say('noClauses', lang)] : []),
    ...listed.flatMap(one => clauseLines(one, trace, look)),
    ...findingLines(trace, look),
    ...(ledger === null ? [] : [countsLine(counts, lang)]),
    '',
  ];
}

function clauseLines(one: TracedClause, trace: SchemeTrace, look: TraceLook): string[] {
  const { lang, paint } = look;
  const { clause, rules, cases, state } = one;
  const bad = state === 'missing' || state === 'unlisted';
  const head = [
    paint.strong(inert(one.id)),
    ...(clause === null ? [] : [clauseKindWords[clause.kind][lang][0]!]),
    ...(clause === null || clause.cite === '' ? [] : [paint.faint(inert(clause.cite))]),
    ...(state === 'computed' || trace.ledger === null
      ? []
      : [(bad ? paint.error : paint.warning)(stateWords[state][lang])]),
  ].join('  ');
  const says = clause === null ? '' : inert(wordOf(clause.says, lang, ''));
  const lead = Math.max(...(['rules', 'cases', 'notComputed'] as const).map(word => width(say(word, lang))));
  const field = (word: 'rules' | 'cases' | 'notComputed', text: string) =>
    text === ''
      ? []
      : foldLines(text, COLUMNS - lead - 4).map(
          (line, at) => `  ${paint.faint(padEnd(at === 0 ? say(word, lang) : '', lead))}  ${line}`,
        );
  return [
    head,
    ...(says === '' ? [] : foldLines(says, COLUMNS - 2).map(line => `  ${line}`)),
    ...field('rules', rulesText(rules, trace, look)),
    ...field('cases', casesText(cases, look)),
    ...field('notComputed', clause?.notComputed ? inert(wordOf(clause.notComputed, lang, '')) : ''),
    '',
  ];
}

/** Rules by section; with the policy where the scheme has several, and with what a draft did to them. */
function rulesText(rules: readonly TracedRule[], { policies }: SchemeTrace, { lang }: TraceLook): string {
  const [colon, comma, stop] = lang === 'zh' ? ['：', '、', '；'] : [': ', ', ', '; '];
  const groups = new Map<string, string[]>();
  for (const one of rules) {
    const whose = policies.length > 1 ? `${policyName(one.policy, lang)} ` : '';
    const key = `${whose}${sectionNames[one.section][lang]}`;
    groups.set(key, [...(groups.get(key) ?? []), ruleName(one, lang)]);
  }
  return [...groups].map(([key, names]) => `${key}${colon}${names.join(comma)}`).join(stop);
}

function ruleName({ rule, policy }: TracedRule, lang: TraceLook['lang']): string {
  const name = inert(wordOf(rule.label, lang, rule.id));
  const { change, policy: by } = rule.origin;
  if (change === 'original' || by !== policy.id) return name;
  const how = `${say('draft', lang)}${lang === 'zh' ? '' : ' '}${say(change, lang)}`;
  return lang === 'zh' ? `${name}（${how}）` : `${name} (${how})`;
}

function casesText(cases: readonly TracedCase[], { lang }: TraceLook): string {
  const names = cases.slice(0, NAMED).map(({ name }) => inert(name));
  const list = names.join(lang === 'zh' ? '、' : ', ');
  if (cases.length <= NAMED) return list;
  return `${list}${lang === 'zh' ? '' : ' '}${say('more', lang, { count: String(cases.length) })}`;
}

/** What is wrong with the ledger or the rules, at the end where it is seen. */
function findingLines({ ledger, clauses }: SchemeTrace, { lang, paint }: TraceLook): string[] {
  if (ledger === null) return [];
  const lines = clauses.flatMap((one): string[] => {
    const clause = quote(one.id, lang);
    if (one.state === 'missing') return [say('missing', lang, { clause })];
    if (one.state !== 'unlisted') return [];
    return [say('unlisted', lang, { clause, by: namedBy(one, lang) })];
  });
  const folded = lines.flatMap(text =>
    foldLines(text, COLUMNS - 2).map((line, at) => (at === 0 ? `${paint.error('✗')} ${line}` : `  ${line}`)),
  );
  return folded.length === 0 ? [] : [...folded, ''];
}

function namedBy({ rules, cases }: TracedClause, lang: TraceLook['lang']): string {
  const comma = lang === 'zh' ? '、' : ', ';
  if (rules.length > 0)
    return rules
      .map(({ section, rule }) => {
        const name = quote(wordOf(rule.label, lang, rule.id), lang);
        return lang === 'zh' ? `${sectionNames[section].zh}${name}` : `${sectionNames[section].en} ${name}`;
      })
      .join(comma);
  return say('namedByCases', lang, { names: cases.map(({ name }) => quote(name, lang)).join(comma) });
}

/** What all schemes come to, where there are several. */
export function traceTotalLine(traces: readonly SchemeTrace[], lang: TraceLook['lang']): string[] {
  const listed = traces.filter(({ ledger }) => ledger !== null);
  if (listed.length < 2) return [];
  const counts = { computed: 0, partly: 0, noted: 0, missing: 0, unlisted: 0 };
  for (const trace of listed)
    for (const [state, count] of Object.entries(trace.counts)) counts[state as keyof typeof counts] += count;
  return [`${say('allTogether', lang)}${lang === 'zh' ? '：' : ': '}${countsLine(counts, lang)}`];
}
