import type { Expr, Op } from '../../language/expr.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Instance } from '../../population/instance.ts';
import { aggregates } from './aggregates.ts';
import { arithmetic } from './arithmetic.ts';
import { choices, dates } from './choice.ts';
import { comparisons } from './comparison.ts';
import { compileDefinition, hypothetical } from './definition.ts';
import { compileFact } from './fact.ts';
import type { Slots } from './frame.ts';
import { logic } from './logic.ts';
import { prepareParameter } from './parameter.ts';
import type { Prepared } from './prepared.ts';
import type { Compiler, Compilers, Place, Run, State, UsedAnswer } from './program.ts';
import { constants, references } from './references.ts';
import { noting } from './steps.ts';

/** Every operator has its compiler; a new operator is a type error here. */
const compilers: Compilers<Op> = {
  ...constants,
  ...references,
  ...logic,
  ...comparisons,
  ...arithmetic,
  ...choices,
  ...aggregates,
  ...dates,
};

export interface Compiling {
  readonly state: State;
  readonly slots: ReadonlyMap<string, Slots>;
  /** An expression on instances of an entity. */
  compile(expr: Expr, entity: string): Run;
  definition(key: string): Run;
}

/** Keeps what was made under a key; making it again while it is being made means that rules go round in a circle. */
function once<T>(what: string): (key: string, make: () => T) => T {
  const made = new Map<string, T | null>();
  return (key, make) => {
    const known = made.get(key);
    if (known === null) throw new Error(`${what} ${key} depends on itself`);
    if (known !== undefined) return known;
    made.set(key, null);
    const value = make();
    made.set(key, value);
    return value;
  };
}

/**
 * Prepares the compiling of a policy's expressions; with `trace`, running them notes their steps. `used` decides by the
 * policies that this one uses.
 */
export function compiling(
  policy: Policy,
  trace: boolean,
  used: (use: string, instance: Instance) => UsedAnswer,
): Compiling {
  const state: State = {
    card: null,
    cardDoubt: null,
    hypothesis: 0,
    settled: new Map(),
    steps: null,
    totals: null,
    served: null,
  };
  const slots = new Map<string, Slots>();
  const supposed = hypothetical(policy);
  const facts = once<Run>('fact');
  const definitions = once<Run>('definition');
  const parameters = once<Prepared>('parameter');

  function slotsOf(entity: string): Slots {
    const known = slots.get(entity) ?? { facts: 0, definitions: 0 };
    slots.set(entity, known);
    return known;
  }
  function placeAt(entity: string): Place {
    const place: Place = {
      policy,
      state,
      entity,
      compile(expr, below = entity) {
        const at = below === entity ? place : placeAt(below);
        const run = (compilers[expr.op] as Compiler<Op>)(expr as never, at);
        return trace ? noting(expr, run, policy, below, state) : run;
      },
      parameter: (id, lastYear) =>
        parameters(`${lastYear ? 'last year ' : ''}${id}`, () => {
          const parameter = Object.hasOwn(policy.parameters, id) ? policy.parameters[id] : undefined;
          if (parameter === undefined) throw new Error(`no parameter ${id}`);
          return prepareParameter(parameter, lastYear);
        }),
      fact: (of, id) => facts(`${of}.${id}`, () => compileFact(place, of, id, slotsOf(of).facts++)),
      definition: (of, id) =>
        definitions(`${of}.${id}`, () => {
          const definition = policy.definitions[`${of}.${id}`];
          if (definition === undefined) throw new Error(`no definition ${of}.${id}`);
          const slot = slotsOf(of).definitions++;
          return compileDefinition(place, definition.expr, of, slot, supposed.has(`${of}.${id}`));
        }),
      used,
    };
    return place;
  }
  function definition(key: string): Run {
    const dot = key.indexOf('.');
    return placeAt(key.slice(0, dot)).definition(key.slice(0, dot), key.slice(dot + 1));
  }
  // In dependency order, so that long chains of definitions are not compiled one inside the other.
  for (const key of Object.keys(policy.definitions)) definition(key);
  return { state, slots, compile: (expr, entity) => placeAt(entity).compile(expr), definition };
}
