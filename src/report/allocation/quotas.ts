import type { AreaSeats, QuotaSummary } from '../../analysis/allocation/quotas.ts';
import type { QuotaShift } from '../../analysis/allocation/shifts.ts';
import type { Lang } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { count } from '../amount.ts';
import { fittedLines } from '../fitted.ts';
import { inert } from '../inert.ts';
import { judgedUnit, judgedWord } from '../judged.ts';
import { entityName, quotaName } from '../names.ts';
import { type Look, letter, type PolicyView } from '../overview-view.ts';
import { type Column, flowLines, tableLines } from '../table.ts';
import { say } from './words.ts';

/** The policy as if it judged whoever takes a seat, for naming these. */
const takers = ({ vocabulary }: Policy, { entity }: { readonly entity: string }) => ({ vocabulary, entity });

interface Found {
  readonly view: PolicyView;
  readonly index: number;
  readonly quota: QuotaSummary;
}

/** Quotas by id over all policies, each with those policies that have it. */
function byQuota(views: readonly PolicyView[]): Found[][] {
  const groups = new Map<string, Found[]>();
  views.forEach((view, index) => {
    for (const quota of view.quotas)
      groups.set(quota.id, [...(groups.get(quota.id) ?? []), { view, index, quota }]);
  });
  return [...groups.values()];
}

/** Seats, who has one, who has not; by level and by township; between drafts, who gains and who loses. */
export function quotaSection(
  views: readonly PolicyView[],
  shifts: readonly (readonly QuotaShift[])[],
  look: Look,
): string[] {
  const { lang, paint } = look;
  const groups = byQuota(views);
  if (groups.length === 0) return [];
  return [
    paint.strong(say('quotas', lang)),
    ...totalTable(groups, views.length > 1, look),
    ...groups.flatMap(found => [
      ...levelLines(found, look),
      ...shifts.flatMap((each, index) =>
        each
          .filter(({ id }) => id === found[0]!.quota.id)
          .flatMap(shift => shiftLines(shift, index + 1, found[0]!, look)),
      ),
    ]),
    ...groups.flatMap(found => areaLines(found, look)),
  ];
}

function totalTable(groups: readonly Found[][], several: boolean, { lang, paint }: Look): string[] {
  const counts = ['seats', 'taken', 'vacant', 'served', 'unserved', 'contesting'] as const;
  const columns: Column[] = [
    { title: say('quota', lang) },
    ...counts.map((word): Column => ({ title: say(word, lang), align: 'right' })),
  ];
  const rows = groups.flat().map(({ view, index, quota }) => {
    const { policy } = view.summary;
    const name = quotaName(policy, quota.id, lang);
    const whose = several ? `${letter(index, lang)}  ${name}` : name;
    return [
      quota.entity === policy.entity
        ? whose
        : `${whose}${inBrackets(judgedWord(takers(policy, quota), lang), lang)}`,
      ...counts.map(word => count(word === 'vacant' ? quota.seats - quota.taken : quota[word])),
    ];
  });
  return fittedLines(columns, rows, paint);
}

const inBrackets = (text: string, lang: Lang) => (lang === 'zh' ? `（${text}）` : ` (${text})`);

/** `county 60/60 · township 300/298 …`, where there is more than one level. */
function levelLines(found: readonly Found[], { lang, paint }: Look): string[] {
  return found.flatMap(({ view, index, quota }) => {
    if (quota.levels.length < 2) return [];
    const { policy } = view.summary;
    const whose = found.length > 1 ? `${letter(index, lang)}  ` : '';
    const items = quota.levels.map(({ entity, seats, taken }) => {
      const name = entity === null ? say('whole', lang) : entityName(policy, entity, lang);
      return `${name} ${count(taken)}/${count(seats)}`;
    });
    const lead = `${whose}${quotaName(policy, quota.id, lang)} ${say('byLevel', lang)}${lang === 'zh' ? '：' : ': '}`;
    return flowLines(`  ${paint.faint(lead)}`, items, ' · ');
  });
}

/** The ending of an English verb. */
const verb = (number: number) => (number === 1 ? 's' : '');

function shiftLines(shift: QuotaShift, index: number, { view }: Found, { lang, paint }: Look): string[] {
  const { policy } = view.summary;
  const unit = judgedUnit(takers(policy, shift), lang, shift.gained === 1);
  const examples = (ids: readonly string[]) =>
    ids.length === 0 ? '' : say('examples', lang, { ids: ids.map(inert).join(lang === 'zh' ? '、' : ', ') });
  const items = [
    say('gained', lang, {
      unit,
      s: verb(shift.gained),
      count: count(shift.gained),
      examples: examples(shift.gainers),
    }),
    say('lost', lang, {
      unit,
      s: verb(shift.lost),
      count: count(shift.lost),
      examples: examples(shift.losers),
    }),
    say('kept', lang, { s: verb(shift.kept), count: count(shift.kept) }),
    ...(shift.unknown > 0 ? [say('unknown', lang, { count: count(shift.unknown) })] : []),
  ];
  const lead = `${letter(0, lang)} → ${letter(index, lang)}  ${quotaName(policy, shift.id, lang)}${lang === 'zh' ? '：' : ': '}`;
  return flowLines(`  ${paint.faint(lead)}`, items, lang === 'zh' ? '，' : ', ');
}

/** One quota by township; of several policies `before → after` where they differ. */
function areaLines(found: readonly Found[], { lang, paint }: Look): string[] {
  const { view, quota } = found[0]!;
  if (quota.areaEntity === null || quota.areas.length === 0) return [];
  const { policy } = view.summary;
  const ids = [...new Set(found.flatMap(each => each.quota.areas.map(({ id }) => id)))];
  const counts = ['seats', 'taken', 'served', 'unserved', 'contesting'] as const;
  const cell = (id: string | null, of: (typeof counts)[number]) => {
    const values = found.map(each => countAt(each.quota.areas, id, of));
    return values.every(value => value === values[0]) ? count(values[0]!) : values.map(count).join(' → ');
  };
  const area = entityName(policy, quota.areaEntity, lang);
  return [
    '',
    paint.strong(say('byArea', lang, { quota: quotaName(policy, quota.id, lang), area })),
    ...tableLines(
      [{ title: area }, ...counts.map((word): Column => ({ title: say(word, lang), align: 'right' }))],
      ids.map(id => [areaName(id, lang), ...counts.map(of => cell(id, of))]),
      paint,
    ),
  ];
}

const areaName = (id: string | null, lang: Lang) => (id === null ? say('unrecorded', lang) : inert(id));

const countAt = (areas: readonly AreaSeats[], id: string | null, of: keyof Omit<AreaSeats, 'id'>) =>
  areas.find(area => area.id === id)?.[of] ?? 0;
