import * as keys from './keys.ts';
import * as clauseKeys from './keys-clauses.ts';
import * as dutyKeys from './keys-duties.ts';
import * as formKeys from './keys-form.ts';
import * as quotaKeys from './keys-quotas.ts';
import * as words from './words.ts';
import * as clapolicyWords from './words-clauses.ts';
import * as dutyWords from './words-duties.ts';
import * as quotaWords from './words-quotas.ts';

function tablesOf(module: object): keys.KeyTable[] {
  return Object.values(module).filter(
    table => typeof table === 'object' && !Array.isArray(table),
  ) as keys.KeyTable[];
}

/** All tables of structural keys. */
export const everyKeyTable: readonly keys.KeyTable[] = [
  keys,
  quotaKeys,
  dutyKeys,
  formKeys,
  clauseKeys,
].flatMap(tablesOf);

/** All tables of words with a fixed meaning that stand as values of keys. */
export const everyWordTable: readonly keys.KeyTable[] = [
  words,
  quotaWords,
  dutyWords,
  clapolicyWords,
].flatMap(tablesOf);
