/** How figures are named that benefits, groups, quotas and funds leave open. */
import { fundKeys, quotaKeys } from '../language/keys-quotas.ts';
import type { Label, Lang } from '../language/label.ts';
import type { Policy } from './policy.ts';

interface Piece {
  readonly id: string;
  readonly label: Label;
}

const keyPieces = (
  keys: Readonly<Record<string, { readonly zh: readonly string[]; readonly en: readonly string[] }>>,
) =>
  Object.entries(keys).map(([key, { zh, en }]): Piece => {
    const label = { zh: zh[0] ?? key, en: en[0] ?? key };
    return { id: key.replace('_', '-'), label };
  });

/** The rule, what of it the figure is, and the number where there are several; empty where no rule is found. */
function piecesOf(policy: Policy, id: string): Piece[] {
  const { benefits, groups, quotas, funds, cards, vocabulary } = policy;
  const within = (owner: Piece) => id === owner.id || id.startsWith(`${owner.id}.`);
  const sections: [readonly Piece[], readonly Piece[]][] = [
    [quotas, [...keyPieces(quotaKeys), ...Object.values(vocabulary.entities)]],
    [Object.values(funds), keyPieces(fundKeys)],
    [benefits, cards],
    [groups, cards],
  ];
  for (const [owners, known] of sections) {
    const owner = owners.find(within);
    if (owner === undefined) continue;
    const parts = id.slice(owner.id.length).split('.').slice(1);
    return [owner, ...parts.map(part => known.find(one => one.id === part) ?? { id: part, label: {} })];
  }
  return [];
}

/** `首批.总数` for `first.total`: by the labels of one language, by the id where there is none. */
export function figureName(policy: Policy, id: string, lang: Lang): string {
  const pieces = piecesOf(policy, id);
  return pieces.length === 0 ? id : pieces.map(piece => piece.label[lang] ?? piece.id).join('.');
}

/** Every way to name it: each piece by its id or a label. */
export function figureNames(policy: Policy, id: string): string[] {
  const [first, ...others] = piecesOf(policy, id).map(piece => [piece.id, ...Object.values(piece.label)]);
  if (first === undefined) return [id];
  return others.reduce((names, words) => names.flatMap(name => words.map(word => `${name}.${word}`)), first);
}
