/** Policies from YAML texts held in memory, as a drafter would write them. */
import { posix } from 'node:path';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import type { Reader } from '../../src/policy/file.ts';
import { type LoadedPolicy, type LoadOptions, loadPolicy } from '../../src/policy/load.ts';
import type { Policy } from '../../src/policy/policy.ts';

/** Files by absolute path (`/p/policy.yaml`); `links` are symbolic links. */
export function memoryReader(
  files: Readonly<Record<string, string | Uint8Array>>,
  links: Readonly<Record<string, string>> = {},
): Reader {
  const real = (path: string): string => {
    const full = posix.resolve('/', path);
    for (const [link, target] of Object.entries(links))
      if (full === link || full.startsWith(`${link}/`)) return real(target + full.slice(link.length));
    return full;
  };
  const kind = (path: string): 'file' | 'folder' | null => {
    const full = real(path);
    if (Object.hasOwn(files, full)) return 'file';
    return Object.keys(files).some(file => file.startsWith(full === '/' ? '/' : `${full}/`))
      ? 'folder'
      : null;
  };
  const missing = (path: string) => Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' });
  return {
    kind,
    real: path => {
      if (kind(path) === null) throw missing(path);
      return real(path);
    },
    read: path => {
      const content = files[real(path)];
      if (content === undefined) throw missing(path);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}

/** A vocabulary with a bit of everything, in both languages. */
export const smallVocabulary = `
vocabulary: {zh: 小词汇, en: Small vocabulary}
entities:
  township: {label: {zh: 乡镇, en: township}, plural: {id: townships, zh: 乡镇, en: townships}}
  village: {label: {zh: 村, en: village}, plural: {id: villages, zh: 村, en: villages}, within: township}
  household: {label: {zh: 户, en: household}, plural: {id: households, zh: 户, en: households}, within: village}
  member: {label: {zh: 成员, en: member}, plural: {id: members, zh: 成员, en: members}, within: household}
units:
  head: {zh: 头, en: heads}
facts:
  village:
    village_type:
      label: {zh: 村类型, en: village type}
      type: choice
      values: {poor: {zh: 贫困村, en: poor village}, ordinary: {zh: 非贫困村, en: ordinary village}}
  household:
    household_id: {label: {zh: 户编号, en: household number}, type: text}
    registered: {label: {zh: 建档立卡, en: registered}, type: yes_no}
    has_car: {label: {zh: 有汽车, en: has a car}, type: yes_no}
    new_house: {label: {zh: 新建房屋, en: builds a house}, type: yes_no}
    income: {label: {zh: 家庭收入, en: income}, type: money, unit: 元/年}
    costs: {label: {zh: 家庭支出, en: costs}, type: money, unit: 元/年}
    repair_costs: {label: {zh: 修缮费用, en: repair costs}, type: money}
    cattle: {label: {zh: 牛, en: cattle}, type: number, unit: 头}
  member:
    age: {label: {zh: 年龄, en: age}, type: number, unit: 岁, least: 0, most: 130}
    ill: {label: {zh: 重病, en: ill}, type: yes_no}
    grade:
      label: {zh: 残疾等级, en: disability grade}
      type: choice
      values: {none: {zh: 无, en: none}, severe: {zh: 重度, en: severe}}
definitions:
  size: {label: {zh: 家庭人口, en: household size}, value: count of members}
  income_per_head: {label: {zh: 人均收入, en: income per head}, value: income / size}
`;

export const small = '/project/policies/small/policy.yaml';

export interface TextOptions extends Omit<LoadOptions, 'read'> {
  /** Further files, by path from the project root. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly links?: Readonly<Record<string, string>>;
}

/** Loads a policy from its text; `policies/vocabulary.yaml` is the small vocabulary, `/project` the root. */
export function loadText(
  text: string,
  { files = {}, links = {}, ...options }: TextOptions = {},
): LoadedPolicy {
  const all: Record<string, string | Uint8Array> = {
    '/project/mingbai.yaml': 'project: test\n',
    '/project/policies/vocabulary.yaml': smallVocabulary,
    [small]: text,
  };
  for (const [path, content] of Object.entries(files)) all[posix.join('/project', path)] = content;
  return loadPolicy(small, { ...options, read: memoryReader(all, links) });
}

const head = '词汇: ../vocabulary.yaml\n施行: 2020-03-18\n';

/** The same with the lines that every policy needs before it, so that a test holds only what it is about. */
export function loadRules(text: string, options: TextOptions = {}): LoadedPolicy {
  return loadText(`政策: 试\n${head}${text}`, options);
}

/** What is said, as `code at "text" (line n)`; for comparing and for reading in a failed test. */
export function said({ diagnostics, sources }: LoadedPolicy): string[] {
  return diagnostics.map(diagnostic => `${diagnostic.code} ${where(diagnostic, sources)}`);
}

function where({ span }: Diagnostic, sources: ReadonlyMap<string, string>): string {
  if (span === undefined) return '';
  const text = sources.get(span.file) ?? '';
  return `${text.slice(0, span.start).split('\n').length}:${JSON.stringify(text.slice(span.start, span.end)).slice(0, 60)}`;
}

/** The policy of a text that must be right; what is wrong with it fails the test. */
export function policyOf(text: string, options: TextOptions = {}): Policy {
  const loaded = loadRules(text, options);
  if (loaded.policy === null) throw new Error(`not a policy:\n${said(loaded).join('\n')}`);
  return loaded.policy;
}
