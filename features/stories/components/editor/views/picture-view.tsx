'use client';

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useContext } from 'react';
import { Picture } from '#features/media/components/picture.tsx';
import { PENDING } from '#features/stories/components/editor/convert.ts';
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
            : 'This picture is not in the library any more.'}
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

function Head({ words, onRemove }: { words: string; onRemove: (() => void) | null }) {
  return (
    <p className="block-box-head">
      <span lang="en" dir="ltr">
        {words}
      </span>
      {onRemove && (
        <button type="button" className="link" onClick={onRemove}>
          Remove
        </button>
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
  return (
    <NodeViewWrapper as="figure" className="block-box" data-drag-handle="">
      <Head words="Picture" onRemove={editor.isEditable ? () => deleteNode() : null} />
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
  const replace = (next: Use[]) =>
    next.length > 0 ? updateAttributes({ pictures: next }) : deleteNode();
  return (
    <NodeViewWrapper as="figure" className="block-box" data-drag-handle="">
      <Head
        words={`Gallery of ${pictures.length}`}
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
