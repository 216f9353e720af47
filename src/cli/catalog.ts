import { analysisMessages } from '../analysis/messages.ts';
import { sessionMessages } from '../app/session/messages.ts';
import { engineMessages } from '../engine/messages.ts';
import type { Catalog } from '../language/diagnostic.ts';
import { languageMessages } from '../language/messages.ts';
import { draftMessages } from '../policy/draft/messages.ts';
import { policyMessages } from '../policy/messages.ts';
import { populationMessages } from '../population/messages.ts';
import { caseMessages } from '../report/case-messages.ts';
import { formCommandMessages } from './form/messages.ts';
import { cliMessages } from './messages.ts';

/** The catalogs of all rooms; their codes are distinct (a test sees to it). */
export const catalogs: readonly Catalog[] = [
  languageMessages,
  policyMessages,
  draftMessages,
  populationMessages,
  engineMessages,
  analysisMessages,
  caseMessages,
  cliMessages,
  formCommandMessages,
  sessionMessages,
];

/** The words of every message that the program can show. */
export const catalog: Catalog = Object.assign({}, ...catalogs);
