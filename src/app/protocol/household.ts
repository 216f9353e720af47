/** One household: its facts, both answers, the reasoning. */
import type { Words } from '../../language/label.ts';
import type { OutcomeKey, Sides, Span } from './basics.ts';
import type { ParameterKind } from './loaded.ts';

/** A fact with another value: text as household files write it; null: missing. */
export interface FactEdit {
  readonly entity: string;
  /** Id of the instance: of the household, of a member, of the village. */
  readonly id: string;
  readonly fact: string;
  readonly value: string | null;
}

export interface FactLine {
  readonly entity: string;
  readonly id: string;
  readonly fact: string;
  readonly label: string;
  /** Value with its unit; empty where missing. */
  readonly text: string;
  /** As it can be typed; empty where missing. */
  readonly written: string;
  readonly missing: boolean;
  /** `none`: computed, not to be edited. */
  readonly edit: ParameterKind | 'none';
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** Changed against the data. */
  readonly edited: boolean;
  /** One of the policies reads it. */
  readonly read: boolean;
}

/** A household, a member, its village …, with its facts. */
export interface InstanceView {
  readonly entity: string;
  readonly entityLabel: string;
  readonly id: string;
  readonly facts: readonly FactLine[];
}

/** One line of the reasoning, in the language asked for. */
export interface TreeNode {
  /** Where it stands, the same on both sides for steps that belong together: `card.red/0/1`. */
  readonly key: string;
  readonly depth: number;
  readonly text: string;
  readonly value: string;
  /** `good`: true or due, `bad`: false, `open`: not known, `plain`: a figure or word. */
  readonly tone: 'good' | 'bad' | 'open' | 'plain';
  readonly cite: string;
  /** What is missing or not settled. */
  readonly causes: readonly string[];
  /** Has another value, or no counterpart, on the other side. */
  readonly differs: boolean;
  /** The first branch that differs, in the order read: where the sides part. */
  readonly parting: boolean;
  readonly children: readonly TreeNode[];
}

export interface SideAnswer {
  readonly outcome: OutcomeKey;
  /** What the household may still come to. */
  readonly possible: readonly OutcomeKey[];
  readonly barred: readonly { readonly card: string; readonly by: string; readonly cite: string }[];
  readonly missing: readonly string[];
  readonly benefits: readonly {
    readonly id: string;
    readonly label: string;
    readonly state: 'due' | 'undetermined' | 'unset';
    readonly amount: Span;
    readonly text: string;
    readonly cite: string;
  }[];
  readonly duties: readonly { readonly id: string; readonly label: string; readonly sure: boolean }[];
  readonly tree: readonly TreeNode[];
}

export interface Detail {
  readonly row: number;
  readonly id: string;
  readonly edits: readonly FactEdit[];
  readonly instances: readonly InstanceView[];
  readonly sides: Sides<SideAnswer>;
  /** Texts about edits that make no sense; these are left out. */
  readonly problems: readonly Words[];
}
