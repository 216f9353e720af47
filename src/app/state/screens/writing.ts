/** Saving a draft and exporting what is seen. */
import type { ExportView } from '../../protocol.ts';
import { asking, saying, still } from '../ask.ts';
import { fieldOf } from '../field.ts';
import { plain, says } from '../messages.ts';
import type { Dialog, ExportFormat, State, Step } from '../state.ts';

type SaveDialog = Dialog & { kind: 'save' };
type ExportDialog = Dialog & { kind: 'export' };

export function saveDialog({ policies, b, lang }: State): SaveDialog {
  const label = policies[b]?.label[lang] ?? '';
  const name = fieldOf(lang === 'zh' ? `${label}修改稿` : `${label}, amended`);
  return { kind: 'save', step: 'name', name, path: fieldOf(''), overwrite: false, awaited: null };
}

/** Beside the folder of the policy: a draft finds what it changes from there. */
function draftPath({ policies, b }: State, name: string): string {
  const path = policies[b]?.path ?? '';
  const folder = path.replace(/[/\\][^/\\]+\.ya?ml$/i, '').replace(/[/\\]+$/, '');
  const around = folder.replace(/[^/\\]+$/, '');
  const own = name
    .trim()
    .toLowerCase()
    .replace(/[\s/\\:*?"'<>|,，、。.()（）《》“”]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${around}${own === '' ? 'draft' : own}`;
}

export function submitSave(state: State, dialog: SaveDialog): Step {
  const name = dialog.name.text.trim();
  if (name === '')
    return still({
      ...state,
      dialog: { ...dialog, step: 'name', name: { ...dialog.name, problem: [says.noName] } },
    });
  if (dialog.step === 'name') {
    const path = fieldOf(draftPath(state, name));
    return still({ ...state, dialog: { ...dialog, step: 'path', path } });
  }
  return saving(state, dialog);
}

/** One at a time. */
export function saving(state: State, dialog: SaveDialog): Step {
  const path = dialog.path.text.trim();
  if (path === '')
    return still({ ...state, dialog: { ...dialog, path: { ...dialog.path, problem: [says.noPath] } } });
  if (state.saving !== null) return saying(state, plain(says.notLoadedYet));
  const { b, changes, lang, next } = state;
  return asking(
    {
      ...state,
      dialog: { ...dialog, awaited: next },
      saving: { request: next, b, changes: changes.present },
    },
    {
      kind: 'save',
      path,
      name: dialog.name.text.trim(),
      b,
      changes: changes.present,
      lang,
      ...(dialog.overwrite ? { replace: true } : {}),
    },
  );
}

const formats = ['csv', 'json', 'markdown'] as const;
const ENDINGS: Readonly<Record<ExportFormat, string>> = { csv: '.csv', json: '.json', markdown: '.md' };

export function exportDialog({ screen }: State): ExportDialog {
  return {
    kind: 'export',
    format: 'csv',
    path: fieldOf(`mingbai-${screen}.csv`),
    overwrite: false,
    awaited: null,
  };
}

/** Another format; the path ends as its files do, where it ended as those of the one before. */
export function withFormat(dialog: ExportDialog, by: 1 | -1): ExportDialog {
  const at = formats.indexOf(dialog.format);
  const format = formats[(at + by + formats.length) % formats.length]!;
  const { text } = dialog.path;
  const ending = ENDINGS[dialog.format];
  const path = text.endsWith(ending) ? fieldOf(text.slice(0, -ending.length) + ENDINGS[format]) : dialog.path;
  return { ...dialog, format, path };
}

export function exporting(state: State, dialog: ExportDialog): Step {
  const path = dialog.path.text.trim();
  if (path === '')
    return still({ ...state, dialog: { ...dialog, path: { ...dialog.path, problem: [says.noPath] } } });
  if (state.exporting !== null) return saying(state, plain(says.notLoadedYet));
  return asking(
    { ...state, dialog: { ...dialog, awaited: state.next }, exporting: state.next },
    {
      kind: 'export',
      view: viewOf(state),
      format: dialog.format,
      path,
      lang: state.lang,
      ...(dialog.overwrite ? { replace: true } : {}),
    },
  );
}

function viewOf({ screen, households, household, villages }: State): ExportView {
  switch (screen) {
    case 'households':
      return { view: screen, filter: households.filter, sort: households.sort };
    case 'household':
      return household
        ? { view: screen, row: household.row, edits: household.edits }
        : { view: 'households' };
    case 'villages':
    case 'village':
      return { view: 'villages', villageSort: villages.sort };
    case 'start':
      return { view: 'overview' };
    default:
      return { view: screen };
  }
}
