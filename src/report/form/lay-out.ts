import type { FilledBody, FilledForm } from '../../analysis/form/filled.ts';
import type { Words } from '../../language/label.ts';
import type { Policy, Stage } from '../../policy/policy.ts';
import type { ExplainView } from '../explain/view.ts';
import { inert } from '../inert.ts';
import { cardName, policyName, versionText } from '../names.ts';
import { noPaint } from '../paint.ts';
import type { Sources } from '../place.ts';
import { rulesOf, type Settings, settingLines } from '../rules-of.ts';
import { assessmentView } from './assessment.ts';
import { contentOf, dueView, labelWords } from './content.ts';
import type { Block, Sheet } from './sheet.ts';
import { fillWords, formWords, inBoth, wordsOf } from './words.ts';

export interface FormView {
  /** Texts of the files that the rules stand in. */
  readonly sources: Sources;
  /** Parameters set from outside. */
  readonly set: Settings;
}

/** Lays a filled form out for paper. */
export function sheetOf(form: FilledForm, view: FormView): Sheet {
  const { policy, annex } = form;
  const rules = inBoth(lang => `${policyName(policy, lang)}${versionText(policy, lang)}`);
  const set = inBoth(lang =>
    settingLines(policy, view.set, lang)
      .map(line => line.trim())
      .join(' '),
  );
  return {
    title: wordsOf(form.title, policy.id) ?? { zh: policy.id, en: policy.id },
    under: [
      rules,
      inBoth(lang => rulesOf(policy, lang)),
      ...(form.copies > 1 ? [fillWords(formWords.copies, { n: form.copies })] : []),
      ...(set.zh === '' ? [] : [set]),
      ...(form.standard ? [formWords.standard] : []),
    ],
    id: form.id === policy.entity ? '' : inert(form.id),
    parts: form.parts.flatMap(({ label, body }) => {
      const block = blockOf(form, body, view);
      return block === null ? [] : [{ head: wordsOf(label), block }];
    }),
    annex: annex === null ? null : { head: formWords.annex, block: blockOf(form, annex, view)! },
  };
}

/** Null for the title, which heads the sheet. */
function blockOf(form: FilledForm, body: FilledBody, view: FormView): Block | null {
  const { policy, answer } = form;
  switch (body.kind) {
    case 'title':
      return null;
    case 'fields': {
      const fields = body.fields.map(({ label, filled }) => ({
        label: wordsOf(label),
        content: contentOf(filled, policy),
      }));
      return { kind: 'fields', across: body.across, fields };
    }
    case 'table': {
      const rows = body.rows?.map(({ cells }) => cells.map(cell => contentOf(cell, policy)));
      return {
        kind: 'table',
        columns: body.columns.map(({ label }) => labelWords(label)),
        rows: rows ?? null,
      };
    }
    case 'due':
      return { kind: 'due', items: body.headings.map(heading => dueView(heading, policy, form.places)) };
    case 'assessment': {
      const drawn = (lang: ExplainView['lang']) =>
        assessmentView(answer, body.figures, { policy, lang, paint: noPaint, ...view });
      return { kind: 'assessment', zh: drawn('zh'), en: drawn('en') };
    }
    case 'opinion':
      return {
        kind: 'opinion',
        whose: whoseOf(policy, body.stage, body.role),
        wording: labelWords(body.wording),
        cards: body.cards.map(card => inBoth(lang => cardName(policy, card, lang))),
        signatures: body.signatures.map(label => followed(labelWords(label), formWords.sign)),
        seals: body.seals.map(label => followed(labelWords(label), formWords.seal)),
        dated: body.dated,
      };
    case 'remarks':
      return { kind: 'remarks', items: body.remarks.map(labelWords) };
  }
}

const followed = (words: Words, by: Words): Words => ({ zh: words.zh + by.zh, en: words.en + by.en });

/** `初核申报；村支两委；2020-03-18 至 2020-03-22`: the stage, who is in charge of it, and when. */
function whoseOf(policy: Policy, stageId: string | null, roleId: string | null): Words | null {
  const stage = policy.stages.find(({ id }) => id === stageId);
  const by = roleId ?? stage?.role ?? null;
  const items = [
    stage === undefined ? null : wordsOf(stage.label, stage.id),
    by === null ? null : wordsOf(policy.roles[by]?.label ?? {}, by),
    stage === undefined ? null : daysOf(stage),
  ].filter(one => one !== null);
  if (items.length === 0) return null;
  return inBoth(lang => items.map(one => one[lang]).join(lang === 'zh' ? '；' : '; '));
}

function daysOf({ from, to }: Stage): Words | null {
  const days = [from, to].filter(day => day !== null);
  const [first, last] = days;
  if (first === undefined) return null;
  return last === undefined || last === first
    ? { zh: first, en: first }
    : { zh: `${first} 至 ${last}`, en: `${first} to ${last}` };
}
