import { useQuery } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { getTimeline, getUnderWay } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import type { About } from '../compose/letter.js';

const EVERY_MS = 10_000;

export type TimelineEntry = Awaited<ReturnType<typeof getTimeline<true>>>['data']['items'][number];
export type UnderWay = Awaited<ReturnType<typeof getUnderWay<true>>>['data'];

/** What happened about a record and what belongs to it, newest first. */
export const useTimeline = (about: About) =>
  usePages(keys.timeline.of(about), (cursor) => call(getTimeline({ query: { ...about, cursor } })), EVERY_MS);

/** What is still to come. */
export const useUnderWay = (about: About) =>
  useQuery({
    queryKey: keys.timeline.underWay(about),
    queryFn: () => call(getUnderWay({ query: about })),
    refetchInterval: EVERY_MS,
  });
