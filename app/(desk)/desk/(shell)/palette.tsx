'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { Icon, type IconName } from '#components/controls/icon.tsx';
import { findStoriesAction } from '#features/stories/actions.ts';
import { StateLabel } from '#features/stories/components/state-label.tsx';
import type { FoundStory } from '#features/stories/views.ts';
import { deskStoriesPath, deskStoryPath } from '#lib/paths.ts';

type Place = { to: string; name: string; icon: IconName };
type Option = { to: string; key: string; group: 'Go to' | 'Stories'; body: React.ReactNode };

/** Everything by its name: Ctrl K, or ⌘ K, from anywhere in the desk. */
export function Palette({ places }: { places: readonly Place[] }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      // The editor takes the same keys where text is chosen: it makes a link of it.
      if (event.defaultPrevented || event.key.toLowerCase() !== 'k' || event.altKey) return;
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="rail-link rail-find"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <Icon name="find" />
        <span>Find</span>
        <span aria-hidden="true" className="ms-auto">
          <kbd>Ctrl K</kbd>
        </span>
      </button>
      {open && <Finder places={places} onClose={() => setOpen(false)} />}
    </>
  );
}

function Finder({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const router = useRouter();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  // The dialog has put the focus on its first button.
  useEffect(() => field.current?.focus(), []);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const { stories, failed } = useStories(useDeferredValue(words));
  const options = optionsFor(words, places, stories);
  const current = options[Math.min(at, options.length - 1)];
  const go = (to: string) => {
    onClose();
    router.push(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      setAt(
        (before) => (Math.min(before, options.length - 1) + step + options.length) % options.length,
      );
    }
    if (event.key === 'Enter' && current) {
      event.preventDefault();
      go(current.to);
    }
  };
  return (
    <Dialog title="Find" onClose={onClose}>
      <input
        ref={field}
        role="combobox"
        aria-label="A story or a place in the desk"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={current ? `${list}-${current.key}` : undefined}
        autoComplete="off"
        className="control"
        placeholder="A story or a place"
        maxLength={200}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={list} aria-label="Found" className="palette">
        {options.map((option, index) => (
          <Row
            key={option.key}
            option={option}
            id={`${list}-${option.key}`}
            heads={options[index - 1]?.group !== option.group}
            current={option === current}
            onGo={() => go(option.to)}
          />
        ))}
      </div>
      <p role="status" className="text-note text-soft">
        {failed
          ? 'Stories could not be looked up: the server did not answer.'
          : tally(options.length)}
      </p>
    </Dialog>
  );
}

function Row({
  option,
  id,
  heads,
  current,
  onGo,
}: {
  option: Option;
  id: string;
  heads: boolean;
  current: boolean;
  onGo: () => void;
}) {
  return (
    <>
      {heads && (
        <p role="presentation" className="palette-head">
          {option.group}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={current}
        className="palette-row"
        ref={(row) => {
          if (current) row?.scrollIntoView({ block: 'nearest' });
        }}
        onClick={onGo}
      >
        {option.body}
      </div>
    </>
  );
}

function tally(found: number): string {
  return found === 1 ? '1 found' : `${found === 0 ? 'Nothing' : found} found`;
}

function optionsFor(
  words: string,
  places: readonly Place[],
  stories: readonly FoundStory[],
): Option[] {
  const letters = words.trim().toLowerCase();
  const named = places
    .filter(({ name }) => name.toLowerCase().includes(letters))
    .map(
      ({ to, name, icon }): Option => ({
        to,
        key: `place-${name.replaceAll(' ', '-')}`,
        group: 'Go to',
        body: (
          <>
            <Icon name={icon} /> {name}
          </>
        ),
      }),
    );
  const told = stories.map(
    ({ id, headline, state, language }): Option => ({
      to: deskStoryPath(id),
      key: id,
      group: 'Stories',
      body: (
        <>
          <span lang={language} dir="auto" className="grow">
            {headline}
          </span>
          <StateLabel state={state} />
        </>
      ),
    }),
  );
  const all: Option = {
    to: deskStoriesPath(1, { q: words.trim() }),
    key: 'all',
    group: 'Stories',
    body: `All stories with “${words.trim()}”`,
  };
  return letters === ''
    ? [...named, ...told]
    : [...told, ...named, ...(told.length > 0 ? [all] : [])];
}

/** What the server finds for the words; an answer that was overtaken by another is dropped. */
function useStories(words: string) {
  const [answer, setAnswer] = useState<{ stories: readonly FoundStory[]; failed: boolean }>({
    stories: [],
    failed: false,
  });
  useEffect(() => {
    let overtaken = false;
    findStoriesAction(words).then(
      (stories) => !overtaken && setAnswer({ stories, failed: false }),
      () => !overtaken && setAnswer(({ stories }) => ({ stories, failed: true })),
    );
    return () => {
      overtaken = true;
    };
  }, [words]);
  return answer;
}
