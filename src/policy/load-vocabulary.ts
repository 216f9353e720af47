import { type Diagnostic, isError } from '../language/diagnostic.ts';
import { declareEntities } from './assemble.ts';
import { draftDefinitions, makeDefinitions } from './definitions.ts';
import { makeDesk } from './desk.ts';
import { makeFacts } from './facts.ts';
import type { Reader } from './file.ts';
import { deepFreeze } from './freeze.ts';
import { allNames } from './names.ts';
import type { Definition } from './policy.ts';
import { readWords } from './raw-words.ts';
import { checkReserved } from './reserved.ts';
import { openDocument, startSession } from './session.ts';
import { tellings } from './tellings.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface LoadedVocabulary {
  /** Null where there is an error. Frozen, plain data. */
  readonly vocabulary: Vocabulary | null;
  /** What the vocabulary itself derives, by `entity.id`, in the order of need. */
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** Loads a vocabulary by itself: entities, facts and what it derives from them. */
export function loadVocabulary(path: string, options: { readonly read?: Reader } = {}): LoadedVocabulary {
  const session = startSession(options.read);
  const id =
    path
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.ya?ml$/i, '') ?? '';
  const root = openDocument(session, path, path, 'vocabulary');
  if (root === null)
    return { vocabulary: null, definitions: {}, diagnostics: tellings(session), sources: session.sources };
  const words = readWords(root, [], id, session.report);
  const desk = makeDesk(words.entities, words.units, allNames(words, null), session.report);
  checkReserved(desk, words, null);
  declareEntities(desk);
  const facts = makeFacts(desk, words);
  const vocabulary: Vocabulary = { id, entities: words.entities, facts, units: words.units };
  const definitions = makeDefinitions(
    desk,
    draftDefinitions(desk, words.definitions, 'derived', 'household'),
  );
  const diagnostics = tellings(session);
  return {
    vocabulary: diagnostics.some(isError) ? null : deepFreeze(vocabulary),
    definitions: deepFreeze(definitions),
    diagnostics,
    sources: session.sources,
  };
}
