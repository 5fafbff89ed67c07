import { type Editor, Extension } from '@tiptap/core';
import { DOMSerializer, Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { Block } from '#features/stories/body.ts';
import { blocksOfHtml } from '#features/stories/components/editor/paste/clean.ts';
import { fileOf, pendingPicture } from '#features/stories/components/editor/paste/picture.ts';
import { blocksOfText } from '#features/stories/components/editor/paste/plain.ts';
import { embedOf } from '#features/stories/embeds.ts';

export type PendingPicture = { id: string; file: File };

/** What the page around the text is told of what was pasted. */
export type Heard = {
  /** Words that are not the text. */
  asides: (words: readonly string[]) => void;
  /** Pictures that stand in the text and are not in the library yet. */
  pictures: (pictures: readonly PendingPicture[]) => void;
  /** How many pictures were left on another site. */
  elsewhere: (count: number) => void;
};

declare module '@tiptap/core' {
  interface Storage {
    cleanPaste: { heard: Heard | null };
  }
}

/** Whatever is pasted or dropped becomes blocks of ours before ProseMirror sees it. */
export const CleanPaste = Extension.create({
  name: 'cleanPaste',
  addStorage: () => ({ heard: null as Heard | null }),
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('cleanPaste'),
        props: {
          transformPastedHTML: (html) => (isOwn(html) ? html : cleaned(editor, html)),
          clipboardTextParser: (text) => sliceOf(editor, blocksOfText(text)),
          handlePaste(_view, event) {
            const { clipboardData } = event;
            return (
              clipboardData !== null &&
              (putFiles(editor, clipboardData) || putAddress(editor, clipboardData))
            );
          },
          handleDrop(view, event, _slice, moved) {
            const { dataTransfer } = event;
            if (moved || !dataTransfer || imagesIn(dataTransfer).length === 0) return false;
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (at) editor.commands.setTextSelection(at.pos);
            return putFiles(editor, dataTransfer);
          },
        },
      }),
    ];
  },
});

/** What was copied in an editor of ours is blocks already. */
function isOwn(html: string): boolean {
  return /\bdata-pm-slice="/.test(html);
}

function cleaned(editor: Editor, html: string): string {
  const { blocks, asides, pictures, elsewhere } = blocksOfHtml(html);
  const { heard } = editor.storage.cleanPaste;
  if (asides.length > 0) heard?.asides(asides);
  if (elsewhere > 0) heard?.elsewhere(elsewhere);
  const files = pictures.flatMap(({ id, data }) => {
    const file = fileOf(data);
    return file ? [{ id, file }] : [];
  });
  const broken = new Set(pictures.map(({ id }) => id));
  for (const { id } of files) broken.delete(id);
  // After the paste itself, when the pictures stand in the text.
  if (files.length > 0) setTimeout(() => heard?.pictures(files));
  const shown = blocks.filter(
    (block) => block.type !== 'picture' || !broken.has(block.attrs.pictureId),
  );
  const holder = document.createElement('div');
  const serializer = DOMSerializer.fromSchema(editor.schema);
  holder.append(serializer.serializeFragment(fragmentOf(editor, shown)));
  return holder.innerHTML;
}

function fragmentOf(editor: Editor, blocks: readonly Block[]): Fragment {
  return Fragment.from(blocks.map((block) => editor.schema.nodeFromJSON(block)));
}

/** Open at both ends, so that a few words go into the paragraph where the cursor is. */
function sliceOf(editor: Editor, blocks: readonly Block[]): Slice {
  return Slice.maxOpen(fragmentOf(editor, blocks));
}

function imagesIn({ files }: DataTransfer): File[] {
  return [...files].filter(({ type }) => /^image\/(png|jpeg|webp|avif)$/.test(type));
}

/** Office programs send a picture of the words along with the words: then the words count. */
function putFiles(editor: Editor, data: DataTransfer): boolean {
  const files = imagesIn(data);
  if (files.length === 0) return false;
  const html = data.getData('text/html');
  if (html && new DOMParser().parseFromString(html, 'text/html').body.textContent?.trim()) {
    return false;
  }
  const pictures = files.map((file) => ({ id: pendingPicture(), file }));
  const nodes = pictures.map(({ id }) => ({
    type: 'picture',
    attrs: { pictureId: id, alt: '', caption: '', credit: '' },
  }));
  for (const node of nodes) editor.commands.putBlock(node);
  editor.storage.cleanPaste.heard?.pictures(pictures);
  return true;
}

/** An address alone becomes the link of the marked words, or on a line of its own a card. */
function putAddress(editor: Editor, data: DataTransfer): boolean {
  const address = data.getData('text/plain').trim();
  if (!/^https?:\/\/\S+$/.test(address)) return false;
  const { selection } = editor.state;
  const { $from, $to, empty } = selection;
  if (!empty && $from.sameParent($to) && $from.parent.isTextblock) {
    return editor.commands.linkTo(address);
  }
  const known = embedOf(address);
  const alone = empty && $from.depth === 1 && $from.parent.type.name === 'paragraph';
  if (!known || !alone || $from.parent.content.size > 0) return false;
  const attrs = { url: known.url, title: '' };
  return editor.commands.putBlock({ type: 'embed', attrs });
}
