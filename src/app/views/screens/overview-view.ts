/** What the overview is drawn from. */
import type { Lang } from '../../../language/label.ts';
import type { Figures, PolicyInfo, Sides } from '../../protocol.ts';
import { shownPolicies } from '../../state/select.ts';
import type { State } from '../../state/state.ts';

export interface Compared {
  readonly lang: Lang;
  readonly columns: number;
  readonly policies: Sides<PolicyInfo>;
  readonly figures: Figures;
  /** How many parameters B has changed in these figures. */
  readonly changes: number;
}

export function compared(state: State, columns: number): Compared | null {
  const policies = shownPolicies(state);
  const { figures, lang } = state;
  if (!figures || !policies) return null;
  return { lang, columns, policies, figures, changes: figures.changes.length };
}
