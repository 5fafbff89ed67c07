'use client';

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useContext } from 'react';
import { Picture } from '#features/media/components/picture.tsx';
import type { PictureView as Known } from '#features/media/views.ts';
import { MOST_PICTURES } from '#features/stories/body.ts';
import { PENDING } from '#features/stories/components/editor/convert.ts';
import { useChoosing } from '#features/stories/components/editor/views/choosing.tsx';
import {
  InlineField,
  type Leave,
  leaving,
} from '#features/stories/components/editor/views/inline-field.tsx';
import { KnownPictures } from '#features/stories/components/editor/views/pictures.ts';

export type Use = { pictureId: string; alt: string; caption: string; credit: string };

/** A picture with the words that this story uses for it; empty ones come from the library. */
export function PictureUse({
  use,
  editable,
  onChange,
  onLeave,
}: {
  use: Use;
  editable: boolean;
  onChange: (changes: Partial<Use>) => void;
  onLeave?: Leave;
}) {
  const known = useContext(KnownPictures)[use.pictureId];
  return (
    <>
      {known ? (
        <Picture picture={{ ...known, alt: use.alt || known.alt }} sizes="37rem" />
      ) : (
        <p className="text-soft" role="status" lang="en" dir="ltr">
          {use.pictureId.startsWith(PENDING)
            ? 'The picture is being added to the library …'
            : 'Readers do not see this picture: it is not there any more, or may not be shown.'}
        </p>
      )}
      <div className="inline-fields">
        <InlineField
          label="What it shows, for those who cannot see it"
          value={use.alt}
          placeholder={known?.alt}
          disabled={!editable}
          onLeave={onLeave}
          onChange={(alt) => onChange({ alt })}
        />
        <InlineField
          label="Caption"
          long
          value={use.caption}
          placeholder={known?.caption}
          disabled={!editable}
          onLeave={onLeave}
          onChange={(caption) => onChange({ caption })}
        />
        <InlineField
          label="Credit"
          value={use.credit}
          placeholder={known?.credit}
          disabled={!editable}
          onLeave={onLeave}
          onChange={(credit) => onChange({ credit })}
        />
      </div>
    </>
  );
}

const unworded = ({ id }: Known): Use => ({
  pictureId: id,
  alt: '',
  caption: '',
  credit: '',
});

function Head({
  words,
  more,
  onMore,
  onRemove,
}: {
  words: string;
  more: string;
  onMore: () => void;
  onRemove: (() => void) | null;
}) {
  return (
    <p className="block-box-head">
      <span lang="en" dir="ltr">
        {words}
      </span>
      {onRemove && (
        <span className="flex gap-4">
          <button type="button" className="link" onClick={onMore}>
            {more}
          </button>
          <button type="button" className="link" onClick={onRemove}>
            Remove
          </button>
        </span>
      )}
    </p>
  );
}

export function PictureView({
  node,
  updateAttributes,
  editor,
  getPos,
  deleteNode,
}: ReactNodeViewProps) {
  const choose = useChoosing();
  const another = ([picture]: Known[]) => {
    if (picture) updateAttributes(unworded(picture));
  };
  return (
    <NodeViewWrapper as="figure" className="block-box" data-drag-handle="">
      <Head
        words="Picture"
        more="Another picture"
        onMore={() => choose({ several: false, onChosen: another })}
        onRemove={editor.isEditable ? () => deleteNode() : null}
      />
      <PictureUse
        use={node.attrs as Use}
        editable={editor.isEditable}
        onChange={updateAttributes}
        onLeave={leaving({ editor, getPos })}
      />
    </NodeViewWrapper>
  );
}

export function GalleryView({
  node,
  updateAttributes,
  editor,
  getPos,
  deleteNode,
}: ReactNodeViewProps) {
  const pictures = node.attrs.pictures as Use[];
  const choose = useChoosing();
  const add = (more: Known[]) =>
    updateAttributes({ pictures: [...pictures, ...more.map(unworded)].slice(0, MOST_PICTURES) });
  const replace = (next: Use[]) =>
    next.length > 0 ? updateAttributes({ pictures: next }) : deleteNode();
  return (
    <NodeViewWrapper as="figure" className="block-box" data-drag-handle="">
      <Head
        words={`Gallery of ${pictures.length}`}
        more="Add pictures"
        onMore={() => choose({ several: true, onChosen: add })}
        onRemove={editor.isEditable ? () => deleteNode() : null}
      />
      {pictures.map((use, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one picture may stand in a gallery twice.
        <div key={at} className="gallery-item">
          <PictureUse
            use={use}
            editable={editor.isEditable}
            onLeave={leaving({ editor, getPos })}
            onChange={(changes) =>
              replace(pictures.map((one, i) => (i === at ? { ...one, ...changes } : one)))
            }
          />
          {editor.isEditable && (
            <p className="flex gap-4">
              {at > 0 && (
                <button
                  type="button"
                  className="link"
                  onClick={() => replace(swapped(pictures, at - 1))}
                >
                  Earlier
                </button>
              )}
              {at < pictures.length - 1 && (
                <button
                  type="button"
                  className="link"
                  onClick={() => replace(swapped(pictures, at))}
                >
                  Later
                </button>
              )}
              <button
                type="button"
                className="link"
                onClick={() => replace(pictures.filter((_, i) => i !== at))}
              >
                Take out
              </button>
            </p>
          )}
        </div>
      ))}
    </NodeViewWrapper>
  );
}

function swapped(pictures: Use[], at: number): Use[] {
  const [first, second] = [pictures[at], pictures[at + 1]];
  if (!first || !second) return pictures;
  return [...pictures.slice(0, at), second, first, ...pictures.slice(at + 2)];
}
