/** The reasoning as a tree that can be folded, line by line in the reader's language. */
import type { Step } from '../../engine/answer.ts';
import { annotated } from '../../report/explain/annotate.ts';
import { causeLines, instanceName } from '../../report/explain/causes.ts';
import { truthOfStep } from '../../report/explain/condense.ts';
import { isAggregate, namedIn, printed } from '../../report/explain/inline.ts';
import { exprOf } from '../../report/explain/source-words.ts';
import { nameOf } from '../../report/explain/tree.ts';
import { stepValue } from '../../report/explain/value.ts';
import type { ExplainView } from '../../report/explain/view.ts';
import { explainWords } from '../../report/explain/words.ts';
import { inert } from '../../report/inert.ts';
import { benefitName, cardName } from '../../report/names.ts';
import type { TreeNode } from '../protocol.ts';

type Node = { -readonly [K in keyof TreeNode]: TreeNode[K] } & { children: Node[] };

const words = {
  and: { zh: '以下都成立', en: 'all of these hold' },
  or: { zh: '以下任一成立', en: 'one of these holds' },
  atLeast: { zh: '以下有足够多项成立', en: 'enough of these hold' },
  hypothesis: { zh: '如果是{card}', en: 'if it is {card}' },
  none: { zh: '如果没有卡', en: 'if it has no card' },
} as const;

/** Parts that are shown of many. */
const MOST_PARTS = 30;
/** Deeper than this nobody unfolds. */
const MOST_DEPTH = 40;

/** Where a line stands, and of whom it is, which is not said again below it. */
interface Parent {
  readonly key: string;
  readonly at: Step['at'];
}

const isSame = (a: NonNullable<Step['at']>, b: Step['at']): boolean =>
  a.entity === b?.entity && a.id === b.id;

export function treeOf(steps: readonly Step[], view: ExplainView): TreeNode[] {
  return nodesOf(steps, { key: '', at: null }, 0, view);
}

