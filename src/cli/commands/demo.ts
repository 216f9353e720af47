import { relative } from 'node:path';
import type { Lang } from '../../language/label.ts';
import { diskReader } from '../../policy/file.ts';
import { hasOption } from '../arguments.ts';
import { type Context, outLines } from '../context.ts';
import { keptPopulation, standardSpec } from '../generated.ts';
import { resolvePath } from '../inputs.ts';
import type { ExitCode } from '../io.ts';
import { showOverview } from '../overview.ts';
import { shipped } from '../root.ts';
import { loadSeveral } from '../rules.ts';
import { demoPaths, STANDARD } from '../simulator/demo.ts';
import { canDraw, openOnTerminal, tellWhyText } from '../simulator/open.ts';

/** The main job on shipped material: a draft against its amendment, over a generated county. */
export async function run(context: Context): Promise<ExitCode> {
  if (canDraw(context) && !hasOption(context.given, 'text')) {
    const path = resolvePath(context, await keptPopulation(context, standardSpec(), STANDARD));
    return openOnTerminal(context, { policies: demoPaths(), population: { kind: 'folder', path }, on: null });
  }
  tellWhyText(context);
  return asText(context);
}

async function asText(context: Context): Promise<ExitCode> {
  const began = Date.now();
  const name = (path: string) => relative(context.io.cwd, path) || '.';
  const inputs = demoPaths().map(path => ({ path, reader: diskReader, name: name(path) }));
  const loaded = loadSeveral(inputs, {});
  const population = await keptPopulation(context, standardSpec(), STANDARD);
  await showOverview(context, loaded, population);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const paths = {
    policy: inputs[0]!.name,
    draft: inputs[1]!.name,
    population,
    household: name(shipped('examples', 'households', 'elderly-couple.yaml')),
    seconds,
  };
  await outLines(context, nextSteps(paths, context.lang));
  return 0;
}

interface Paths {
  readonly policy: string;
  readonly draft: string;
  readonly population: string;
  readonly household: string;
  readonly seconds: string;
}

function nextSteps({ policy, draft, population, household, seconds }: Paths, lang: Lang): string[] {
  const set = lang === 'zh' ? '警戒线=5500元/人年' : '"warning_line=5500 yuan/person/year"';
  const steps: [zh: string, en: string, command: string][] = [
    ['看一户的理由', 'why one household gets its card', `explain ${policy} --household ${household}`],
    [
      '改一个参数再看',
      'change a parameter and look again',
      `simulate ${policy} --population ${population} --set ${set}`,
    ],
    [
      '每户一行，用表格软件打开',
      'a row per household, for a spreadsheet',
      `classify ${draft} --population ${population} --labels --out result.csv`,
    ],
    [
      '改动规则以后检查、测试',
      'after changing a rule: check it, test it',
      `check ${policy} && npx mingbai test ${policy}`,
    ],
    ['全部命令', 'all commands', 'help'],
  ];
  const head =
    lang === 'zh'
      ? `用时 ${seconds} 秒。住户是按公开数据模拟的，不是真人。接下来可以试试：`
      : `Done in ${seconds} s. The households are simulated after published figures; none is real. What to try next:`;
  return [
    head,
    ...steps.flatMap(([zh, en, command]) => [`  # ${lang === 'zh' ? zh : en}`, `  npx mingbai ${command}`]),
  ];
}
