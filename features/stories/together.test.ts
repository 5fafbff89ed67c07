import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { revisions } from '#db/schema/stories.ts';
import { autosaves } from '#db/schema/writing.ts';
import { read } from '#db/store.ts';
import type { Staff } from '#features/people/actor.ts';
import { keepAutosave, unsavedTexts } from '#features/stories/autosave.ts';
import type { Body } from '#features/stories/body.ts';
import { saveStory } from '#features/stories/commands.ts';
import { type Draft, draftOf, inputOf } from '#features/stories/components/editor/fields.ts';
import { readDraft } from '#features/stories/components/editor/keeping/reading.ts';
import { beginMerge, mergedDraft } from '#features/stories/components/editor/merging.ts';
import { editorView } from '#features/stories/desk.ts';
import { revisionText } from '#features/stories/revisions.ts';
import { newId } from '#lib/ids.ts';
import { draft, member, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const STEPS = ['type', 'erase', 'autosave', 'save', 'answer lost', 'crash'] as const;
type Step = { who: number; what: (typeof STEPS)[number]; choice: 'mine' | 'theirs' | 'merge' };

/** What one person has in front of them. It dies with their browser. */
type Desk = { id: string; sequence: number; basedOn: string; text: Draft };

class Writer {
  readonly #person: Staff;
  readonly #storyId: string;
  #desk: Desk | undefined;
  /** Every word that a server has ever confirmed to them, as a revision or as an autosave. */
  readonly kept = new Set<string>();
  #words = 0;

  constructor(person: Staff, storyId: string) {
    this.#person = person;
    this.#storyId = storyId;
  }

  async #open(): Promise<Desk> {
    if (this.#desk) return this.#desk;
    const view = good(await editorView(this.#person, this.#storyId));
    this.#desk = { id: newId(), sequence: 0, basedOn: view.revisionId, text: draftOf(view) };
    // What was left over comes back, as whoever opens the story again would have it.
    const [left] = await unsavedTexts(this.#person, this.#storyId);
    const found = left && readDraft(left.draft, this.#desk.text);
    if (left && found) {
      this.#desk = { id: left.id, sequence: left.sequence, basedOn: left.basedOn, text: found };
    }
    return this.#desk;
  }

  async do({ what, choice }: Step): Promise<void> {
    const desk = await this.#open();
    if (what === 'type') {
      this.#words += 1;
      desk.text = withWord(desk.text, `word-${this.#person.id}-${this.#words}`);
    } else if (what === 'erase') this.#erase(desk);
    else if (what === 'autosave') await this.#autosave(desk);
    else if (what === 'crash') this.#desk = undefined;
    else await this.#save(desk, choice, what === 'answer lost');
  }

  /** What people erase themselves is not lost. */
  #erase(desk: Desk): void {
    for (const word of wordsIn(JSON.stringify(desk.text))) {
      if (word.includes(this.#person.id)) this.kept.delete(word);
    }
    desk.text = { ...desk.text, body: { type: 'doc', content: [] } };
  }

  async #autosave(desk: Desk): Promise<void> {
    desk.sequence += 1;
    const { id, sequence, basedOn, text } = desk;
    const kept = { id, sequence, basedOn, personId: this.#person.id, storyId: this.#storyId };
    good(await keepAutosave(this.#person, { ...kept, draft: text }));
    this.#confirm(text);
  }

  async #save(desk: Desk, choice: Step['choice'], answerIsLost: boolean): Promise<void> {
    const { id, sequence, basedOn, text } = desk;
    const answer = await saveStory(this.#person, {
      ...inputOf(text),
      storyId: this.#storyId,
      basedOn,
      editing: { id, sequence },
    });
    this.#confirm(text);
    if (answerIsLost) return;
    if (answer.ok) {
      desk.basedOn = answer.value.revisionId;
      return;
    }
    expect(answer.code).toBe('conflict');
    await this.#settle(desk, choice);
  }

  async #settle(desk: Desk, choice: Step['choice']): Promise<void> {
    const view = good(await editorView(this.#person, this.#storyId));
    const mine = desk.text;
    // Mine is kept under its own id, and the editor goes on under another.
    await this.#autosave(desk);
    const next = { id: newId(), sequence: 0, basedOn: view.revisionId };
    if (choice === 'mine') this.#desk = { ...next, text: mine };
    else if (choice === 'theirs') this.#desk = { ...next, text: draftOf(view) };
    else {
      const which = { id: desk.basedOn };
      const began = good(await revisionText(this.#person, this.#storyId, which));
      const texts = { mine, theirs: draftOf(view), base: readDraft(began, mine) };
      const merged = mergedDraft(texts, beginMerge(texts));
      const there = JSON.stringify(merged);
      const before = new Set(wordsIn(JSON.stringify(began)));
      for (const word of wordsIn(JSON.stringify([mine, texts.theirs]))) {
        if (!before.has(word)) expect(there).toContain(word);
      }
      this.#desk = { ...next, text: merged };
    }
  }

  #confirm(text: Draft): void {
    for (const word of wordsIn(JSON.stringify(text))) this.kept.add(word);
  }
}

function withWord(text: Draft, word: string): Draft {
  const paragraph = {
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: word }],
  };
  const body: Body = { type: 'doc', content: [...text.body.content, paragraph] };
  return { ...text, body };
}

function wordsIn(text: string): string[] {
  return text.match(/word-[0-9a-z]+-\d+(?=")/g) ?? [];
}

const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(...STEPS),
  choice: fc.constantFrom('mine' as const, 'theirs' as const, 'merge' as const),
});

test('whatever several people do at once, no word that was confirmed to anybody is gone', async () => {
  const { id: sectionId } = await section();
  const people = await Promise.all([member('editor'), member('editor'), member('editor')]);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const { storyId } = await draft(sectionId);
      const writers = people.map((person) => new Writer(person, storyId));
      for (const one of steps) await writers[one.who]?.do(one);
      await Promise.all(
        writers.map((writer) => writer.do({ who: 0, what: 'save', choice: 'mine' })),
      );
      const saved = await read.select().from(revisions).where(eq(revisions.storyId, storyId));
      const typed = await read.select().from(autosaves).where(eq(autosaves.storyId, storyId));
      const there = JSON.stringify([saved.map((row) => row.body), typed.map((row) => row.content)]);
      const words = new Set(wordsIn(there.replaceAll('\\', '')));
      for (const writer of writers) for (const word of writer.kept) expect(words).toContain(word);
      for (const row of saved) expect(row.number).toBeLessThanOrEqual(saved.length);
    }),
    { numRuns: 12 },
  );
}, 120_000);
