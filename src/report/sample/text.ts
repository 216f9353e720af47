import { entitiesAbove } from '../../analysis/rows.ts';
import type { Draw, DrawnHousehold } from '../../analysis/sample/draw.ts';
import { CARD_STRATUM } from '../../analysis/sample/frame.ts';
import type { Lang } from '../../language/label.ts';
import { rational } from '../../language/rational.ts';
import type { Policy, Sample } from '../../policy/policy.ts';
import { ruleName } from '../duty-words.ts';
import { decimal } from '../figures.ts';
import { fittedLines } from '../fitted.ts';
import { inert } from '../inert.ts';
import { cardName, entityName, policyName, versionText } from '../names.ts';
import type { Look } from '../overview-view.ts';
import { type Column, clip, foldLines } from '../table.ts';
import { say } from './words.ts';

const COLUMNS = 80;
/** So many rows of a table, or households, are shown. */
const SHOWN = 40;

const separated = (figure: number): string => String(figure).replace(/\B(?=(\d{3})+$)/g, ',');

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${decimal(rational(String(part)).mul(100).div(whole).toFraction(), 2).text}%`;
}

export function stratumName(policy: Policy, stratum: string, lang: Lang): string {
  return stratum === CARD_STRATUM ? say('card', lang) : entityName(policy, stratum, lang);
}

export function partName(policy: Policy, stratum: string, part: string | null, lang: Lang): string {
  if (part === null) return say('unrecorded', lang);
  return stratum === CARD_STRATUM ? cardName(policy, part, lang) : inert(part);
}

/** One table for each thing that the strata go by, while it is short. */
function strataLines({ policy, spec, strata }: Draw, { lang, paint }: Look): string[] {
  return spec.strata.flatMap((stratum, at) => {
    const sums = new Map<string | null, { households: number; drawn: number }>();
    for (const { parts, households, drawn } of strata) {
      const sum = sums.get(parts[at]!) ?? { households: 0, drawn: 0 };
      sums.set(parts[at]!, { households: sum.households + households, drawn: sum.drawn + drawn });
    }
    if (sums.size > SHOWN) return [];
    const row = (name: string, { households, drawn }: { households: number; drawn: number }) => [
      name,
      separated(households),
      separated(drawn),
      percent(drawn, households),
    ];
    const all = { households: 0, drawn: 0 };
    for (const one of sums.values()) {
      all.households += one.households;
      all.drawn += one.drawn;
    }
    const columns: Column[] = [
      { title: stratumName(policy, stratum, lang) },
      ...(['households', 'drawn', 'share'] as const).map(word => ({
        title: say(word, lang),
        align: 'right' as const,
      })),
    ];
    const rows = [...sums].map(([part, sum]) => row(partName(policy, stratum, part, lang), sum));
    return ['', ...fittedLines(columns, [...rows, row(say('total', lang), all)], paint)];
  });
}

function teamLines({ policy, teams }: Draw, people: number | null, { lang, paint }: Look): string[] {
  if (teams.length === 0) return [];
  const count = teams.length;
  const title =
    people === null
      ? say('teamsOnly', lang, { count })
      : say('teams', lang, { count, people, all: separated(people * count) });
  const above = entitiesAbove(policy);
  const level = above.find(({ id }) => id === 'township') ?? above[0];
  const columns: Column[] = [
    { title: say('team', lang), align: 'right' },
    { title: level === undefined ? '' : entityName(policy, level.id, lang) },
    { title: say('drawn', lang), align: 'right' },
  ];
  const comma = lang === 'zh' ? '、' : ', ';
  const rows = teams.map(team => [
    String(team.number),
    clip(inert(team.areas.join(comma)), 50),
    separated(team.households),
  ]);
  const shown = rows.slice(0, SHOWN);
  const rest = rows.length - shown.length;
  return [
    '',
    paint.strong(title),
    ...fittedLines(columns, shown, paint),
    ...(rest > 0 ? [`  … ${rest}`] : []),
  ];
}

function householdLines({ policy, drawn, teams }: Draw, { lang, paint }: Look): string[] {
  const above = entitiesAbove(policy);
  const row = (one: DrawnHousehold) => [
    inert(one.id),
    ...above.map((_, at) => inert(one.above[at] ?? '')),
    cardName(policy, one.card, lang),
    ...(teams.length > 0 ? [String(one.team)] : []),
  ];
  const columns: Column[] = [
    { title: say('household', lang) },
    ...above.map(({ id }) => ({ title: entityName(policy, id, lang) })),
    { title: say('card', lang) },
    ...(teams.length > 0 ? [{ title: say('team', lang), align: 'right' as const }] : []),
  ];
  const shown = drawn.slice(0, SHOWN);
  const rest = drawn.length - shown.length;
  return [
    '',
    paint.strong(say('list', lang)),
    ...fittedLines(columns, shown.map(row), paint),
    ...(rest > 0 ? [`  ${say('more', lang, { count: separated(rest) })}`] : []),
  ];
}

/** The draw for people: its size, its strata, its teams, and the first of the households. */
export function sampleLines(draw: Draw, sample: Sample | null, people: number | null, look: Look): string[] {
  const { lang, paint } = look;
  const { policy, spec, households, undecided, strata, drawn } = draw;
  const comma = lang === 'zh' ? '、' : ', ';
  const name = sample === null ? say('draw', lang) : ruleName(sample, lang);
  const asked = Number(rational(spec.share).mul(households).ceil().toString());
  const share = `${decimal(rational(spec.share).mul(100).toFraction(), 4).text}%`;
  const params = {
    households: separated(households),
    share,
    asked: separated(asked),
    drawn: separated(drawn.length),
  };
  const texts = [
    say('size', lang, { ...params, coverage: percent(drawn.length, households) }),
    ...(spec.cards === null
      ? []
      : [say('cards', lang, { cards: spec.cards.map(id => cardName(policy, id, lang)).join(comma) })]),
    ...(undecided > 0 ? [say('undecided', lang, { count: separated(undecided) })] : []),
    spec.strata.length === 0
      ? say('plain', lang)
      : say('strata', lang, {
          strata: spec.strata.map(one => stratumName(policy, one, lang)).join(lang === 'zh' ? '×' : ' × '),
          count: separated(strata.length),
        }),
    ...(spec.strata.length > 0 && asked < strata.length ? [say('few', lang)] : []),
    say('seed', lang, { seed: String(spec.seed) }),
  ];
  return [
    paint.strong(
      say('title', lang, { policy: `${policyName(policy, lang)}${versionText(policy, lang)}`, name }),
    ),
    ...texts.flatMap(text => foldLines(text, COLUMNS)),
    ...strataLines(draw, look),
    ...teamLines(draw, people, look),
    ...householdLines(draw, look),
  ];
}
