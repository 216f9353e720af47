import { bandKeys, canonicalKey, placeKeys, policyKeys } from '../language/keys.ts';
import { nearest } from '../language/nearest.ts';
import { nameKey } from '../language/normal.ts';
import type { Span } from '../language/source.ts';
import { fieldsOf, type Report, scalarOf, scalarsOf } from './fields.ts';
import type { YNode, YScalar } from './node.ts';
import type { RawPolicy, Removed } from './raw-policy.ts';
import { called, type RawRule } from './rule.ts';
import { type SectionName, sameText, sectionNames } from './sections.ts';

export function findRule(rules: readonly RawRule[], written: string): RawRule | undefined {
  const name = nameKey(written);
  return rules.find(({ id }) => id === name) ?? rules.find(({ names }) => names.includes(name));
}

function unknown(report: Report, at: YScalar, span: Span, names: readonly string[]): void {
  const suggestion = nearest(at.text, names);
  report({
    code: 'unknown-rule',
    severity: 'error',
    params: { name: at.text },
    span,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

/** The base's rule with the fields that the draft gives; the base's own where they say the same. */
function replaced(base: RawRule, draft: RawRule, policy: string): RawRule {
  const given = [...draft.fields].filter(([key]) => key !== 'place');
  // The key by which the draft finds a rule is one of its names already; only a new one is a change.
  const label = { ...base.label };
  for (const lang of ['zh', 'en'] as const) {
    const name = draft.label[lang];
    if (name !== undefined && !base.names.includes(nameKey(name))) label[lang] = name;
  }
  const changed =
    given.some(([key, { value }]) => !sameText(base.fields.get(key)?.value, value)) ||
    JSON.stringify(label) !== JSON.stringify(base.label);
  if (!changed) return base;
  return {
    ...draft,
    id: base.id,
    label,
    names: [...new Set([...base.names, ...draft.names])],
    origin: { policy, change: 'replaced' },
    fields: new Map([...base.fields, ...given]),
  };
}

/** Moves a rule before or after another one of its section. */
function placed(rules: readonly RawRule[], rule: RawRule, draft: RawRule, report: Report): RawRule[] | null {
  const fields = fieldsOf(draft.fields.get('place')?.value, placeKeys, report);
  const side = fields.byKey.has('before') ? 'before' : 'after';
  const target = scalarOf(fields, side);
  if (target === undefined) return null;
  const others = rules.filter(one => one !== rule);
  const found = findRule(others, target.text);
  if (found === undefined) {
    unknown(
      report,
      target,
      target.span,
      others.flatMap(({ names }) => names),
    );
    return null;
  }
  const at = others.indexOf(found) + (side === 'after' ? 1 : 0);
  return [...others.slice(0, at), rule, ...others.slice(at)];
}

/** Amounts by card that a draft gives anew without some of the cards that had one. */
function checkDropped(base: RawRule, draft: RawRule, cards: readonly RawRule[], report: Report): void {
  const [old, entry] = [base.fields.get('amount')?.value, draft.fields.get('amount')];
  if (old?.kind !== 'map' || entry?.value.kind !== 'map') return;
  const meant = (text: string) => text.split(/[、,，]/).map(one => findRule(cards, one)?.id ?? nameKey(one));
  const kept = new Set(entry.value.entries.flatMap(({ key }) => meant(key.text)));
  const rest = entry.value.entries.some(({ key }) =>
    canonicalKey({ otherwise: bandKeys.otherwise }, key.text),
  );
  const dropped = old.entries
    .map(({ key }) => key.text)
    .filter(key => !rest && !meant(key).every(one => kept.has(one)));
  if (dropped.length > 0)
    report({
      code: 'draft-drops-amounts',
      severity: 'warning',
      params: { cards: dropped },
      span: entry.key.span,
    });
}

function mergeSection(
  name: SectionName,
  base: readonly RawRule[],
  draft: readonly RawRule[],
  policy: string,
  cards: readonly RawRule[],
  report: Report,
): RawRule[] {
  let rules = [...base];
  for (const change of draft) {
    const old = findRule(rules, change.id) ?? change.names.map(one => findRule(rules, one)).find(Boolean);
    const rule =
      old === undefined
        ? { ...change, origin: { policy, change: 'added' as const } }
        : replaced(old, change, policy);
    if (old !== undefined) checkDropped(old, change, cards, report);
    rules = old === undefined ? [...rules, rule] : rules.map(one => (one === old ? rule : one));
    const moved = change.fields.has('place') ? placed(rules, rule, change, report) : null;
    if (moved?.some((one, k) => one !== rules[k]))
      rules = moved.map(one =>
        one === rule && old === rule ? { ...rule, origin: { policy, change: 'replaced' } } : one,
      );
    else if (old === undefined && name === 'cards' && !change.fields.has('place'))
      report({
        code: 'card-needs-place',
        severity: 'error',
        params: { card: called(change) },
        span: change.at,
      });
  }
  return rules;
}

interface Target {
  readonly section: SectionName | null;
  readonly written: YScalar;
  readonly name: string;
}

function targetsOf(node: YNode, report: Report): Target[] {
  if (node.kind === 'map') {
    const { byKey } = fieldsOf(node, policyKeys, report);
    return [...byKey].flatMap(([section, { value }]) =>
      scalarsOf(value).map(written => ({ section: section as SectionName, written, name: written.text })),
    );
  }
  return scalarsOf(node).map(written => {
    const [first = '', ...rest] = written.text.split('.');
    const section = canonicalKey(policyKeys, first.trim()) as SectionName | null;
    return { section, written, name: rest.join('.').trim() };
  });
}

function removals(base: RawPolicy, draft: RawPolicy, report: Report): Removed[] {
  const removed: Removed[] = [];
  for (const { section, written, name } of draft.remove === null ? [] : targetsOf(draft.remove, report)) {
    const rules = section !== null && sectionNames.includes(section) ? base.rules[section] : undefined;
    if (rules === undefined || section === null || name === '') {
      report({ code: 'remove-what', severity: 'error', params: { text: written.text }, span: written.span });
      continue;
    }
    const rule = findRule(rules, name);
    if (rule === undefined)
      unknown(
        report,
        { ...written, text: name },
        written.span,
        rules.flatMap(({ names }) => names),
      );
    else removed.push({ section, rule, at: written.span });
  }
  return removed;
}

/** The policy that a draft makes of its base: replaced field by field, added, removed; what is not named stays. */
export function amend(base: RawPolicy, draft: RawPolicy, report: Report): RawPolicy {
  const removed = removals(base, draft, report);
  const gone = new Set(removed.map(({ rule }) => rule));
  const cards = [...base.rules.cards, ...draft.rules.cards];
  const rules = Object.fromEntries(
    sectionNames.map(name => {
      const kept = base.rules[name].filter(rule => !gone.has(rule));
      return [name, mergeSection(name, kept, draft.rules[name], draft.id, cards, report)];
    }),
  ) as Record<SectionName, RawRule[]>;
  return {
    ...draft,
    // A draft is a scheme of its own: neither its name nor its version is the base's.
    label: Object.keys(draft.label).length > 0 ? draft.label : base.label,
    effective: draft.effective ?? base.effective,
    decision: draft.decision ?? base.decision,
    classify: draft.classify ?? base.classify,
    scope: draft.scope ?? base.scope,
    vocabulary: draft.vocabulary ?? base.vocabulary,
    notes: [...base.notes, ...draft.notes],
    words: [...base.words, ...draft.words],
    rules,
    removed: [...base.removed, ...removed],
  };
}
