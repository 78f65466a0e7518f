import { inEnglish } from '../language/in-english.js';
import { z } from 'zod';

/** Ids of steps and paths stand in JSON keys, addresses and histories: plain words, and none that every object already has. */
export const idPattern = /^[a-z][a-zA-Z0-9-]{0,39}$/;

export const isSafeId = (id: string): boolean => idPattern.test(id) && !(id in Object.prototype);

export const idSchema = z.string().refine(
  isSafeId,
  inEnglish({
    en: 'An id starts with a small letter and has up to 40 letters, digits or hyphens.',
    de: 'Eine Kennung beginnt mit einem kleinen Buchstaben und hat höchstens 40 Buchstaben, Ziffern oder Bindestriche.',
  }),
);
