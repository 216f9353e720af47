import { entitiesAbove } from '../../analysis/rows.ts';
import type { Draw } from '../../analysis/sample/draw.ts';
import { CARD_STRATUM } from '../../analysis/sample/frame.ts';
import { type Lang, wordOf } from '../../language/label.ts';
import { rational } from '../../language/rational.ts';
import type { Policy, Sample } from '../../policy/policy.ts';
import { csvRecord } from '../csv.ts';

type Json = Record<string, unknown>;

const keyOf = (policy: Policy, stratum: string): string =>
  stratum === CARD_STRATUM ? 'card' : (policy.vocabulary.entities[stratum]?.key ?? stratum);

/** One record for each household drawn. */
export function* sampleCsv({ policy, drawn, strata }: Draw, lang: Lang): Generator<string> {
  const above = entitiesAbove(policy);
  const own = policy.vocabulary.entities[policy.entity]?.key ?? `${policy.entity}_id`;
  yield csvRecord([own, ...above.map(({ key }) => key), 'card', 'card_name', 'stratum', 'team']);
  for (const one of drawn) {
    const card = policy.cards.find(({ id }) => id === one.card);
    yield csvRecord([
      one.id,
      ...above.map((_, at) => one.above[at] ?? ''),
      one.card,
      card === undefined ? one.card : wordOf(card.label, lang, card.id),
      strata[one.stratum]!.parts.map(part => part ?? '').join(' / '),
      one.team,
    ]);
  }
}

/** The draw for programs. */
export function sampleJson(draw: Draw, sample: Sample | null, people: number | null): Json {
  const { policy, spec, households, undecided, strata, drawn, teams } = draw;
  const above = entitiesAbove(policy);
  const parts = (values: readonly (string | null)[]): Json =>
    Object.fromEntries(spec.strata.map((stratum, at) => [keyOf(policy, stratum), values[at]]));
  return {
    policy: policy.id,
    version: policy.version,
    on: policy.on,
    sample: sample?.id ?? null,
    cards: spec.cards,
    share: rational(spec.share).valueOf(),
    seed: spec.seed,
    households,
    undecided,
    drawn: drawn.length,
    strata: strata.map(one => ({ ...parts(one.parts), households: one.households, drawn: one.drawn })),
    people_per_team: people,
    teams: teams.map(team => ({ team: team.number, households: team.households, areas: team.areas })),
    list: drawn.map(one => ({
      id: one.id,
      ...Object.fromEntries(above.map(({ key }, at) => [key, one.above[at] === '' ? null : one.above[at]])),
      card: one.card,
      ...(one.team === null ? {} : { team: one.team }),
    })),
  };
}
