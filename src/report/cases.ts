import type { Mismatch } from '../analysis/case-test.ts';
import type { CaseResult } from '../analysis/cases.ts';
import type { Answer, BenefitAnswer, Status } from '../engine/answer.ts';
import type { Diagnostic, Param } from '../language/diagnostic.ts';
import type { Lang, Words } from '../language/label.ts';
import type { Policy } from '../policy/policy.ts';
import type { CaseCode } from './case-messages.ts';
import { valueText } from './explain/value.ts';
import { spanText } from './figures.ts';
import { benefitName, cardName, exclusionName } from './names.ts';

const statusNames: Record<Status, Words> = {
  decided: { zh: '已定', en: 'decided' },
  undetermined: { zh: '未定', en: 'undetermined' },
  'out-of-scope': { zh: '不在适用范围', en: 'out of scope' },
  conflict: { zh: '几种卡冲突', en: 'in conflict' },
};
const words = {
  noCard: { zh: '无卡', en: 'no card' },
  nothing: { zh: '无', en: 'none' },
  noClaim: { zh: '没有这项帮扶', en: 'not due' },
  unset: { zh: '金额待定', en: 'not settled' },
  undetermined: { zh: '未定', en: 'undetermined' },
  due: { zh: '有', en: 'due' },
} as const satisfies Record<string, Words>;

const both = (make: (lang: Lang) => string): Words => ({ zh: make('zh'), en: make('en') });

/** Where a case and its answer part, at the place in the file of cases. */
export function mismatchDiagnostic({ policy, answer }: CaseResult, mismatch: Mismatch): Diagnostic {
  const told = (code: CaseCode, params: Record<string, Param>): Diagnostic => ({
    code,
    severity: 'error',
    params,
    span: mismatch.span,
  });
  switch (mismatch.kind) {
    case 'status':
      return told('case-status', {
        expected: statusNames[mismatch.expected],
        found: statusNames[answer.status],
      });
    case 'card':
      return told('case-card', {
        expected: cardWords(policy, mismatch.expected),
        found: outcomeWords(policy, answer),
      });
    case 'possible':
      return told('case-possible', {
        expected: listed(mismatch.expected.map(card => cardWords(policy, card))),
        found: listed(answer.possible.map(card => cardWords(policy, card))),
      });
    case 'barred':
      return told('case-barred', {
        expected: listed(mismatch.expected.map(entry => barredWords(policy, entry))),
        found: listed(answer.barred.map(entry => barredWords(policy, entry))),
      });
    case 'missing':
    case 'open':
      return told(`case-${mismatch.kind}`, {
        expected: mismatch.expected.length > 0 ? mismatch.expected : words.nothing,
        found: listed(
          mismatch.found.map(({ id, label }) => both(lang => label[lang] ?? label.zh ?? label.en ?? id)),
        ),
      });
    case 'benefit':
      return told('case-benefit', {
        name: both(lang => benefitName(policy, mismatch.id, lang)),
        expected: mismatch.expected,
        found: benefitWords(policy, mismatch.id, mismatch.found),
      });
    case 'value': {
      const { name, type, expected, found } = mismatch;
      return told('case-value', {
        name: both(lang => name.label[lang] ?? name.label.zh ?? name.label.en ?? name.id),
        expected,
        found: both(lang => valueText(found, type, {}, policy, lang)),
      });
    }
  }
}

const listed = (items: readonly Words[]): Param => (items.length > 0 ? items : words.nothing);

function cardWords(policy: Policy, card: string | null): Words {
  return card === null ? words.noCard : both(lang => cardName(policy, card, lang));
}

function outcomeWords(policy: Policy, answer: Answer): Words {
  if (answer.status === 'decided') return cardWords(policy, answer.card);
  const possible = answer.possible.map(card => cardWords(policy, card));
  if (answer.status === 'out-of-scope' || possible.length === 0) return statusNames[answer.status];
  return both(lang => {
    const list = possible.map(card => card[lang]).join(lang === 'zh' ? '、' : ', ');
    return lang === 'zh'
      ? `${statusNames[answer.status].zh}（${list}）`
      : `${statusNames[answer.status].en} (${list})`;
  });
}

function barredWords(policy: Policy, { card, by }: { card: string; by: string | null }): Words {
  return both(lang => {
    const name = cardName(policy, card, lang);
    if (by === null) return name;
    return lang === 'zh'
      ? `${name}（${exclusionName(policy, by, lang)}）`
      : `${name} (${exclusionName(policy, by, lang)})`;
  });
}

const MONEY = { money: 1 };

function benefitWords(policy: Policy, id: string, found: BenefitAnswer | null): Words {
  if (found === null) return words.noClaim;
  if (found.state === 'unset') return words.unset;
  if (policy.benefits.find(benefit => benefit.id === id)?.amounts.length === 0)
    return found.state === 'due' ? words.due : words.undetermined;
  const high = found.high === null ? null : String(found.high);
  const span = both(lang => spanText(String(found.low), high, MONEY, lang));
  if (found.state === 'due') return span;
  return both(lang =>
    lang === 'zh' ? `${words.undetermined.zh}（${span.zh}）` : `${words.undetermined.en} (${span.en})`,
  );
}
