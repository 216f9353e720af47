import type { Catalog } from '../language/diagnostic.ts';
import { dutyMessages } from './duties/messages.ts';
import { formMessages } from './form/messages.ts';
import { ruleMessages } from './messages-rule.ts';
import { scenarioMessages } from './messages-scenario.ts';
import { shapeMessages } from './messages-shape.ts';
import { valueMessages } from './messages-value.ts';
import { yamlMessages } from './messages-yaml.ts';
import { quotaMessages } from './quotas/messages.ts';
import { useMessages } from './uses/messages.ts';

/** What the policy room has to tell, in both languages. */
export const policyMessages = {
  ...yamlMessages,
  ...shapeMessages,
  ...scenarioMessages,
  ...ruleMessages,
  ...valueMessages,
  ...useMessages,
  ...quotaMessages,
  ...dutyMessages,
  ...formMessages,
} as const satisfies Catalog;
