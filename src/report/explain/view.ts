import type { Lang } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Paint } from '../paint.ts';
import type { Sources } from '../place.ts';
import type { Settings } from '../rules-of.ts';

/** For whom and from what an explanation is drawn up. */
export interface ExplainView {
  readonly policy: Policy;
  readonly lang: Lang;
  readonly paint: Paint;
  /** Texts of the files that the rules stand in. */
  readonly sources: Sources;
  /** Parameters set from outside. */
  readonly set?: Settings;
}
