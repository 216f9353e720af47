import { formFiller } from '../../analysis/form/fill.ts';
import type { FilledForm } from '../../analysis/form/filled.ts';
import { pageEnd, pageStart, sheetHtml } from '../../report/form/html.ts';
import { formJson } from '../../report/form/json.ts';
import { type FormView, sheetOf } from '../../report/form/lay-out.ts';
import { formText } from '../../report/form/text.ts';
import { type FormLang, wordsOf } from '../../report/form/words.ts';
import { hasOption, optionValue } from '../arguments.ts';
import { type Context, plainJson } from '../context.ts';
import { dataFiles, refuseInput, writeWhole } from '../files.ts';
import { wantedHouseholds } from '../form/households.ts';
import { formFault } from '../form/messages.ts';
import { wholeOption } from '../generated.ts';
import { existingPath, resolvePath } from '../inputs.ts';
import type { ExitCode } from '../io.ts';
import { startProgress } from '../progress.ts';
import { progressWords } from '../progress-words.ts';
import { type Loaded, loadArgument, ruleOptions } from '../rules.ts';

const MOST_COPIES = 20;

export async function run(context: Context): Promise<ExitCode> {
  const { given } = context;
  const [argument] = given.positionals as [string];
  const format = formatOf(context);
  const copies = wholeOption(given, 'copies', 1, MOST_COPIES, 1);
  if (hasOption(given, 'copies') && format !== 'html') throw formFault('form-copies', {}, 2);
  const loaded = await loadArgument(context, argument, ruleOptions(context));
  const out = optionValue(given, 'out');
  if (out !== undefined) refuseInput(context, out, [...loaded.sources.keys(), ...inputs(context)]);
  const wanted = await wantedHouseholds(context, loaded);
  const fill = formFiller(loaded.policy, wanted.others);
  const progress = startProgress(context, progressWords.writing[context.lang]);
  let done = 0;
  function* forms(): Generator<FilledForm> {
    for (const { household, row } of wanted.all) {
      yield fill(household, row);
      progress.update(++done / wanted.count);
    }
  }
  const pieces = draw(forms(), {
    format,
    lang: langOf(context, format),
    copies,
    several: wanted.several,
    loaded,
  });
  try {
    if (out === undefined) for (const piece of pieces) await context.io.out(piece);
    else
      await writeWhole(context, out, async append => {
        for (const piece of pieces) await append(piece);
      });
  } finally {
    progress.end();
  }
  return 0;
}

/** The files that were read besides the policy's. */
function inputs(context: Context): string[] {
  const file = optionValue(context.given, 'household');
  const folder = optionValue(context.given, 'population');
  return [
    ...(file === undefined || file === '-' ? [] : [resolvePath(context, file)]),
    ...(folder === undefined ? [] : dataFiles(context, existingPath(context, folder))),
  ];
}

/** What is asked for, or what the ending of the file says. */
function formatOf({ given, format }: Context): string {
  if (hasOption(given, 'format')) return format;
  const ending = /\.(html?|json)$/i.exec(optionValue(given, 'out') ?? '')?.[1]?.toLowerCase();
  return ending === undefined ? format : ending === 'json' ? 'json' : 'html';
}

/** Paper leaves the reader's system, so a page has both languages unless one is asked for. */
function langOf({ given, lang }: Context, format: string): FormLang {
  const asked = optionValue(given, 'lang');
  return asked === 'both' || (asked === undefined && format === 'html') ? 'both' : lang;
}

interface Drawing {
  readonly format: string;
  readonly lang: FormLang;
  readonly copies: number;
  readonly several: boolean;
  readonly loaded: Loaded;
}

/** The output piece by piece, so that a whole county need not be held at once. */
function* draw(forms: Iterable<FilledForm>, drawing: Drawing): Generator<string> {
  const { format, lang, copies, several, loaded } = drawing;
  const view: FormView = { sources: loaded.sources, set: loaded.set };
  if (format === 'json') {
    yield* jsonPieces(forms, view, several);
    return;
  }
  let first = true;
  for (const form of forms) {
    const sheet = sheetOf(form, view);
    if (format === 'html') {
      const title = wordsOf(form.title) ?? { zh: form.policy.id, en: form.policy.id };
      yield (first ? pageStart(title, lang) : '') + sheetHtml(sheet, lang, copies);
    } else yield (first ? '' : `\n${'═'.repeat(80)}\n\n`) + formText(sheet, lang);
    first = false;
  }
  if (format === 'html') yield pageEnd;
}

/** One object; of several households one array with an object on each line. */
function* jsonPieces(forms: Iterable<FilledForm>, view: FormView, several: boolean): Generator<string> {
  let before = '[\n';
  for (const form of forms) {
    const json = formJson(form, view);
    if (!several) {
      yield `${plainJson(JSON.stringify(json, null, 2))}\n`;
      return;
    }
    yield before + plainJson(JSON.stringify(json));
    before = ',\n';
  }
  yield '\n]\n';
}
