/** One household: its facts, what both sides decide, and why. */

import type { Side } from '../../analysis/live/side.ts';
import { onlyUsed, withServed } from '../../engine/allocation/at-hand.ts';
import type { Answer } from '../../engine/answer.ts';
import { decide } from '../../engine/reference/decide.ts';
import type { Lang } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Instance } from '../../population/instance.ts';
import { instanceOf } from '../../population/instance-of.ts';
import { rangeText, yuan } from '../../report/amount.ts';
import { causeLines } from '../../report/explain/causes.ts';
import type { ExplainView } from '../../report/explain/view.ts';
import { explainWords, kindWords, periodWords } from '../../report/explain/words.ts';
import { inert } from '../../report/inert.ts';
import { noPaint } from '../../report/paint.ts';
import type { Detail, FactEdit, OutcomeKey, SideAnswer } from '../protocol.ts';
import { withEdits } from './edits.ts';
import { instanceViews } from './facts.ts';
import { fault } from './fault.ts';
import { cardKey } from './outcome-keys.ts';
import { fileOf } from './run.ts';
import { named } from './texts.ts';
import { alignTrees, treeOf } from './tree.ts';
import type { Live, LoadedFile, World } from './world.ts';

export function detailOf(
  world: World,
  live: Live,
  { row, edits, lang }: { readonly row: number; readonly edits: readonly FactEdit[]; readonly lang: Lang },
): Detail {
  const { population, vocabulary } = world;
  const [a, b] = live.sides;
  const { entity } = a.policy;
  const rows = population.tables[entity]?.rows ?? 0;
  if (!Number.isInteger(row) || row < 0 || row >= rows) throw fault('session-no-row');
  const plain = instanceOf(population, vocabulary, row, entity);
  const { household, problems } = withEdits(plain, edits, vocabulary);
  const answers = [
    answerOf(world, a, fileOf(world, 0), household, lang),
    answerOf(world, b, fileOf(world, live.b), household, lang),
  ] as const;
  alignTrees(answers[0].tree as never, answers[1].tree as never);
  return {
    row,
    id: inert(plain.id),
    edits,
    instances: instanceViews(household, plain, [a.policy, b.policy], vocabulary, lang),
    sides: answers,
    problems,
  };
}

function answerOf(
  { population }: World,
  { policy, run }: Side,
  { sources }: LoadedFile,
  household: Instance,
  lang: Lang,
): SideAnswer {
  const work = () => decide(policy, household, { trace: true });
  const answer = withServed(policy, population, onlyUsed(run.used), work, { trace: true });
  const view: ExplainView = { policy, lang, paint: noPaint, sources };
  return {
    outcome: outcomeOf(answer),
    possible: answer.possible.map(cardKey),
    barred: answer.barred.map(({ card, by }) => ({
      card,
      by,
      cite: inert(policy.exclusions.find(({ id }) => id === by)?.cite ?? ''),
    })),
    missing: causeLines(answer.causes, view),
    benefits: answer.benefits.map(benefit => benefitOf(benefit, policy, lang)),
    duties: answer.duties.map(({ id, state }) => ({
      id,
      label: named(policy.duties.find(duty => duty.id === id)!).label[lang],
      sure: state === 'due',
    })),
    tree: treeOf(answer.reasons, view),
  };
}

function outcomeOf({ status, card }: Answer): OutcomeKey {
  return status === 'decided' ? cardKey(card) : status;
}

function benefitOf(
  { id, state, low, high }: Answer['benefits'][number],
  policy: Policy,
  lang: Lang,
): SideAnswer['benefits'][number] {
  const benefit = policy.benefits.find(each => each.id === id)!;
  const money = benefit.amounts.length > 0;
  const amount = { low, high };
  const often = periodWords[benefit.period][lang];
  const text =
    state === 'unset'
      ? explainWords.unset[lang]
      : money
        ? `${rangeText(amount, lang, yuan)}${lang === 'zh' ? `（${often}）` : ` (${often})`}`
        : benefit.kind === 'cash'
          ? explainWords.withoutMoney[lang]
          : kindWords[benefit.kind][lang];
  return { id, label: named(benefit).label[lang], state, amount, text, cite: inert(benefit.cite) };
}
