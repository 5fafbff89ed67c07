import { z } from 'zod';
import { CommentInput } from '#features/comments/input.ts';
import { ERASING } from '#features/letters/views.ts';

/** Whoever asks for the link types an address as they typed it under a comment. */
export const AskInput = CommentInput.pick({ email: true, website: true });

export const EraseInput = z.object({
  texts: z.enum(ERASING, 'Please choose what becomes of your comments.'),
  sure: z.literal('on', 'Please say that you are sure: it cannot be taken back.'),
});

export const LettersInput = z.object({ act: z.enum(['end', 'refuse', 'allow']) });