/** Steps of one parent: the same ones have the same key on both sides. */
function nodesOf(steps: readonly Step[], parent: Parent, depth: number, view: ExplainView): Node[] {
  if (depth > MOST_DEPTH) return [];
  const met = new Map<string, number>();
  return steps.map((step, index) => {
    const name =
      step.role === 'expression' || step.id === ''
        ? `${step.role}${step.op ?? ''}${step.role === 'expression' ? index : ''}`
        : `${step.role}:${step.id}${step.at === null ? '' : `@${step.at.id}`}`;
    const times = (met.get(name) ?? 0) + 1;
    met.set(name, times);
    return nodeOf(step, `${parent.key}/${name}${times === 1 ? '' : `#${times}`}`, parent.at, depth, view);
  });
}

function nodeOf(step: Step, key: string, at: Step['at'], depth: number, view: ExplainView): Node {
  const { policy, lang } = view;
  const truth = step.type.kind === 'bool' || step.value.kind === 'bool' ? truthOfStep(step) : undefined;
  const causes = step.value.kind === 'inapplicable' ? [] : step.value.causes;
  const isOpen = causes.length > 0 && truth !== true && truth !== false;
  return {
    key,
    depth,
    text:
      (step.at === null || isSame(step.at, at) ? '' : `${instanceName(step.at.entity, step.at.id, view)} `) +
      textOf(step, view),
    value: stepValue(step, policy, lang),
    tone: isOpen ? 'open' : truth === undefined ? 'plain' : truth ? 'good' : 'bad',
    cite: inert(step.cite),
    causes: isOpen ? causeLines(causes, view) : [],
    differs: false,
    parting: false,
    children: childrenOf(step, { key, at: step.at ?? at }, depth + 1, view),
  };
}

type Connective = 'and' | 'or' | 'atLeast';
const isConnective = ({ op, role }: Step): boolean =>
  role === 'expression' && (op === 'and' || op === 'or' || op === 'atLeast');

function textOf(step: Step, view: ExplainView): string {
  const { policy, lang } = view;
  switch (step.role) {
    case 'scope':
      return explainWords.scope[lang];
    case 'hypothesis':
      return step.id === ''
        ? words.none[lang]
        : words.hypothesis[lang].replace('{card}', () => cardName(policy, step.id, lang));
    case 'expression':
      return isConnective(step)
        ? words[step.op as Connective][lang]
        : (headsOf(step, view) ?? annotated(step, view)) || nameOf(step, view);
    default: {
      const [body] = step.steps;
      const name = step.role === 'benefit' ? benefitName(policy, step.id, lang) : nameOf(step, view);
      const joined = step.role === 'definition' && body !== undefined && isConnective(body);
      return joined ? `${name}${lang === 'zh' ? '：' : ': '}${words[body.op as Connective][lang]}` : name;
    }
  }
}

/** How many an amount is due to: no words of a rule say that, the step stands at the whole benefit. */
function headsOf(step: Step, view: ExplainView): string | null {
  const { span, op } = step;
  const whole = view.policy.benefits.some(
    ({ span: own }) => own.file === span?.file && own.start === span.start && own.end === span.end,
  );
  const expr = op === 'count' && whole ? exprOf(step, view.policy) : undefined;
  return expr === undefined ? null : printed(expr, null, view);
}

/** What stands below a line: operands of connectives, what an expression names, the parts of an aggregate. */
function childrenOf(step: Step, parent: Parent, depth: number, view: ExplainView): Node[] {
  if (step.role === 'scope') {
    // A scope's step is the expression itself.
    const inner: Step = { ...step, role: roleOf(step) };
    return isConnective(inner) || inner.role === 'definition'
      ? nodesOf(below(inner), parent, depth, view)
      : nodesOf([inner], parent, depth, view);
  }
  return nodesOf(below(step), parent, depth, view);
}

function roleOf({ op }: Step): Step['role'] {
  return op === 'fact' || op === 'definition' || op === 'parameter' || op === 'used' ? op : 'expression';
}

function below(step: Step): readonly Step[] {
  if (step.role === 'fact' || step.role === 'parameter') return [];
  if (step.role !== 'expression') {
    const [body, ...others] = step.steps;
    const isOpened =
      step.role === 'definition' && body !== undefined && others.length === 0 && isConnective(body);
    return isOpened ? body.steps : step.steps;
  }
  if (isConnective(step) || step.op === 'not') return step.steps;
  if (isAggregate(step)) return step.steps.slice(0, MOST_PARTS);
  // Of arithmetic and comparisons what they name; the line itself says how it is put together.
  return namedIn(step)
    .flatMap(each => (each === step ? each.steps : [each]))
    .concat(step.steps.flatMap(aggregatesIn));
}

function aggregatesIn(step: Step): Step[] {
  if (step.role !== 'expression') return [];
  return isAggregate(step) ? [step] : step.steps.flatMap(aggregatesIn);
}

/** Marks what differs between two trees, and on each the first branch where they part, as deep as it goes. */
export function alignTrees(a: TreeNode[], b: TreeNode[]): void {
  const left = byKey(a as Node[]);
  const right = byKey(b as Node[]);
  mark(left, right);
  mark(right, left);
  part(a as Node[]);
  part(b as Node[]);
}

function byKey(nodes: readonly Node[], found = new Map<string, Node>()): Map<string, Node> {
  for (const node of nodes) {
    found.set(node.key, node);
    byKey(node.children, found);
  }
  return found;
}

function mark(own: ReadonlyMap<string, Node>, other: ReadonlyMap<string, Node>): void {
  for (const [key, node] of own) {
    const counterpart = other.get(key);
    node.differs =
      counterpart === undefined || counterpart.value !== node.value || counterpart.tone !== node.tone;
  }
}

/** From the first root that differs down along first children that do. */
function part(nodes: readonly Node[]): void {
  let at = firstDiffering(nodes);
  if (!at) return;
  for (let next = firstDiffering(at.children); next; next = firstDiffering(at.children)) at = next;
  at.parting = true;
}

function firstDiffering(nodes: readonly Node[]): Node | undefined {
  for (const node of nodes) {
    if (node.differs) return node;
    const inner = firstDiffering(node.children);
    if (inner) return inner;
  }
  return undefined;
}
