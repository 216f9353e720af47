/** Facts that are recorded wherever they apply: as good as complete, though their columns have gaps. */

import type { Fact } from '../../policy/vocabulary.ts';
import { makeBlock, say, sayIf, sayLoop } from './block.ts';
import { instanceAt, makeContext } from './context.ts';
import { load, written } from './function.ts';
import { loopOver, named } from './graph.ts';
import * as j from './js.ts';
import { refusals } from './refusals.ts';
import { attempt, refuse } from './refuse.ts';
import { element, makeWorld, type RecordedWhereApplicable, type Shared } from './scope.ts';
import * as v from './value.ts';

/** Goes through the rows once for each fact, when it is first asked. */
export function makeApplicable(shared: () => Shared): RecordedWhereApplicable {
  const known = new Map<string, boolean>();

  function check(fact: Fact): boolean {
    // What villages sum up is not worked out yet when the code is made.
    const above = () => refuse(refusals.aboveIsOpen);
    const c = makeContext({ ...shared(), above });
    const { js } = c;
    const table = c.population.tables[fact.entity];
    const valid = table?.columns[fact.id]?.valid;
    if (!table || !valid || fact.when === null) return false;
    const loop = loopOver(js.graph, null, named(js.graph, 'from'), named(js.graph, 'to'));
    const scope = instanceAt(c, fact.entity, loop.index, makeWorld(undefined));
    const when = c.compile(fact.when, scope);
    if (when.kind !== 'bool') return false;
    const root = makeBlock(null);
    const missing = j.not(js, element(c, valid, 'v', loop.index, 'bit'));
    const { then } = sayIf(sayLoop(root, loop), j.and(js, j.asBool(js, missing), v.maybe(js, when)));
    say(then, [], () => 'return 0;');
    const { work, data } = load(written('recorded', c, ['from', 'to'], root, { after: ['return 1;'] }));
    return work(0, table.rows, ...data) === 1;
  }

  return fact => {
    const key = `${fact.entity}.${fact.id}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const result = attempt(() => check(fact));
    const answer = 'done' in result && result.done;
    known.set(key, answer);
    return answer;
  };
}
