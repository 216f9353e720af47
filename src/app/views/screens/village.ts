/** One village: its figures on both sides, and who gained or lost a seat. */
import type { Words } from '../../../language/label.ts';
import type { SeatChange, VillageDetail, VillageQuota } from '../../protocol.ts';
import { bothOf } from '../../state/overview-rows.ts';
import type { VillageState } from '../../state/screen-state.ts';
import { isStale, shownPolicies } from '../../state/select.ts';
import type { State } from '../../state/state.ts';
import { partsOf } from '../../state/window.ts';
import { listWords } from '../../words/lists.ts';
import { villagesWords as w } from '../../words/villages.ts';
import { say } from '../../words.ts';
import { type Draw, sideName } from '../context.ts';
import { areaName } from '../filter-words.ts';
import { fitting, shortened, wrapped } from '../layout/cells.ts';
import { CURSOR, listLine } from '../layout/chosen.ts';
import { countForms, type Forms, gainForms } from '../layout/figures.ts';
import {
  faint,
  figure,
  filled,
  gap,
  type Line,
  type Piece,
  strong,
  styled,
  text,
  widthOf,
} from '../layout/line.ts';
import { markPiece } from '../layout/marks.ts';
import { pairForms, tenths } from '../layout/pair.ts';
import { type Column, cell, tableOf } from '../layout/table.ts';
import { columnsOf } from '../layout/width.ts';
import { listHead } from '../list-head.ts';

export const villageLines: Draw = (state, area) => {
  const open = state.village;
  const detail = open?.detail ?? null;
  if (!open || !detail) return [[faint(`  ${say(w.loading, state.lang)}`)]];
  const { head, list, foot } = partsOf('village', state.size);
  const { lang } = state;
  const table = changesTable(state, detail.displaced, area.columns - CURSOR);
  const count = detail.displaced.length;
  const title = `${say(w.seatChanges, lang)}  ${count}`;
  const heads = [
    ...filled(figureLines(state, detail, area.columns, head - 2), head - 2),
    [faint('─ '), strong(title), faint(` ${'─'.repeat(Math.max(0, area.columns - columnsOf(title) - 3))}`)],
    count === 0 ? [faint(`  ${say(w.noChanges, lang)}`)] : [gap(CURSOR), ...table.head],
  ];
  const { at, top } = open.cursor;
  const lines = filled(
    table.lines.slice(top, top + list).map((line, k) => listLine(line, top + k === at, area.columns)),
    list,
  );
  const body = [...lines, ...reasonFoot(open, area.columns, foot)];
  const all = [...heads, ...body];
  return isStale(state, 'village')
    ? [all[0]!, ...all.slice(1).map(line => styled(line, { dim: true }))]
    : all;
};

/** Most telling first, since a small terminal shows the first ones only. */
function figureLines(state: State, detail: VillageDetail, columns: number, rows: number): Line[] {
  const lines = [
    whoLine(state, detail, columns),
    ...cardLines(state, detail, columns),
    ...quotaLines(state, detail, columns),
    ...changeLines(state, detail, columns),
    ...factLines(state, detail, columns),
  ];
  if (lines.length <= rows) return lines;
  const left = String(lines.length - rows + 1);
  return [
    ...lines.slice(0, Math.max(1, rows - 1)),
    [faint(say(listWords.more, state.lang, { n: left }))],
  ].slice(0, rows);
}

function whoLine(state: State, { line }: VillageDetail, columns: number): Line {
  const { lang, population } = state;
  const name = line.row < 0 ? say(w.notRecorded, lang) : areaName(population?.villages, line.id, lang);
  const township = areaName(population?.townships, line.township, lang);
  const left: Line = [
    strong(`${say(w.id, lang)} ${name}`),
    faint(township === '' ? '' : `  ${say(listWords.township, lang)} ${township}`),
  ];
  const households = say(listWords.households, lang, { n: countForms(line.households, lang)[0]! });
  const people =
    line.people === null ? '' : ` · ${say(listWords.people, lang, { n: countForms(line.people, lang)[0]! })}`;
  const old = isStale(state, 'village')
    ? [listWords.stale, listWords.staleShort].map(each => `${say(each, lang)} · `)
    : ['', ''];
  const right = (sign: string, words: string): Line => [text(sign, { bold: true }), text(words)];
  return listHead(
    left,
    [right(old[0]!, households + people), right(old[1]!, households + people), right(old[1]!, households)],
    columns,
  );
}

const titled = (title: string): Piece => faint(`${title}  `);

/** Parts after a title, on as many lines as they need: none is cut. */
function flowing(title: Piece, parts: readonly Line[], columns: number): Line[] {
  const lines: Line[] = [[title]];
  for (const part of parts) {
    const last = lines.at(-1)!;
    const space = last.length === 1 ? 0 : 3;
    if (widthOf(last) + space + widthOf(part) <= columns)
      lines[lines.length - 1] = [...last, gap(space), ...part];
    else lines.push([gap(columnsOf(title.text)), ...part]);
  }
  return lines;
}

function cardLines(state: State, { line }: VillageDetail, columns: number): Line[] {
  const { lang } = state;
  const policies = shownPolicies(state);
  if (!policies) return [];
  const [a, b] = policies.map(({ outcomes }) => outcomes.map(({ key }) => key)) as [string[], string[]];
  const parts = bothOf(a, b).flatMap((key): Line[] => {
    const [before, after] = [line.outcomes[0][a.indexOf(key)] ?? 0, line.outcomes[1][b.indexOf(key)] ?? 0];
    if (before + after === 0) return [];
    const forms = pairForms(countForms(before, lang), countForms(after, lang));
    const mark = markPiece(b.includes(key) ? policies[1] : policies[0], key, lang);
    return [[mark, figure(` ${forms[0]}`, { bold: before !== after })]];
  });
  return flowing(titled(say(w.cards, lang)), parts, columns);
}

