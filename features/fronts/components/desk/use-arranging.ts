'use client';

import { useEffect, useState } from 'react';
import { arrangeAction } from '#features/fronts/actions.ts';
import {
  allSlots,
  arranged,
  headlineIn,
  type SlotView,
} from '#features/fronts/components/desk/arrangement.ts';
import { moveTo, type Pins, pinTo, type Slot } from '#features/fronts/pins.ts';
import type { FrontDesk } from '#features/fronts/views.ts';
import type { Placeable } from '#features/stories/views.ts';

/** What is being moved: from a slot, or from the list of stories. */
export type Held = { storyId: string; headline: string; from: Slot | null };

const UNREACHED = 'The newsroom’s server could not be reached. Nothing is lost: please try again.';
const MOST_STEPS = 100;

/** A front while somebody arranges it: what changed, what can be taken back, what is being moved. */
export function useArranging(first: FrontDesk) {
  const [desk, setDesk] = useState(first);
  const [pins, setPins] = useState(first.pins);
  const [past, setPast] = useState<Pins[]>([]);
  const [ahead, setAhead] = useState<Pins[]>([]);
  const [stories, setStories] = useState(first.stories);
  const [held, setHeld] = useState<Held | null>(null);
  const [lastPut, setLastPut] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<FrontDesk | null>(null);
  const [problem, setProblem] = useState('');
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const changed = JSON.stringify(pins) !== JSON.stringify(desk.pins);
  const view = arranged(desk, pins, stories);
  useWarning(changed);

  function change(next: Pins, words: string): void {
    setPast([...past, pins].slice(-MOST_STEPS));
    setAhead([]);
    setPins(next);
    setTold(words);
  }

  function pickUp(story: Held): void {
    setHeld(story);
    setLastPut(null);
    setTold(
      `“${story.headline}” is picked up. Choose a slot with the arrow keys, put it down with Enter, leave it with Escape.`,
    );
  }

  function putDown(moved: Held, to: SlotView): void {
    setHeld(null);
    setLastPut(to.key);
    const { storyId, headline, from } = moved;
    const next = from ? moveTo(pins, storyId, from, to.slot) : pinTo(pins, to.slot, storyId);
    change(next, `“${headline}” is pinned to ${to.name}.`);
  }

  async function publish(): Promise<void> {
    setBusy(true);
    const answer = await arrangeAction(desk.front, desk.number, pins).catch(() => null);
    setBusy(false);
    if (answer?.ok) {
      setDesk(answer.value);
      setPins(answer.value.pins);
      setStories((known) => ({ ...known, ...answer.value.stories }));
      setPast([]);
      setAhead([]);
      setTheirs(null);
      setProblem('');
      setTold('Readers see this front now.');
      return;
    }
    setTheirs(answer?.theirs ?? null);
    setProblem(answer?.theirs ? '' : (answer?.why ?? UNREACHED));
  }

  function leave(): void {
    setHeld(null);
    setTold('It is left where it was.');
  }

  /** After a conflict: goes on from what the other made, with their pins or with one's own. */
  function goOnFrom(other: FrontDesk, take: 'theirs' | 'mine'): void {
    setDesk(other);
    setStories({ ...stories, ...other.stories });
    setTheirs(null);
    if (take === 'theirs') {
      change(other.pins, `This is the arrangement of ${other.by}. Yours comes back with Undo.`);
    } else setTold('Yours is kept, and nothing is published yet.');
  }

  return {
    desk,
    pins,
    view,
    stories,
    held,
    theirs,
    problem,
    told,
    busy,
    changed,
    canUndo: past.length > 0,
    canRedo: ahead.length > 0,
    pickUp,
    putDown,
    change,
    publish,
    goOnFrom,
    leave,
    /** The end of a drag that ended nowhere. */
    leaveIfHeld: () => held && leave(),
    lastPut,
    know(story: Placeable) {
      setStories((known) => ({ ...known, [story.id]: story }));
    },
    pin(slot: SlotView) {
      const id = slot.card?.id;
      if (id) change(pinTo(pins, slot.slot, id), `“${headlineIn(slot)}” stays in ${slot.name}.`);
    },
    unpin(slot: SlotView) {
      change(pinTo(pins, slot.slot, null), `${slot.name} fills itself.`);
    },
    undo() {
      const before = past.at(-1);
      if (!before) return;
      setPast(past.slice(0, -1));
      setAhead([...ahead, pins]);
      setPins(before);
      setTold('Taken back.');
    },
    redo() {
      const after = ahead.at(-1);
      if (!after) return;
      setAhead(ahead.slice(0, -1));
      setPast([...past, pins]);
      setPins(after);
      setTold('Done again.');
    },
    slots: allSlots(view),
  };
}

export type Arranging = ReturnType<typeof useArranging>;

/** The browser asks before it leaves a page with changes that are not published. */
function useWarning(changed: boolean): void {
  useEffect(() => {
    if (!changed) return undefined;
    const leaving = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', leaving);
    return () => window.removeEventListener('beforeunload', leaving);
  }, [changed]);
}
