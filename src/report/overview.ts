import { related } from '../analysis/outcome.ts';
import { count } from './amount.ts';
import { inert } from './inert.ts';
import { policyName } from './names.ts';
import { areaSection, barredSection, cardSection } from './overview-cards.ts';
import { budgetSection, unsetSection } from './overview-money.ts';
import { movesSection, transitionSection, winnersSection } from './overview-moves.ts';
import { doubtSection, noCardSection } from './overview-reasons.ts';
import { type Look, letter, type Overview } from './overview-view.ts';
import { say } from './overview-words.ts';

/** Overview of one policy, or of several side by side, for people. */
export function overviewLines(overview: Overview, look: Look): string[] {
  const { views, comparisons } = overview;
  const sections = [
    headLines(overview, look),
    cardSection(views, look),
    ...comparisons.flatMap((comparison, index) => [
      transitionSection(comparison, index + 1, look),
      movesSection(comparison, index + 1, overview, look),
      winnersSection(comparison, index + 1, overview, look),
    ]),
    budgetSection(views, look),
    unsetSection(views, look),
    barredSection(views, look),
    ...views.map((view, index) => noCardSection(view, index, overview, look)),
    ...views.map((view, index) => doubtSection(view, index, overview, look)),
    areaSection(views, look),
  ];
  return sections.filter(lines => lines.length > 0).flatMap(lines => [...lines, '']);
}

function headLines({ views, comparisons }: Overview, { lang, paint }: Look): string[] {
  const several = views.length > 1;
  const { population } = views[0]!.summary;
  const policies = views.map(({ summary: { policy } }, index) => {
    const name = `${several ? `${letter(index, lang)}  ` : ''}${policyName(policy, lang)}`;
    const version = policy.version === '' ? '' : ` (${inert(policy.version)})`;
    return `${paint.strong(name)}${version}  ${paint.faint(say('rulesOf', lang, { on: policy.on }))}`;
  });
  const people = population.members === null ? '' : `, ${count(population.members)} ${say('people', lang)}`;
  const seed = population.seed === null ? '' : `, ${say('seed', lang)} ${population.seed}`;
  const households = `${say('population', lang)}: ${count(population.households)} ${say('households', lang)}${people}`;
  const source = paint.faint(`${say('source', lang)} ${inert(population.source)}${seed}`);
  const unrelated = comparisons.some(({ from, to }) => !related(from, to));
  const refused = views.flatMap(({ summary: { policy, engine } }) =>
    engine.refused === null
      ? []
      : [
          paint.warning(
            say('engine', lang, { policy: policyName(policy, lang), reason: inert(engine.refused) }),
          ),
        ],
  );
  return [...policies, `${households}  ${source}`, ...(unrelated ? [say('byRole', lang)] : []), ...refused];
}
