'use client';

import { useEffect, useRef, useState } from 'react';
import type { Draft } from '#features/stories/components/editor/fields.ts';
import { aliveEditors, holdAlive } from '#features/stories/components/editor/keeping/alive.ts';
import { Courier, type Delivery } from '#features/stories/components/editor/keeping/courier.ts';
import {
  eraseOnDevice,
  forgetOnDevice,
  keepOnDevice,
  keptOnDevice,
} from '#features/stories/components/editor/keeping/device.ts';
import { postParcel } from '#features/stories/components/editor/keeping/post.ts';
import { Told } from '#features/stories/components/editor/keeping/told.ts';
import type { KeptText } from '#features/stories/views.ts';
import { deviceNow, newDeviceId } from '#lib/device.ts';

/** A text that was left unsaved, as it can be shown now. */
export type LeftText = Omit<KeptText, 'draft'> & {
  draft: Draft;
  /** Put aside on this page, for another text. */
  aside?: boolean;
};

type Now = { storyId: string; basedOn: string; draft: Draft };

/**
 * Keeps what is typed, on this device at once and on the server within two seconds, and brings what
 * was left over. `read` gives a kept text as it can be shown, null where it cannot, and `same` where
 * it says what is saved: only that is thrown away.
 */
export function useKeeping(
  { personId, storyId, kept }: { personId: string; storyId: string; kept: KeptText[] },
  read: (draft: unknown) => Draft | 'same' | null,
) {
  const [delivery] = useState(() => new Told<Delivery>({ at: 'server' }));
  const [onDevice, setOnDevice] = useState(true);
  const [left, setLeft] = useState<LeftText[]>([]);
  const [thrown, setThrown] = useState<LeftText | null>(null);
  const [id, setId] = useState(newDeviceId);
  const writing = useRef({ id, sequence: 0, kept: false });
  const courier = useRef<Courier | null>(null);
  courier.current ??= new Courier(postParcel, (news) => delivery.tell(news));
  const carry = courier.current;
  const latestRead = useRef(read);
  latestRead.current = read;

  useEffect(() => holdAlive(id), [id]);
  useEffect(() => {
    const hurry = () => carry.hurry();
    window.addEventListener('online', hurry);
    window.addEventListener('focus', hurry);
    document.addEventListener('visibilitychange', hurry);
    hurry();
    return () => {
      window.removeEventListener('online', hurry);
      window.removeEventListener('focus', hurry);
      document.removeEventListener('visibilitychange', hurry);
      carry.stop();
    };
  }, [carry]);

  const discard = ({ id: gone, sequence, storyId: of }: Omit<KeptText, 'draft'>) => {
    setLeft((texts) => texts.filter((text) => text.id !== gone));
    const nothing = { id: gone, personId, storyId: of, basedOn: '', sequence };
    void forgetOnDevice({ ...nothing, at: deviceNow().toISOString() });
    carry.offer({ ...nothing, draft: null });
  };
  const latestDiscard = useRef(discard);
  latestDiscard.current = discard;

  useEffect(() => {
    const find = async () => {
      const local = await keptOnDevice(personId, storyId, deviceNow());
      const isAlive = await aliveEditors();
      const found: LeftText[] = [];
      for (const text of newestOfEach(local, kept)) {
        if (text.id === writing.current.id || isAlive(text.id)) continue;
        const there = kept.find((one) => one.id === text.id);
        if (text.draft === null) {
          if (there) carry.offer(text);
          else void eraseOnDevice(text.id);
          continue;
        }
        const draft = latestRead.current(text.draft);
        if (draft === 'same') latestDiscard.current(text);
        if (draft === 'same' || draft === null) continue;
        found.push({ ...text, draft });
        if ((there?.sequence ?? -1) < text.sequence) carry.offer(text);
      }
      setLeft(found);
    };
    void find();
  }, [personId, storyId, kept, carry]);

  /** Something differs from what is saved. */
  const keep = ({ storyId: of, basedOn, draft }: Now): LeftText => {
    const now = writing.current;
    now.sequence += 1;
    now.kept = true;
    const { id: own, sequence } = now;
    const at = deviceNow().toISOString();
    const text = { id: own, personId, storyId: of, basedOn, sequence, at, draft };
    void keepOnDevice(text).then(setOnDevice);
    carry.offer(text);
    return text;
  };

  /** Nothing differs from what is saved. */
  const drop = (of: string) => {
    const now = writing.current;
    if (!now.kept) return;
    now.kept = false;
    now.sequence += 1;
    discard({ id: now.id, personId, storyId: of, basedOn: '', sequence: now.sequence, at: '' });
  };

  /** Keeps the text for later and goes on as another editor, so that nothing is written over it. */
  const setAside = (now: Now) => {
    const text = keep(now);
    writing.current = { id: newDeviceId(), sequence: 0, kept: false };
    setId(writing.current.id);
    setLeft((texts) => [{ ...text, aside: true }, ...texts]);
  };

  const throwAway = (text: LeftText) => {
    discard(text);
    setThrown(text);
  };
  const fetchBack = () => {
    if (!thrown) return;
    const text = { ...thrown, sequence: thrown.sequence + 1 };
    void keepOnDevice(text).then(setOnDevice);
    carry.offer(text);
    setThrown(null);
    setLeft((texts) => [text, ...texts]);
  };

  return {
    delivery,
    onDevice,
    left,
    /** What was thrown away last: it can be fetched back while the page is open. */
    thrown,
    throwAway,
    fetchBack,
    /** Goes with a save, so that the server forgets what it kept of this editor. */
    editing: () => ({ id: writing.current.id, sequence: writing.current.sequence }),
    keep,
    drop,
    setAside,
    discard,
    hurry: () => carry.hurry(),
    leave: () => carry.leave(),
  };
}

function newestOfEach(...lists: KeptText[][]): KeptText[] {
  const newest = new Map<string, KeptText>();
  for (const text of lists.flat()) {
    const other = newest.get(text.id);
    if (!other || other.sequence < text.sequence) newest.set(text.id, text);
  }
  return [...newest.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
