/** What was asked of the session and still counts. */
import type { State } from './state.ts';

export function pending(state: State): readonly number[] {
  const { dialog, loading, run, saving, exporting, parameters, households, household, villages, village } =
    state;
  return [
    loading?.request,
    run,
    saving?.request,
    exporting,
    dialog?.kind === 'save' || dialog?.kind === 'export' ? dialog.awaited : null,
    parameters.awaited,
    households.awaited,
    households.editing?.awaited,
    household?.awaited,
    villages.awaited,
    village?.awaited,
  ].filter(request => request != null);
}
