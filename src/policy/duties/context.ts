import type { Desk } from '../desk.ts';
import type { RawRule } from '../rule.ts';
import type { SectionName } from '../sections.ts';

/** What the sections about duties are read with. */
export interface DutyContext {
  readonly desk: Desk;
  /** The classified entity. */
  readonly entity: string;
  /** ISO date of the policy: days without a year are in its year. */
  readonly effective: string;
  readonly rules: Readonly<Record<SectionName, readonly RawRule[]>>;
}
