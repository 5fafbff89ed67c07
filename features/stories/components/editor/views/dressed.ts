'use client';

import { ReactNodeViewRenderer } from '@tiptap/react';
import { bodyExtensions } from '#features/stories/components/editor/schema/extensions.ts';
import { EmbedView } from '#features/stories/components/editor/views/embed-view.tsx';
import { FactBoxView } from '#features/stories/components/editor/views/fact-box-view.tsx';
import {
  GalleryView,
  PictureView,
} from '#features/stories/components/editor/views/picture-view.tsx';
import { QuoteView } from '#features/stories/components/editor/views/quote-view.tsx';

const VIEWS = {
  quote: QuoteView,
  factBox: FactBoxView,
  picture: PictureView,
  gallery: GalleryView,
  embed: EmbedView,
};

/** The body's nodes with the fields that a person fills in for them. */
export const dressedExtensions = bodyExtensions.map((extension) => {
  const view = VIEWS[extension.name as keyof typeof VIEWS];
  if (!view) return extension;
  return extension.extend({ addNodeView: () => ReactNodeViewRenderer(view) });
});
