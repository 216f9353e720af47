import type { Words } from '../language/label.ts';

/** Words of the program itself as they go into messages: without quotation marks, the same in both languages. */
export const bareWords = (texts: readonly string[]): Words[] => texts.map(text => ({ zh: text, en: text }));
