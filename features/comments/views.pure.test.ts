import { expectTypeOf, test } from 'vitest';
import type { OwnComment, ReplyTarget, ThreadPage } from '#features/comments/views.ts';
import type { OwnDecision, Queue } from '#features/moderation/views.ts';

/** Every name of a field that can be reached in a type, however deep. */
type FieldsOf<T> = T extends Date | ((...args: never[]) => unknown)
  ? never
  : T extends readonly (infer Item)[]
    ? FieldsOf<Item>
    : T extends object
      ? { [Key in keyof T & string]: Key | FieldsOf<T[Key]> }[keyof T & string]
      : never;

type Everything = FieldsOf<ThreadPage | ReplyTarget | OwnComment | OwnDecision | Queue>;

/** What a field for an address, or for what leads to one, might be called. */
type Forbidden =
  | Extract<
      Lowercase<Everything>,
      `${string}${'mail' | 'address' | 'identity' | 'sealed' | 'blind' | 'digest' | 'hash' | 'token' | 'place'}${string}`
    >
  | Extract<Lowercase<Everything>, 'ip' | 'index' | 'commenterid'>;

test('no view of comments has a field for an address or for what leads to one', () => {
  expectTypeOf<Forbidden>().toEqualTypeOf<never>();
});

test('and the check sees fields at every depth', () => {
  expectTypeOf<'text' | 'replies' | 'headline' | 'elsewhere' | 'waiting'>().toExtend<Everything>();
  expectTypeOf<
    Extract<FieldsOf<{ a: { emailHash: string }[] }>, 'emailHash'>
  >().toEqualTypeOf<'emailHash'>();
});
