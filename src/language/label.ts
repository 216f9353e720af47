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

/** Text with each gap `{name}` filled in; what has nothing to fill it stays as it stands. */
export function fillGaps(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