function quotaLines(state: State, { line }: VillageDetail, columns: number): Line[] {
  const { lang } = state;
  const policies = shownPolicies(state);
  const [a, b] = line.quotas;
  const ids = bothOf(
    a.map(({ id }) => id),
    b.map(({ id }) => id),
  );
  return ids.flatMap(id => {
    const [one, other] = [a, b].map(all => all.find(each => each.id === id));
    const name = policies?.flatMap(({ quotas }) => quotas).find(each => each.id === id)?.label[lang] ?? id;
    const title = titled(shortened(name, Math.floor(columns * 0.4)));
    const of = (key: Exclude<keyof VillageQuota, 'id'>): Forms =>
      pairForms(one ? countForms(one[key], lang) : ['–'], other ? countForms(other[key], lang) : ['–']);
    const room = columns - columnsOf(title.text);
    const told = (words: Words, key: Exclude<keyof VillageQuota, 'id'>): Line => [
      figure(
        shortest(
          of(key).map(n => say(words, lang, { n })),
          room,
        ),
      ),
    ];
    const seats = of('seats').map((form, k, all) => {
      const taken = of('taken');
      return say(w.seatsTaken, lang, { taken: taken[Math.min(k, taken.length - 1)]!, seats: all[k] ?? form });
    });
    const contesting = of('contesting')[0]!;
    return flowing(
      title,
      [
        [figure(shortest([...seats, `${of('taken').at(-1)}/${of('seats').at(-1)}`], room))],
        told(w.servedCount, 'served'),
        told(w.unservedCount, 'unserved'),
        ...(/[1-9]/.test(contesting) ? [told(w.contestingCount, 'contesting')] : []),
      ],
      columns,
    );
  });
}

/** The longest of several ways to say it that fits; the shortest where none does. */
const shortest = (forms: readonly string[], columns: number): string =>
  fitting(forms, columns) ?? forms.at(-1)!;

function changeLines(state: State, { line }: VillageDetail, columns: number): Line[] {
  const { lang } = state;
  const work = pairForms([tenths(line.work[0])], [tenths(line.work[1])])[0]!;
  const gain = gainForms(line.gain, lang);
  const title = titled(say(w.shifts, lang));
  const changed = countForms(line.changed, lang)[0]!;
  const unit = lang === 'zh' ? '元' : ' yuan';
  const gains = [...gain.map(n => say(w.gainSum, lang, { n, unit })), gain.at(-1)!];
  const parts: Line[] = [
    [figure(say(w.changedCount, lang, { n: changed }), line.changed > 0 ? { bold: true } : {})],
    ...(gain[0] === '·' ? [] : [[figure(shortest(gains, columns - columnsOf(title.text)))]]),
  ];
  return [
    [titled(say(w.work, lang)), figure(say(w.workLine, lang, { n: work }))],
    ...flowing(title, parts, columns),
  ];
}

function factLines(state: State, { facts }: VillageDetail, columns: number): Line[] {
  const { lang } = state;
  const known = facts.filter(({ edit, missing }) => edit !== 'none' && !missing);
  if (known.length === 0) return [];
  const title = say(w.facts, lang);
  const at = columnsOf(title) + 2;
  const words = known.map(({ label, text: value }) => `${label} ${value}`).join(lang === 'zh' ? '；' : '; ');
  return wrapped(words, Math.max(1, columns - at)).map((each, k) => [
    k === 0 ? titled(title) : gap(at),
    text(each),
  ]);
}

const places = { served: w.served, unserved: w.unserved, contesting: w.contestingOne, none: w.none } as const;
const SIGNS = { served: '●', unserved: '○', contesting: '?', none: '–' } as const;

function changesTable(state: State, changes: readonly SeatChange[], columns: number) {
  const { lang } = state;
  const place = (of: SeatChange['a']) => say(places[of], lang);
  const longest = Math.max(9, ...changes.map(({ a, b }) => columnsOf(`${place(a)} → ${place(b)}`) + 4));
  const heads: Column[] = [
    { kind: 'text', head: [say(w.who, lang)], least: 6, most: 24, cost: null },
    { kind: 'text', head: [say(w.quota, lang)], least: 6, most: 24, cost: 60 },
    {
      kind: 'text',
      head: [`${sideName(0, lang)} → ${sideName(1, lang)}`],
      least: Math.min(longest, 28),
      cost: null,
    },
    { kind: 'text', head: [say(w.reason, lang)], least: 12, cost: 50 },
  ];
  return tableOf(
    heads,
    changes.map(({ id, label, a, b, reason }) => [
      cell(id),
      cell(label[lang]),
      cell(
        `${say(places[a], lang)} → ${say(places[b], lang)}`,
        b === 'served' ? { tint: 'green' } : { tint: 'red' },
        [text(`${SIGNS[a]}→${SIGNS[b]} `)],
      ),
      cell(reason === '' ? '–' : reason, { dim: true }),
    ]),
    columns,
  );
}

/** Why the one under the cursor stands where it does, in full where there is room. */
function reasonFoot({ detail, cursor }: VillageState, columns: number, rows: number): Line[] {
  const change = detail?.displaced[cursor.at];
  if (rows === 0) return [];
  const lines = change && change.reason !== '' ? wrapped(`${change.id}  ${change.reason}`, columns) : [];
  return [[faint('─'.repeat(columns))], ...lines.slice(0, rows - 1).map((each): Line => [text(each)])];
}
