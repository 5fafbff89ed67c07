import { faceOf } from '#features/comments/faces.ts';
import type { CommentView, ThreadView } from '#features/comments/views.ts';

/** Answers to answers stand inside what they answer up to here; deeper ones beside it, and say whom. */
const DEEPEST = 2;

export type ShownRow = {
  id: string;
  threadId: string;
  parentId: string | null;
  commenterId: string | null;
  sharedNameId: string | null;
  personId: string | null;
  name: string;
  text: string;
  at: Date;
  /** Of the revision that is shown: more than 1 if it was changed. */
  number: number;
  recommended: number;
  pickedAt: Date | null;
};

/** What is known of a comment that is answered and is not among those of the page. */
export type Ancestor = {
  id: string;
  parentId: string | null;
  removed: boolean;
  /** The name it is shown under; null if readers do not see it. */
  name: string | null;
};

type Said = { storyAuthors: ReadonlySet<string> };

export function toView(
  row: ShownRow,
  { storyAuthors }: Said,
  inReplyTo: CommentView['inReplyTo'] = null,
): CommentView {
  const { id, name, text, at, personId, number, recommended, pickedAt } = row;
  return {
    id,
    name,
    text,
    at,
    staff: personId !== null,
    author: personId !== null && storyAuthors.has(personId),
    face: faceOf(row),
    edited: number > 1,
    recommended,
    picked: pickedAt !== null,
    removed: false,
    inReplyTo,
  };
}

/** The place of a comment that its writer took away: nothing of it but that it was there. */
function emptyPlace(id: string): CommentView {
  return {
    id,
    name: '',
    text: '',
    at: new Date(0),
    staff: false,
    author: false,
    face: '',
    edited: false,
    recommended: 0,
    picked: false,
    removed: true,
    inReplyTo: null,
  };
}

export type ReplyView = CommentView & { replies: ReplyView[] };

type Node = { view: ReplyView; level: number; holder: Node | null };

/** A thread from its rows in the order of time. Hidden ones are left out, and their answers move up. */
export function treeOf(
  threadId: string,
  rows: readonly ShownRow[],
  ancestors: ReadonlyMap<string, Ancestor>,
  said: Said,
): Pick<ThreadView, 'id' | 'first'> & { replies: ReplyView[] } {
  const nodes = new Map<string, Node>();
  const tops: ReplyView[] = [];
  const beginning = rows.find((row) => row.id === threadId);
  const root: Node = {
    view: { ...emptyPlace(threadId), replies: tops },
    level: 0,
    holder: null,
  };
  nodes.set(threadId, root);

  const put = (view: CommentView, above: Node): Node => {
    const holder = above.level < DEEPEST ? above : (above.holder ?? root);
    const node = { view: { ...view, replies: [] }, level: holder.level + 1, holder };
    holder.view.replies.push(node.view);
    nodes.set(view.id, node);
    return node;
  };

  /** The nearest comment above that has a place on this page; one that was removed gets one now. */
  const above = (parentId: string | null, from: Set<string>): Node => {
    if (parentId === null || from.has(parentId)) return root;
    const known = nodes.get(parentId);
    if (known) return known;
    const ancestor = ancestors.get(parentId);
    const next = above(ancestor?.parentId ?? null, from.add(parentId));
    return ancestor?.removed ? put(emptyPlace(parentId), next) : next;
  };

  for (const row of rows) {
    if (row.id === threadId) continue;
    const parent = above(row.parentId, new Set());
    const elsewhere = ancestors.get(row.parentId ?? '');
    const view = toView(row, said);
    if (parent.view.id === row.parentId) {
      const flat = parent.level >= DEEPEST && !parent.view.removed;
      if (flat) view.inReplyTo = { id: parent.view.id, name: parent.view.name, here: true };
    } else if (elsewhere?.name != null) {
      view.inReplyTo = { id: elsewhere.id, name: elsewhere.name, here: false };
    }
    put(view, parent);
  }
  const removed = ancestors.get(threadId)?.removed ? emptyPlace(threadId) : null;
  return {
    id: threadId,
    first: beginning ? toView(beginning, said) : removed,
    replies: tops,
  };
}
