import { count } from '../amount.ts';
import { frequencyText } from '../duty-words.ts';
import { dutyName } from '../names.ts';
import { judgedTitle, type Look, type PolicyView } from '../overview-view.ts';
import { type Column, clip, tableLines } from '../table.ts';
import { say } from './words.ts';

/** Towards how many each duty is owed; in brackets those for whom it is open. */
export function dutySection(views: readonly PolicyView[], { lang, paint }: Look): string[] {
  const ids = [...new Set(views.flatMap(view => view.duties.map(({ id }) => id)))];
  if (ids.length === 0) return [];
  const open = views.some(view => view.duties.some(({ perhaps }) => perhaps.households > 0));
  const columns: Column[] = [
    { title: say('duty', lang) },
    { title: say('often', lang) },
    ...views.flatMap((_, index): Column[] => [
      { title: judgedTitle(views, index, lang), align: 'right' },
      ...(open ? [{ title: say('perhaps', lang), align: 'right' } as const] : []),
    ]),
  ];
  const rows = ids.map(id => {
    const holder = views.find(view => view.duties.some(duty => duty.id === id))!.summary.policy;
    const duty = holder.duties.find(each => each.id === id)!;
    return [
      clip(dutyName(holder, id, lang), 36),
      frequencyText(duty, lang),
      ...views.flatMap(view => {
        const found = view.duties.find(each => each.id === id);
        const cell = (value: number | undefined) => (value === undefined ? '' : count(value));
        return [cell(found?.owed.households), ...(open ? [cell(found?.perhaps.households)] : [])];
      }),
    ];
  });
  return [paint.strong(say('duties', lang)), ...tableLines(columns, rows, paint)];
}
