export type Lang = 'zh' | 'en';

/** The same words in the two languages of the reader. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Names of a thing for people; either may be missing, then the other serves. */
export type Label = Partial<Words>;

export function wordOf(label: Label, lang: Lang, fallback: string): string {
  return (lang === 'zh' ? (label.zh ?? label.en) : (label.en ?? label.zh)) ?? fallback;
}
