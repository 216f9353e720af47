import { related } from '../analysis/outcome.ts';
import { PERSON, UNIT } from '../population/standard.ts';
import { dutySection } from './allocation/duties.ts';
import { fundShiftLines } from './allocation/fund-shifts.ts';
import { fundSection } from './allocation/funds.ts';
import { quotaSection } from './allocation/quotas.ts';
import { count } from './amount.ts';
import { crossSection } from './cross/roles.ts';
import { targetingSection } from './cross/targeting.ts';
import { inert } from './inert.ts';
import { judgedCount, judgedParams } from './judged.ts';
import { policyName, versionText } from './names.ts';
import { assertionSection } from './overview-assertions.ts';
import { areaSection, barredSection, cardSection, roleSection } from './overview-cards.ts';
import { budgetSection, unsetSection } from './overview-money.ts';
import { movesSection, transitionSection, winnersSection } from './overview-moves.ts';
import { doubtSection, noCardSection } from './overview-reasons.ts';
import { shortSection } from './overview-short.ts';
import { type Look, letter, type Overview } from './overview-view.ts';
import { say } from './overview-words.ts';
import { rulesOf, settingLines } from './rules-of.ts';
import type { Section } from './sections.ts';

/** Overview of one policy, or of several side by side, for people; all sections where none is asked for. */
export function overviewLines(overview: Overview, look: Look, wanted: readonly Section[] = []): string[] {
  const { views, comparisons } = overview;
  const several = <T>(items: readonly T[], draw: (item: T, index: number) => string[]) =>
    items.flatMap((item, index) => separated(draw(item, index)));
  const sections: Record<Section, () => string[]> = {
    cards: () => [...separated(cardSection(views, look)), ...separated(roleSection(views, look))],
    transitions: () => several(comparisons, (each, index) => transitionSection(each, index + 1, look)),
    moves: () => several(comparisons, (each, index) => movesSection(each, index + 1, overview, look)),
    cross: () =>
      several(overview.crosses, (each, index) => (each === null ? [] : crossSection(each, index + 1, look))),
    targeting: () =>
      separated(
        targetingSection(
          overview.targeting,
          views.map(({ summary }) => summary.policy),
          look,
        ),
      ),
    winners: () => several(comparisons, (each, index) => winnersSection(each, index + 1, overview, look)),
    budget: () => separated(budgetSection(views, look)),
    quotas: () => separated(quotaSection(views, overview.seatShifts, look)),
    funds: () =>
      separated([...fundSection(views, look), ...fundShiftLines(views, overview.fundShifts, look)]),
    duties: () => separated(dutySection(views, look)),
    unset: () => separated(unsetSection(views, look)),
    barred: () => separated(barredSection(views, look)),
    'no-card': () => several(views, (view, index) => noCardSection(view, index, overview, look)),
    missing: () => several(views, (view, index) => doubtSection(view, index, overview, look)),
    assertions: () => separated(assertionSection(views, look)),
    areas: () => separated(areaSection(views, look)),
  };
  const shown = Object.entries(sections).filter(
    ([section]) => wanted.length === 0 || wanted.includes(section as Section),
  );
  return [
    ...separated(headLines(overview, look)),
    ...shown.flatMap(([, draw]) => draw()),
    ...separated(wanted.length === 0 ? shortSection(overview, look) : []),
  ];
}

const separated = (lines: readonly string[]) => (lines.length === 0 ? [] : [...lines, '']);

function headLines({ views, comparisons }: Overview, { lang, paint }: Look): string[] {
  const several = views.length > 1;
  const { population } = views[0]!.summary;
  const policies = views.flatMap(({ summary: { policy }, set }, index) => {
    const name = `${several ? `${letter(index, lang)}  ` : ''}${policyName(policy, lang)}`;
    const version = versionText(policy, lang);
    return [
      `${paint.strong(name)}${version}  ${paint.faint(rulesOf(policy, lang))}`,
      ...settingLines(policy, set, lang).map(line => `${several ? '    ' : '  '}${line}`),
    ];
  });
  const comma = lang === 'zh' ? '，' : ', ';
  const people =
    population.members === null || views[0]!.summary.policy.entity === PERSON
      ? ''
      : `${comma}${count(population.members)} ${say('people', lang)}`;
  const seed = population.seed === null ? '' : `${comma}${say('seed', lang)} ${population.seed}`;
  const { policy } = views[0]!.summary;
  const title =
    policy.entity === UNIT ? say('population', lang) : say('judged', lang, judgedParams(policy, lang));
  const judged = `${title}${lang === 'zh' ? '：' : ': '}${judgedCount(policy, population.households, lang)}${people}`;
  const source = paint.faint(`${say('source', lang)} ${inert(population.source)}${seed}`);
  const unrelated = comparisons.some(({ from, to }) => !related(from, to));
  const refused = views.flatMap(({ summary: { policy, engine } }) =>
    engine.refused === null
      ? []
      : [
          paint.warning(
            say('engine', lang, {
              ...judgedParams(policy, lang),
              policy: policyName(policy, lang),
              reason: inert(engine.refused[lang]),
            }),
          ),
        ],
  );
  return [...policies, `${judged}  ${source}`, ...(unrelated ? [say('byRole', lang)] : []), ...refused];
}
