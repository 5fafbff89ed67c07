import type { AnyExtension } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { Find } from '#features/stories/components/editor/find/extension.ts';
import { CleanPaste } from '#features/stories/components/editor/paste/extension.ts';
import { Blocks } from '#features/stories/components/editor/schema/blocks.ts';
import { FactBox, lists } from '#features/stories/components/editor/schema/lists.ts';
import { Embed, Gallery, Picture } from '#features/stories/components/editor/schema/media.ts';
import { PutBlock } from '#features/stories/components/editor/schema/put-block.ts';
import { Quote } from '#features/stories/components/editor/schema/quote.ts';
import { tables } from '#features/stories/components/editor/schema/tables.ts';
import {
  Divider,
  Heading,
  Link,
  PullQuote,
} from '#features/stories/components/editor/schema/text.ts';
import { Slash } from '#features/stories/components/editor/slash/extension.ts';

/** What the body of a story is made of, in the editor: the same nodes as in features/stories/body.ts. */
export const bodyExtensions: AnyExtension[] = [
  StarterKit.configure({
    blockquote: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    link: false,
    listItem: false,
    orderedList: false,
    strike: false,
    underline: false,
  }),
  Heading,
  PullQuote,
  Divider,
  Link,
  ...lists,
  FactBox,
  Quote,
  Picture,
  Gallery,
  Embed,
  ...tables,
  Blocks,
  PutBlock,
  CleanPaste,
  Find,
  Slash,
];
