'use client';

import { createContext } from 'react';
import type { PictureView } from '#features/media/views.ts';

/** The pictures that the editor can show, by id: those of the story and those that were just chosen. */
export const KnownPictures = createContext<Readonly<Record<string, PictureView>>>({});
